package org.diogel.safeguarding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.kernel.Lang;
import org.diogel.report.ReportId;
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
        return duties.pass(report, passed, Duties.digest(sheet), texts);
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
}
