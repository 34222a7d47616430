package org.diogel.report;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.diogel.govuk.SummaryCard;
import org.diogel.govuk.SummaryList;
import org.diogel.govuk.SummaryRow;
import org.diogel.govuk.Text;
import org.diogel.kernel.Lang;
import org.diogel.web.Texts;

/// What was told, for a page that shows all of it: a card for each page of the form, and what came later.
public final class OriginalWords {

    private final Texts texts;

    public OriginalWords(Texts texts) {
        this.texts = texts;
    }

    /// In the order of the form; pages without an answer are left out.
    public List<SummaryList> sections(Opened opened) {
        Wording wording = new Wording(texts);
        List<SummaryList> sections = new ArrayList<>();
        List<String> steps = Questions.all().stream().map(Question::step).distinct().toList();
        for (String step : steps) {
            List<SummaryRow> rows =
                    Questions.of(step).stream()
                            .filter(q -> opened.answers().has(q.field()))
                            .map(q ->
                                    SummaryRow.of(
                                            wording.question(q.field()),
                                            words(
                                                    wording.value(
                                                            q, opened.answers().list(q.field())),
                                                    q.hasOptions() ? texts.lang() : opened.item().lang())))
                            .toList();
            if (!rows.isEmpty()) {
                sections.add(
                        SummaryList.of(rows)
                                .withCard(SummaryCard.of(texts.t("report.step." + step))));
            }
        }
        if (!opened.enclosed().isEmpty()) {
            sections.add(
                    SummaryList.of(Enclosures.rows(texts, opened.enclosed()))
                            .withCard(
                                    SummaryCard.of(texts.t("report.step." + Enclosures.STEP))));
        }
        return sections;
    }

    /// What came afterwards, oldest first.
    public List<QueueOriginalPage.Later> later(Opened opened) {
        return opened.additions().stream()
                .map(
                        a ->
                                new QueueOriginalPage.Later(
                                        a.at(),
                                        a.author() == Addition.Author.HOLDER
                                                ? "holder." + a.kind().label()
                                                : a.author().name().toLowerCase(Locale.ROOT),
                                        a.text()))
                .toList();
    }

    /// As typed, line by line, and in which language.
    private static Content words(String text, Lang lang) {
        return output -> {
            output.writeContent("<span class=\"diogel-words\" lang=\"" + lang.tag() + "\">");
            Text.of(text).writeTo(output);
            output.writeContent("</span>");
        };
    }
}
