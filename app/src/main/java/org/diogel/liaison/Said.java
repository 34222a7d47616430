package org.diogel.liaison;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.diogel.govuk.SummaryList;
import org.diogel.govuk.SummaryRow;
import org.diogel.kernel.Region;
import org.diogel.report.Going;
import org.diogel.report.Lines;
import org.diogel.report.Severity;
import org.diogel.report.Wording;
import org.diogel.web.Texts;
import org.jspecify.annotations.Nullable;

/// Packages in words, in one language: the same words that stood on the page she agreed on.
public final class Said {

    private final Texts texts;
    private final Wording wording;

    public Said(Texts texts) {
        this.texts = texts;
        this.wording = new Wording(texts);
    }

    /// One line of a letter in words.
    public record Line(String field, String question, String value) {}

    /// What stands in the letter, in the order of the form.
    public List<Line> lines(List<Letter.Line> lines) {
        return lines.stream()
                .map(
                        line ->
                                new Line(
                                        line.field(),
                                        wording.question(line.field()),
                                        wording.value(line.field(), line.values())))
                .toList();
    }

    public SummaryList list(List<Letter.Line> lines) {
        return summary(lines(lines));
    }

    private static SummaryList summary(List<Line> lines) {
        return SummaryList.of(
                lines.stream()
                        .map(line -> SummaryRow.of(line.question(), Lines.of(line.value())))
                        .toList());
    }

    /// The files that go with it, each by its number: what it is, and how it goes.
    public List<Line> files(List<Letter.File> files) {
        List<Line> lines = new ArrayList<>();
        for (Letter.File file : files) {
            List<String> words = new ArrayList<>();
            words.add(Going.name(texts, file.key(), file.ending(), file.size()));
            if (!file.words().isEmpty()) {
                words.add(file.words());
            }
            file.notes().forEach(note -> words.add(texts.t(note)));
            if (!file.digest().isEmpty()) {
                words.add("SHA-256: " + file.digest());
            }
            lines.add(
                    new Line(
                            file.id().toString(),
                            Letter.File.name(lines.size() + 1, file),
                            String.join("\n", words)));
        }
        return lines;
    }

    /// What she added later, in words, each with the day on which it was passed on.
    public List<Line> added(List<Inbox.Added> all) {
        List<Line> lines = new ArrayList<>();
        for (Inbox.Added one : all) {
            String when = texts.date(one.row().passedAt());
            for (Line line : lines(one.letter().lines())) {
                lines.add(
                        new Line(
                                line.field(),
                                texts.t(
                                        "liaison.added.line",
                                        "what",
                                        line.question(),
                                        "when",
                                        when),
                                line.value()));
            }
        }
        return lines;
    }

    /// As [#added], on a page.
    public SummaryList addedList(List<Inbox.Added> all) {
        return summary(added(all));
    }

    /// As [#files], on a page.
    public SummaryList fileList(List<Letter.File> files) {
        return summary(files(files));
    }

    /// Who gets it.
    public String recipient(String id) {
        return texts.t("report.recipient." + id);
    }

    public String severity(@Nullable Severity severity) {
        return severity == null
                ? texts.t("queue.severity.none")
                : texts.t("queue.severity." + severity.name().toLowerCase(Locale.ROOT));
    }

    public String region(@Nullable Region region) {
        return region == null
                ? texts.t("queue.region.none")
                : texts.t("queue.region." + region.name());
    }

    /// Full details, or nothing about her.
    public String kind(PackageRow row) {
        if (row.follows() != null) {
            return texts.t("liaison.kind.added");
        }
        return texts.t(
                switch (row.choice()) {
                    case POLICE -> "liaison.kind.full";
                    case ANONYMOUS_INTELLIGENCE -> "liaison.kind.anonymous";
                    default -> "liaison.kind.warning";
                });
    }

    public String state(PackageRow row) {
        return texts.t("liaison.state." + row.state().label());
    }

    public String outcome(String what) {
        return texts.t("liaison.outcome." + what);
    }

    public String date(LocalDate day) {
        return texts.date(day);
    }

    /// "3 hours ago".
    public String ago(Instant then, Instant now) {
        Duration time = Duration.between(then, now);
        String span =
                time.toDays() >= 2
                        ? texts.t("queue.span.days", "number", time.toDays())
                        : time.toHours() >= 1
                                ? texts.t("queue.span.hours", "number", time.toHours())
                                : texts.t(
                                        "queue.span.minutes",
                                        "number",
                                        Math.max(1, time.toMinutes()));
        return texts.t("queue.ago", "time", span);
    }

    /// What binds whoever has it, a sentence each. NPCC §3.9, §4.5, DOMAIN §4.2.
    public List<String> conditions(PackageRow row) {
        List<String> all = new ArrayList<>();
        all.add(texts.t(row.isFull() ? "liaison.bound.full" : "liaison.bound.anonymous"));
        all.add(texts.t("liaison.bound.through"));
        all.add(texts.t("liaison.bound.no-act"));
        all.add(texts.t("liaison.bound.not-her"));
        if (row.hate()) {
            all.add(texts.t("liaison.bound.hate"));
        }
        return all;
    }
}
