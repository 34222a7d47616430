package org.diogel.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diogel.kernel.Lang;
import org.diogel.report.ReportId;
import org.diogel.report.Screening;
import org.diogel.report.Sender;
import org.diogel.report.Sending;
import org.diogel.report.Submission;
import org.diogel.report.Telling;
import org.diogel.report.Ticket;
import org.diogel.web.Languages;
import org.diogel.web.Texts;
import org.springframework.context.ApplicationContext;

/// What a made-up lead decides.
public final class Passes {

    private Passes() {}

    public static DutyId pass(ApplicationContext app, ReportId report, boolean told, String words) {
        Duties duties = app.getBean(Duties.class);
        Duties.Before before = duties.open(report);
        return pass(app, report, child(before, told, words));
    }

    static DutyId pass(ApplicationContext app, ReportId report, Passed passed) {
        Duties duties = app.getBean(Duties.class);
        Texts texts = app.getBean(Languages.class).in(Lang.EN);
        Sheet sheet = Duties.sheet(duties.open(report), passed, texts);
        return duties.pass(report, passed, sheet.digest(), texts);
    }

    static Passed child(Duties.Before before, boolean told, String words) {
        return of(before, "child", Map.of(), "council-children", "cardiff", "duty-child", told, words);
    }

    static Passed of(
            Duties.Before before,
            String test,
            Map<String, String> limbs,
            String route,
            String council,
            String ground,
            boolean told,
            String words) {
        LocalDate today = LocalDate.ofInstant(Instant.now(), DutyRow.LONDON);
        return new Passed(
                UUID.randomUUID(),
                before.number(),
                test,
                limbs,
                route,
                council,
                ground,
                told ? today : null,
                told ? null : today.plusDays(7),
                true,
                Clock.systemUTC().instant(),
                List.of("what.kinds"),
                words,
                Map.of("reason", words, "taker", words));
    }

    /// A report for which nothing is shared.
    static Ticket tell(ApplicationContext app, String second, Map<String, List<String>> other) {
        Telling telling = app.getBean(Telling.class);
        Ticket ticket = telling.start(Lang.EN);
        Map<String, List<String>> answers = new HashMap<>();
        answers.put("who.for", List.of("myself"));
        answers.put("who.adult", List.of("yes"));
        answers.put("what.kinds", List.of("robbery"));
        answers.put("what.severity", List.of("DANGEROUS"));
        answers.put("where.region", List.of("GWENT"));
        answers.put("equality.age", List.of("25-34"));
        answers.putAll(other);
        telling.save(ticket, Lang.EN, answers, "");
        Submission submission =
                new Submission(
                        UUID.randomUUID(), Set.of(), Screening.NO, Screening.NO, second, Lang.EN);
        assertThat(app.getBean(Sender.class).send(ticket, submission)).isInstanceOf(Sending.Sent.class);
        return ticket;
    }
}
