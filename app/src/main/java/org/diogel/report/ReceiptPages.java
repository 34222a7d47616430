package org.diogel.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.audit.Opening;
import org.diogel.consent.Agreement;
import org.diogel.consent.Disclosure;
import org.diogel.consent.Recipient;
import org.diogel.figures.Figures;
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
                .map(line -> new ToldPage.Gone(line.at(), line.dayOnly(), ReceiptPage.text(texts, line)))
                .toList();
    }

    /// @param agencies names by id
    /// @param more as in [ToldPage]
    /// @param saved likewise
    static View told(
            Texts texts, Told told, Map<UUID, String> agencies, boolean more, boolean saved) {
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
            if (step.equals(Enclosures.STEP)) {
                rows = Enclosures.rows(texts, told.enclosed());
            }
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
                                told.additions().stream()
                                        .map(a -> SupplementsPage.added(texts, told, a))
                                        .toList(),
                                told.agreements().stream()
                                        .map(a -> agreed(texts, a))
                                        .toList(),
                                gone(texts, told),
                                looks(texts, told.openings(), agencies),
                                told.answers().isAboutPower(),
                                more,
                                saved))
                .back("/receipt");
    }

    private static String agreed(Texts texts, Agreement agreement) {
        return texts.t("report.choice." + Boxes.label(agreement.choice()))
                + " – "
                + texts.t("report.recipient." + agreement.recipient());
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
        List<ToldPage.Gone> gone = new ArrayList<>();
        for (Disclosure d : told.disclosures()) {
            String who = texts.t("report.recipient." + d.recipient());
            gone.add(new ToldPage.Gone(d.at(), texts.t(went(texts, d), "who", who)));
            told.along().stream()
                    .filter(along -> along.with().equals(d.reference()))
                    .map(along -> gone(texts, who, along))
                    .forEach(gone::add);
        }
        gone.sort(Comparator.comparing(ToldPage.Gone::at));
        return gone;
    }

    private static ToldPage.Gone gone(Texts texts, String who, GivenAlong.Along along) {
        return new ToldPage.Gone(
                along.at(),
                texts.t(
                        along.saved() ? "report.went.saved" : "report.went.open",
                        "who", who,
                        "kind", texts.t(along.key()),
                        "count", Figures.listed(along.number())));
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
        return new ToldPage.Look(opening.at(), who, texts.t(look(texts, opening.action())));
    }

    /// What a later feature gives on is named by who has it; what was none of her choices by its ground.
    static String went(Texts texts, Disclosure disclosure) {
        String own =
                "report.went."
                        + (disclosure.ground() == null ? disclosure.what() : disclosure.ground());
        return texts.has(own) ? own : "report.went.warning";
    }

    /// A later feature has the words for its own looks.
    private static String look(Texts texts, String action) {
        String own = "report.look." + action;
        String later = action.replaceFirst("\\.", ".look.");
        return texts.has(own) ? own : texts.has(later) ? later : "report.look.other";
    }
}
