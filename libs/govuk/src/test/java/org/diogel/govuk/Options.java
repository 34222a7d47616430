package org.diogel.govuk;

import gg.jte.Content;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The options of one fixture of GOV.UK Frontend, or a part of them.
record Options(JsonNode node) {

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    @Nullable String text(String name) {
        return has(name) ? node.get(name).asString() : null;
    }

    /// Nunjucks takes an empty text for no text.
    @Nullable String filled(String name) {
        String text = text(name);
        return text == null || text.isEmpty() || isFalse(name) ? null : text;
    }

    /// Nunjucks tells `false` from nothing said.
    boolean isFalse(String name) {
        return node.path(name).isBoolean() && !node.path(name).asBoolean();
    }

    String text(String name, String otherwise) {
        String text = filled(name);
        return text == null ? otherwise : text;
    }

    @Nullable Integer number(String name) {
        String text = filled(name);
        return text == null ? null : Integer.valueOf(text);
    }

    int number(String name, int otherwise) {
        Integer number = number(name);
        return number == null ? otherwise : number;
    }

    boolean flag(String name) {
        return has(name) && node.get(name).asBoolean();
    }

    @Nullable Boolean choice(String name) {
        return has(name) && node.get(name).isBoolean() ? node.get(name).asBoolean() : null;
    }

    /// The option as it is when it is an object; empty if missing.
    Options in(String name) {
        return new Options(node.path(name));
    }

    /// The objects of a list; what Nunjucks takes for nothing is left out, as the components do.
    List<Options> list(String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false)
                .filter(each -> each.isObject() || each.isArray())
                .map(Options::new)
                .toList();
    }

    /// `html` before `text`, or null without either.
    @Nullable Content content() {
        return content("html", "text");
    }

    @Nullable Content content(String html, String text) {
        String marked = filled(html);
        if (marked != null) {
            return Html.of(marked);
        }
        String plain = filled(text);
        return plain == null ? null : Text.of(plain);
    }

    Content words() {
        Content content = content();
        return content == null ? Text.of("") : content;
    }

    Attributes attributes() {
        Attributes attributes = Attributes.ofClass(text("classes", ""));
        for (var each : node.path("attributes").properties()) {
            JsonNode value = each.getValue();
            if (value.isObject()) {
                throw new UnsupportedOperationException("attribute given as an object");
            }
            attributes = attributes.with(each.getKey(), value.isNull() ? "" : value.asString());
        }
        if (node.path("attributes").isString()) {
            throw new UnsupportedOperationException("attributes given as mark-up");
        }
        return attributes;
    }
}
