package org.diogel.report;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What we hold, to print or to keep: the same words as on the page, in one language or in English and
/// Welsh. As a file it is one page that loads nothing, runs nothing and leads nowhere.
///
/// @param in which language was asked for: a tag, or `both`
/// @param path of the page it is on
/// @param others the other languages it can be in
public record Copy(String in, String path, List<Other> others, List<Part> parts) {

    static final String BOTH = "both";

    private static final String STYLE =
            "body{font:17px/1.5 system-ui,sans-serif;max-width:42em;margin:1em auto;padding:0 1em;"
                    + "color:#1d2b2f;overflow-wrap:anywhere}h2{margin-top:2em}@media print{body{margin:0}}";

    /// @param in as it is asked for @param name of the language, in itself; empty for both
    public record Other(String in, String name) {}

    /// One language.
    public record Part(String lang, String dir, String title, String made, List<Block> blocks) {}

    /// @param lines one paragraph each; further lines of one below it
    public record Block(String heading, List<String> lines) {}

    /// One file, whole in itself.
    byte[] file() {
        StringBuilder html = new StringBuilder(20_000);
        Part first = parts.getFirst();
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(first.lang())
                .append("\" dir=\"")
                .append(first.dir())
                .append("\">\n<head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escaped(first.made()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head>\n<body>\n");
        for (Part part : parts) {
            html.append("<section lang=\"")
                    .append(part.lang())
                    .append("\" dir=\"")
                    .append(part.dir())
                    .append("\">\n<h1>")
                    .append(escaped(part.title()))
                    .append("</h1>\n<p>")
                    .append(escaped(part.made()))
                    .append("</p>\n");
            for (Block block : part.blocks()) {
                html.append("<h2>").append(escaped(block.heading())).append("</h2>\n");
                block.lines()
                        .forEach(
                                line ->
                                        html.append("<p>")
                                                .append(escaped(line).replace("\n", "<br>"))
                                                .append("</p>\n"));
            }
            html.append("</section>\n");
        }
        return html.append("</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// Says nothing of what was told.
    @Override
    public String toString() {
        return "Copy";
    }
}
