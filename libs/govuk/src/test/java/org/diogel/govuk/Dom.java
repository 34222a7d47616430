package org.diogel.govuk;

import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Mark-up as a browser would understand it, in one spelling: attributes and classes in order,
/// white space only where it is seen.
final class Dom {

    /// Elements beside whose text a space is seen.
    private static final Set<String> INLINE = Set.of("a", "span", "strong", "b", "i", "em", "s");

    private Dom() {}

    static String normal(String html) {
        StringBuilder out = new StringBuilder();
        Element body = Jsoup.parseBodyFragment(html).body();
        children(body, 0, out);
        return out.toString();
    }

    private static void print(Node node, int depth, StringBuilder out) {
        if (node instanceof TextNode text) {
            String seen = seen(text);
            if (!seen.isEmpty()) {
                out.repeat("  ", depth).append('"').append(seen).append("\"\n");
            }
        } else if (node instanceof Element element) {
            out.repeat("  ", depth).append('<').append(element.tagName());
            TreeMap<String, String> attributes = new TreeMap<>();
            for (Attribute attribute : element.attributes()) {
                attributes.put(attribute.getKey(), value(attribute));
            }
            attributes.forEach((name, value) -> out.append(' ').append(name + "=" + value));
            out.append(">\n");
            children(element, depth + 1, out);
        }
    }

    private static void children(Element element, int depth, StringBuilder out) {
        for (Node child : element.childNodes()) {
            print(child, depth, out);
        }
    }

    private static String value(Attribute attribute) {
        if (attribute.getKey().equals("class") || attribute.getKey().equals("aria-describedby")) {
            String[] names = attribute.getValue().strip().split("\\s+");
            if (attribute.getKey().equals("class")) {
                java.util.Arrays.sort(names);
            }
            return String.join(" ", names);
        }
        return attribute.getValue();
    }

    private static String seen(TextNode text) {
        if (text.parent() instanceof Element parent && parent.tagName().equals("textarea")) {
            return text.getWholeText().replace("\n", "\\n");
        }
        String seen = text.getWholeText().replaceAll("[ \\t\\r\\n]+", " ");
        if (!inlineBeside(text, text.previousSibling())) {
            seen = seen.stripLeading();
        }
        if (!inlineBeside(text, text.nextSibling())) {
            seen = seen.stripTrailing();
        }
        return seen;
    }

    /// At the edge of an inline element a space may be seen too, but only if text stands there.
    private static boolean inlineBeside(TextNode text, Node sibling) {
        if (sibling instanceof Element beside) {
            return INLINE.contains(beside.tagName()) && hasText(text.parent());
        }
        return false;
    }

    private static boolean hasText(Node parent) {
        return parent.childNodes().stream()
                .anyMatch(child -> child instanceof TextNode text && !text.isBlank());
    }
}
