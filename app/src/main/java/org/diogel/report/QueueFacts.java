package org.diogel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.diogel.consent.Agreement;
import org.diogel.consent.Disclosure;
import org.diogel.govuk.SummaryList;
import org.diogel.govuk.SummaryRow;
import org.diogel.web.Texts;

/// What stands outside the seal of one report, in words.
final class QueueFacts {

    private final Texts texts;
    private final QueueAge age;
    private final boolean lead;

    /// @param lead the reader is a safeguarding lead: what waits is not hidden from her
    QueueFacts(Texts texts, QueueAge age, boolean lead) {
        this.texts = texts;
        this.age = age;
        this.lead = lead;
    }

    SummaryList facts(
            QueueItem item,
            List<Agreement> agreements,
            List<Disclosure> disclosures,
            boolean hidden) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of(texts.t("queue.state"), state(item)));
        rows.add(
                SummaryRow.of(
                        texts.t("queue.sent"),
                        texts.dateTime(item.sentAt()) + " (" + age.ago(item.sentAt()) + ")"));
        rows.add(SummaryRow.of(texts.t("queue.due"), age.due(item)));
        if (!hidden) {
            rows.add(SummaryRow.of(texts.t("queue.region"), region(item)));
            rows.add(
                    SummaryRow.of(
                            texts.t("queue.language"), texts.language(item.lang())));
            rows.add(SummaryRow.of(texts.t("queue.screening"), screening(item)));
            rows.add(SummaryRow.of(texts.t("queue.choices"), choices(item, agreements)));
            rows.add(SummaryRow.of(texts.t("queue.gone"), gone(disclosures)));
        }
        return SummaryList.of(rows);
    }

    private String screening(QueueItem item) {
        return switch (item.state()) {
            case WAITING -> texts.t("queue.why." + why(item));
            case HELD -> texts.t("queue.screening.held");
            default ->
                    texts.t(
                            item.flags().contains(QueueItem.Flag.UNSCREENED)
                                    ? "queue.screening.unanswered"
                                    : "queue.screening.done");
        };
    }

    private String choices(QueueItem item, List<Agreement> agreements) {
        if (item.flags().contains(QueueItem.Flag.STOPPED)) {
            return texts.t("queue.choice.stopped");
        }
        if (agreements.isEmpty()) {
            return texts.t("queue.choice.none");
        }
        return agreements.stream()
                .map(a -> texts.t("queue.choice." + a.choice().name().toLowerCase(Locale.ROOT)))
                .distinct()
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }

    private String gone(List<Disclosure> disclosures) {
        return disclosures.isEmpty()
                ? texts.t("queue.gone.nothing")
                : disclosures.stream()
                        .map(this::gone)
                        .distinct()
                        .reduce((a, b) -> a + "; " + b)
                        .orElse("");
    }

    /// A later feature has the words for what it gives on.
    private String gone(Disclosure gone) {
        String own = "queue.gone." + gone.what();
        return texts.t(
                texts.has(own) ? own : "liaison.gone." + gone.what(),
                "who",
                texts.t("report.recipient." + gone.recipient()),
                "when",
                texts.dateTime(gone.at()));
    }

    String state(QueueItem item) {
        return texts.t("queue.state." + item.state().name().toLowerCase(Locale.ROOT));
    }

    String region(QueueItem item) {
        return item.region() == null
                ? texts.t(hides(item) ? "queue.hidden" : "queue.region.none")
                : texts.t("queue.region." + item.region().name());
    }

    String severity(QueueItem item) {
        return item.severity() == null ? "" : item.severity().name().toLowerCase(Locale.ROOT);
    }

    String severityText(QueueItem item) {
        return item.severity() == null
                ? texts.t(hides(item) ? "queue.hidden" : "queue.severity.none")
                : texts.t("queue.severity." + severity(item));
    }

    boolean hides(QueueItem item) {
        return !lead
                && (item.state() == ReportState.WAITING || item.state() == ReportState.HELD);
    }

    /// What she answered to the two questions: `child`, `life`, `both` or `unanswered`.
    static String why(QueueItem item) {
        boolean child = item.flags().contains(QueueItem.Flag.CHILD);
        boolean life = item.flags().contains(QueueItem.Flag.LIFE);
        return child && life ? "both" : child ? "child" : life ? "life" : "unanswered";
    }

    /// Key of why it cannot be closed yet.
    static String open(QueueItem item) {
        return item.mustBeScreened()
                ? "queue.open.unscreened"
                : item.flags().contains(QueueItem.Flag.UNOPENED)
                        ? "queue.open.unread"
                        : "queue.open.added";
    }
}
