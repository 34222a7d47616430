package org.diogel.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What somebody could type so that it becomes markup where it is read, and whether it did.
public final class Planted {

    private static final String MARK = "planted";

    /// Elements that no page has.
    private static final Set<String> NEVER =
            Set.of(
                    "iframe", "object", "embed", "base", "math", "style", "template", "video",
                    "audio", "source", "animate", "frame", "frameset", "applet", "portal", "noscript");

    /// Where what was typed may stand in an attribute: as the value of a field or a name that is read out.
    private static final Set<String> MAY_HOLD = Set.of("value", "aria-label");

    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "poster");

    private static final Pattern OURS = Pattern.compile("([/#?](?!/)|https://|tel:|sms:|mailto:|$).*");

    /// Left out where texts are compared: nothing of it can be seen, or it cannot be written.
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{C}\\p{Z}\\uFFFD?]");

    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-f]{4})");

    private Planted() {}

    /// All of the list.
    public static List<String> all() throws IOException {
        try (InputStream in = Planted.class.getResourceAsStream("/stored/payloads.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# ") && !line.isBlank())
                    .map(Planted::unescaped)
                    .toList();
        }
    }

    private static String unescaped(String line) {
        return ESCAPED.matcher(line)
                .replaceAll(
                        found ->
                                java.util.regex.Matcher.quoteReplacement(
                                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /// What can be compared of a text.
    static String seen(String text) {
        return UNSEEN.matcher(text).replaceAll("");
    }

    /// What somebody sees of a page and of its fields, as far as it can be compared.
    static String seen(Document page) {
        StringBuilder all = new StringBuilder(page.wholeText());
        page.select("[value]").forEach(field -> all.append('\n').append(field.attr("value")));
        return seen(all.toString());
    }

    /// Everything on a page that only somebody's words can have put there.
    ///
    /// @param nonce of the page's policy
    static List<String> faults(Document page, String nonce) {
        List<String> faults = new ArrayList<>();
        for (Element element : page.getAllElements()) {
            String tag = element.normalName();
            if (tag.contains(MARK) || NEVER.contains(tag)) {
                faults.add("an element " + tag);
            }
            if (tag.equals("script") && (!element.attr("nonce").equals(nonce) || element.data().contains(MARK))) {
                faults.add("a script that is not ours");
            }
            if (tag.equals("meta") && element.hasAttr("http-equiv")) {
                faults.add("a page that leads away");
            }
            for (Attribute attribute : element.attributes()) {
                faults.addAll(faults(tag, attribute));
            }
            element.childNodes().stream()
                    .filter(node -> node instanceof Comment comment && comment.getData().contains(MARK))
                    .forEach(_ -> faults.add("a comment in " + tag));
        }
        return faults;
    }

    private static List<String> faults(String tag, Attribute attribute) {
        List<String> faults = new ArrayList<>();
        String name = attribute.getKey();
        if (name.startsWith("on") || name.equals("srcdoc") || name.equals("style") || name.contains(MARK)) {
            faults.add("an attribute " + name + " of " + tag);
        }
        if (attribute.getValue().contains(MARK) && !MAY_HOLD.contains(name)) {
            faults.add("words in " + name + " of " + tag + ": " + attribute.getValue());
        }
        if (ADDRESSES.contains(name) && !OURS.matcher(attribute.getValue()).matches()) {
            faults.add("an address of " + tag + ": " + attribute.getValue());
        }
        return faults;
    }
}
