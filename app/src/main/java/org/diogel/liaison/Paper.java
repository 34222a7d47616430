package org.diogel.liaison;

import java.util.List;
import java.util.function.IntPredicate;
import org.diogel.web.Texts;

/// What stands on paper, as the well-formed page that [PdfWriter] prints. Everything typed is escaped.
/// A letter the font does not have is a box, and the paper says so: page and data file have them all.
final class Paper {

    private static final String STYLE =
            """
            @page { size: A4; margin: 20mm 18mm;
                @bottom-right { content: counter(page) " / " counter(pages); font-family: 'Liberation Sans'; font-size: 9pt; } }
            body { font-family: 'Liberation Sans'; font-size: 11pt; line-height: 1.4; color: #1d2b2f; }
            h1 { font-size: 18pt; margin: 0 0 6mm; }
            h2 { font-size: 13pt; margin: 6mm 0 2mm; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
            th, td { text-align: left; vertical-align: top; padding: 1.5mm 2mm; border-bottom: 0.3mm solid #7d8f8c; }
            th { width: 34%; font-weight: 700; }
            .mark { border: 0.5mm solid #1d2b2f; padding: 2mm; }
            .apart { page-break-before: always; }
            """;

    private final Texts texts;
    private final IntPredicate hasLetter;
    private final StringBuilder html = new StringBuilder();
    private boolean lacks;

    /// @param hasLetter whether the font has this code point
    Paper(Texts texts, IntPredicate hasLetter) {
        this.texts = texts;
        this.hasLetter = hasLetter;
    }

    String letter(Inbox.Reading reading) {
        PackageRow row = reading.row();
        Said said = new Said(texts);
        heading(1, texts.t("liaison.paper.title", "reference", row.reference()));
        table(
                List.of(
                        fact("liaison.for", said.recipient(row.recipient())),
                        fact("liaison.kind", said.kind(row)),
                        fact("liaison.passed", texts.date(row.passedAt()))));
        if (row.hate()) {
            mark(texts.t("liaison.hate.long"));
        }
        heading(2, texts.t(row.follows() == null ? "liaison.letter.told" : "liaison.added"));
        paragraph(texts.t("liaison.letter.you"));
        table(said.lines(reading.letter().lines()));
        if (!reading.letter().files().isEmpty()) {
            heading(2, texts.t("liaison.files"));
            paragraph(texts.t("liaison.files.named"));
            table(said.files(reading.letter().files()));
        }
        if (!reading.added().isEmpty()) {
            heading(2, texts.t("liaison.added"));
            table(said.added(reading.added()));
        }
        heading(2, texts.t("liaison.bound"));
        list(said.conditions(row));
        return page(row.reference());
    }

    String sheet(String title, List<Said.Line> facts, String account, List<Said.Line> lines) {
        heading(1, title);
        table(facts);
        paragraph(account);
        table(lines);
        return page(title);
    }

    String sections(String title, List<Said.Line> facts, List<PdfWriter.Section> sections) {
        heading(1, title);
        table(facts);
        for (PdfWriter.Section section : sections) {
            heading(2, section.heading());
            table(section.lines());
        }
        return page(title);
    }

    String draft(Draft draft) {
        heading(1, texts.t("liaison.draft.title", "reference", draft.reference()));
        mark(texts.t("liaison.draft.what"));
        table(
                List.of(
                        fact(
                                "liaison.draft.from",
                                texts.t(
                                        "liaison.draft.from.who",
                                        "reference",
                                        draft.reference()))));
        grades("source", draft.source());
        grades("assessment", draft.assessment());
        grades("handling", draft.handling());
        heading(2, texts.t("liaison.draft.conditions"));
        list(draft.conditions());
        heading(2, texts.t("liaison.draft.text"));
        paragraph(texts.t("liaison.letter.you"));
        table(draft.text());
        html.append("<div class=\"apart\">");
        heading(2, texts.t("liaison.draft.apart"));
        boolean none = draft.apart().isEmpty();
        paragraph(texts.t(none ? "liaison.draft.apart.none" : "liaison.draft.apart.what"));
        table(draft.apart());
        html.append("</div>");
        return page(draft.reference());
    }

    private void grades(String scale, List<Draft.Grade> grades) {
        heading(2, texts.t("liaison.grade." + scale));
        html.append("<ul>");
        for (Draft.Grade grade : grades) {
            html.append("<li>");
            add(grade.code() + " " + grade.text());
            if (grade.proposed()) {
                add(" – " + texts.t("liaison.grade.proposed"));
            }
            html.append("</li>");
        }
        html.append("</ul>");
    }

    private Said.Line fact(String key, String value) {
        return new Said.Line("", texts.t(key), value);
    }

    private void heading(int level, String text) {
        html.append("<h").append(level).append('>');
        add(text);
        html.append("</h").append(level).append('>');
    }

    private void paragraph(String text) {
        html.append("<p>");
        add(text);
        html.append("</p>");
    }

    private void mark(String text) {
        html.append("<p class=\"mark\">");
        add(text);
        html.append("</p>");
    }

    private void list(List<String> lines) {
        html.append("<ul>");
        for (String line : lines) {
            html.append("<li>");
            add(line);
            html.append("</li>");
        }
        html.append("</ul>");
    }

    private void table(List<Said.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        html.append("<table><tbody>");
        for (Said.Line line : lines) {
            html.append("<tr><th scope=\"row\">");
            add(line.question());
            html.append("</th><td>");
            add(line.value());
            html.append("</td></tr>");
        }
        html.append("</tbody></table>");
    }

    private String page(String title) {
        String body = html.toString();
        html.setLength(0);
        html.append("<html lang=\"").append(texts.lang().tag()).append("\"><head><title>");
        add(title);
        html.append("</title><meta name=\"description\" content=\"").append(title);
        html.append("\"/><style>").append(STYLE).append("</style></head><body>");
        if (lacks) {
            mark(texts.t("liaison.paper.letters"));
        }
        return html.append(body).append("</body></html>").toString();
    }

    private void add(String text) {
        text.codePoints().forEach(this::add);
    }

    private void add(int codePoint) {
        switch (codePoint) {
            case '\n' -> html.append("<br/>");
            case '\t' -> html.append(' ');
            case '&' -> html.append("&amp;");
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '"' -> html.append("&quot;");
            default -> {
                if (hasLetter.test(codePoint)) {
                    html.appendCodePoint(codePoint);
                } else if (!isUnseen(codePoint)) {
                    lacks = true;
                    html.append('□');
                }
            }
        }
    }

    /// What shows nothing by itself: marks of direction, joiners, variation selectors, controls.
    private static boolean isUnseen(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || Character.isISOControl(codePoint)
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F;
    }
}
