package org.diogel.safeguarding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.diogel.kernel.AgencyId;
import org.diogel.report.ReportId;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;

/// One time a report was passed on for somebody's safety, without words.
///
/// @param number the how manieth of its report
/// @param writtenDue when it must have gone in writing too; null where it went in writing at once
/// @param answerDue the last of seven working days
/// @param lookAgain when somebody asks again whether she can be told; null once she was
public record DutyRow(
        DutyId id,
        ReportId report,
        int number,
        AgencyId agency,
        KeyId key,
        String test,
        String route,
        String ground,
        Instant passedAt,
        @Nullable Instant writtenDue,
        @Nullable Instant writtenAt,
        LocalDate answerDue,
        @Nullable LocalDate answeredOn,
        @Nullable LocalDate lookAgain,
        @Nullable LocalDate toldOn,
        @Nullable Instant closedAt,
        @Nullable Instant remindedAt,
        int version) {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    /// What has to be done by when; the earliest first.
    public record Due(String what, Instant by) {}

    public Optional<Due> next() {
        Stream.Builder<Due> all = Stream.builder();
        if (closedAt == null && writtenAt == null && writtenDue != null) {
            all.add(new Due("written", writtenDue));
        }
        if (closedAt == null && answeredOn == null) {
            all.add(new Due("answer", endOf(answerDue)));
        }
        if (toldOn == null && lookAgain != null) {
            all.add(new Due("tell", endOf(lookAgain)));
        }
        return all.build().min((a, b) -> a.by().compareTo(b.by()));
    }

    public boolean isLate(Instant now) {
        return next().filter(due -> !due.by().isAfter(now)).isPresent();
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /// As it stands once this was written down.
    DutyRow after(DutyData.Step step, LocalDate day, @Nullable LocalDate again, Instant now) {
        boolean told = step.what().equals("told");
        return new DutyRow(
                id,
                report,
                number,
                agency,
                key,
                test,
                route,
                ground,
                passedAt,
                writtenDue,
                step.what().equals("written") ? now : writtenAt,
                answerDue,
                step.answers() && answeredOn == null ? day : answeredOn,
                told ? null : step.needs().equals("again") ? again : lookAgain,
                told ? day : toldOn,
                step.ends() ? now : closedAt,
                remindedAt,
                version);
    }

    String recipient() {
        return DutyData.route(route).map(DutyData.Route::recipient).orElseThrow();
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(LONDON).toInstant();
    }
}
