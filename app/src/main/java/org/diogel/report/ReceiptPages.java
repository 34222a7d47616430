package org.diogel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.audit.Opening;
import org.diogel.consent.Agreement;
import org.diogel.consent.Disclosure;
import org.diogel.consent.Recipient;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Legend;
import org.diogel.govuk.SummaryCard;
import org.diogel.govuk.SummaryList;
import org.diogel.govuk.SummaryRow;
import org.diogel.web.Form;
import org.diogel.web.Texts;
import org.diogel.web.View;

/// The pages of a report that was sent.
final class ReceiptPages {

    /// Characters.
    static final int LONGEST_ADDITION = 5_000;

    private ReceiptPages() {}

    static View receipt(Texts texts, Ticket ticket, Receipt receipt) {
        return View.of(
                "report/receipt",
                texts.t("report.receipt.title"),
                new ReceiptPage(
                        receipt, ticket.fresh() ? ticket.code().spaced() : "", ticket.second()));
    }

    static View add(Texts texts, Form form) {
        return View.of(
                        "report/add",
                        texts.t("report.add.title"),
                        new Adding(new Asks(texts, form).more("more", LONGEST_ADDITION)))
                .with(form)
                .back("/receipt");
    }

    static View second(Texts texts, Form form, boolean hasSecond) {
        return View.of("report/second", texts.t("report.second.title"), hasSecond)
                .with(form)
                .back("/receipt");
    }

    static View sure(Texts texts, SurePage model) {
        return View.of("report/sure", texts.t("report." + model.what() + ".title"), model)
                .back("/receipt");
    }

    /// @param agencies names by id
    static View told(Texts texts, Told told, Map<UUID, String> agencies) {
        Wording wording = new Wording(texts);
        List<SummaryList> sections = new ArrayList<>();
        for (String step : Steps.ALL) {
            List<SummaryRow> rows =
                    Questions.of(step).stream()
                            .filter(q -> !q.field().equals("sharing"))
                            .filter(q -> told.answers().has(q.field()))
                            .map(
                                    q ->
                                            SummaryRow.of(
                                                    wording.question(q.field()),
                                                    Lines.of(
                                                            wording.value(
                                                                    q,
                                                                    told.answers()
                                                                            .list(q.field())))))
                            .toList();
            if (!rows.isEmpty()) {
                sections.add(
                        SummaryList.of(rows)
                                .withCard(SummaryCard.of(texts.t("report.step." + step))));
            }
        }
        return View.of(
                        "report/told",
                        texts.t("report.told.title"),
                        new ToldPage(
                                sections,
                                told.additions(),
                                told.agreements().stream()
                                        .map(a -> texts.t("report.recipient." + a.recipient()))
                                        .toList(),
                                gone(texts, told.disclosures()),
                                looks(texts, told.openings(), agencies)))
                .back("/receipt");
    }

    static View choices(Texts texts, Form form, Told told, List<Recipient> recipients) {
        Set<String> now =
                told.agreements().stream().map(Agreement::recipient).collect(Collectors.toSet());
        List<Choice> choices =
                recipients.stream()
                        .filter(Recipient::connected)
                        .map(
                                r ->
                                        Choice.of(r.id(), texts.t("report.recipient." + r.id()))
                                                .withHint(
                                                        texts.t(
                                                                "report.recipient."
                                                                        + r.id()
                                                                        + ".example")))
                        .toList();
        return View.of(
                        "report/choices",
                        texts.t("report.choices.title"),
                        new ChoicesPage(
                                Checkboxes.of(
                                                "sharing",
                                                Legend.medium(texts.t("report.q.sharing")),
                                                choices)
                                        .checked(form.isEmpty() ? now : form.all("sharing")),
                                TellPages.unconnected(texts, recipients),
                                gone(texts, told.disclosures())))
                .with(form)
                .back("/receipt/told");
    }

    static List<ToldPage.Gone> gone(Texts texts, List<Disclosure> disclosures) {
        return disclosures.stream()
                .map(
                        d ->
                                new ToldPage.Gone(
                                        d.at(),
                                        texts.t(
                                                "report.went." + d.what(),
                                                "who",
                                                texts.t("report.recipient." + d.recipient()))))
                .toList();
    }

    /// Newest first. The same look many times on one day, as when somebody writes, is one line.
    private static List<ToldPage.Look> looks(
            Texts texts, List<Opening> openings, Map<UUID, String> agencies) {
        List<ToldPage.Look> looks = new ArrayList<>();
        for (Opening opening : openings) {
            ToldPage.Look look = look(texts, opening, agencies);
            boolean again =
                    looks.stream()
                            .anyMatch(
                                    other ->
                                            other.isLike(look)
                                                    && texts.date(other.at())
                                                            .equals(texts.date(look.at())));
            if (!again) {
                looks.add(look);
            }
        }
        return looks;
    }

    private static ToldPage.Look look(Texts texts, Opening opening, Map<UUID, String> agencies) {
        String who =
                opening.agency() == null ? "" : agencies.getOrDefault(opening.agency(), "");
        String action = "report.look." + opening.action();
        return new ToldPage.Look(
                opening.at(), who, texts.t(texts.has(action) ? action : "report.look.other"));
    }
}
