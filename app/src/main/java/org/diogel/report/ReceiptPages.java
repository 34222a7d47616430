package org.diogel.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.consent.Agreement;
import org.diogel.consent.Recipient;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Radios;
import org.diogel.govuk.SummaryCard;
import org.diogel.govuk.SummaryList;
import org.diogel.govuk.SummaryRow;
import org.diogel.web.Form;
import org.diogel.web.Texts;
import org.diogel.web.View;
import org.springframework.http.HttpStatus;

/// The pages of a report that was sent.
final class ReceiptPages {

    /// Characters.
    static final int LONGEST_ADDITION = 5_000;

    private ReceiptPages() {}

    /// @param again whether it is shown again after it was interrupted
    static View receipt(Texts texts, Ticket ticket, Receipt receipt, boolean again) {
        return View.of(
                "report/receipt",
                texts.t("report.receipt.title"),
                new ReceiptPage(
                        receipt,
                        ticket.fresh() ? ticket.code().spaced() : "",
                        ticket.second(),
                        ticket.mark(),
                        again));
    }

    static View add(Texts texts, Form form, Ticket ticket) {
        return View.of(
                        "report/add",
                        texts.t("report.add.title"),
                        new Adding(
                                kinds(texts, form),
                                new Asks(texts, form).more("more", LONGEST_ADDITION),
                                ticket.mark(),
                                false))
                .with(form)
                .back("/receipt");
    }

    private static Radios kinds(Texts texts, Form form) {
        return Radios.of(
                        "kind",
                        Legend.medium(texts.t("report.add.kind")),
                        Arrays.stream(Addition.Kind.values())
                                .map(
                                        kind -> {
                                            String key = "report.add.kind." + kind.label();
                                            Choice choice = Choice.of(kind.label(), texts.t(key));
                                            return texts.has(key + ".hint")
                                                    ? choice.withHint(texts.t(key + ".hint"))
                                                    : choice;
                                        })
                                .toList())
                .selected(form.value("kind").isEmpty() ? "add" : form.value("kind"));
    }

    /// What was written on a page of the form after the report had been sent from another window.
    static View addLate(Texts texts, String written, Ticket ticket) {
        Form form = Form.filled(Map.of("more", written));
        return View.of(
                        "report/add",
                        texts.t("report.add.title"),
                        new Adding(
                                kinds(texts, form),
                                new Asks(texts, form).more("more", LONGEST_ADDITION),
                                ticket.mark(),
                                true))
                .with(form)
                .back("/receipt")
                .status(HttpStatus.CONFLICT);
    }

    /// @param held what goes on once the second secret is given; empty for nothing
    static View second(
            Texts texts,
            Form form,
            Ticket ticket,
            boolean hasSecond,
            boolean maySet,
            String held) {
        View view =
                View.of(
                                "report/second",
                                texts.t("report.second.title"),
                                new SecondPage(hasSecond, maySet, held, ticket.mark()))
                        .back("/receipt");
        return hasSecond || maySet ? view.with(form) : view;
    }

    static View sure(Texts texts, Form form, SurePage model) {
        View view =
                View.of("report/sure", texts.t("report." + model.what() + ".title"), model)
                        .back("/receipt");
        return model.kept().isEmpty() ? view.with(form) : view;
    }

    static View sureToDelete(Texts texts, Form form, Ticket ticket, Receipt receipt, Told told) {
        Instant until = receipt.keptUntil();
        return sure(
                texts,
                form,
                new SurePage(
                        "delete",
                        gone(texts, told),
                        receipt.kept() == Receipt.Kept.NOT ? "" : receipt.kept().label(),
                        until == null ? "" : texts.date(until),
                        ticket.mark()));
    }

    /// What has gone as the code alone may know it: the same lines as on the receipt.
    static List<ToldPage.Gone> gone(Texts texts, Receipt receipt) {
        return receipt.went().stream()
                .map(
                        line ->
                                new ToldPage.Gone(
                                        line.at(),
                                        line.dayOnly(),
                                        ReceiptPage.text(texts, line),
                                        List.of()))
                .toList();
    }

    /// @param agencies names by id
    /// @param more as in [ToldPage]
    /// @param saved likewise
    static View told(
            Texts texts, Told told, Map<UUID, String> agencies, boolean more, boolean saved) {
        OwnWords words = new OwnWords(texts, told, agencies);
        List<SummaryList> sections = new ArrayList<>();
        for (OwnWords.Section section : words.answers()) {
            sections.add(
                    SummaryList.of(
                                    section.answers().stream()
                                            .map(
                                                    pair ->
                                                            SummaryRow.of(
                                                                    pair.question(),
                                                                    Lines.of(pair.answer())))
                                            .toList())
                            .withCard(SummaryCard.of(section.title())));
        }
        if (!told.enclosed().isEmpty()) {
            sections.add(
                    SummaryList.of(Enclosures.rows(texts, told.enclosed()))
                            .withCard(SummaryCard.of(texts.t("report.step." + Enclosures.STEP))));
        }
        return View.of(
                        "report/told",
                        texts.t("report.told.title"),
                        new ToldPage(
                                sections,
                                told.additions().stream()
                                        .map(a -> SupplementsPage.added(texts, told, words, a))
                                        .toList(),
                                words.agreed(),
                                words.gone(),
                                words.stops(),
                                words.continues(),
                                words.looks(),
                                told.answers().isAboutPower(),
                                more,
                                saved))
                .back("/receipt");
    }

    /// @param changed something else would go by now than she was shown
    static View choices(
            Texts texts,
            Form form,
            Ticket ticket,
            Told told,
            List<Recipient> recipients,
            boolean changed) {
        Set<String> now =
                told.agreements().stream().map(Agreement::recipient).collect(Collectors.toSet());
        return View.of(
                        "report/choices",
                        texts.t("report.choices.title"),
                        new ChoicesPage(
                                Previews.of(
                                        texts,
                                        told.answers(),
                                        told.going(),
                                        recipients,
                                        form.isEmpty() ? now : form.all("sharing")),
                                gone(texts, told),
                                ticket.mark(),
                                told.seen(),
                                changed))
                .with(form)
                .status(changed ? HttpStatus.CONFLICT : HttpStatus.OK)
                .back("/receipt/told");
    }

    /// What has gone, and what went along with it, oldest first.
    static List<ToldPage.Gone> gone(Texts texts, Told told) {
        return new OwnWords(texts, told, Map.of()).gone();
    }
}
