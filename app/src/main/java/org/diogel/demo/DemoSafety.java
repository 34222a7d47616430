package org.diogel.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.diogel.demo.Partnership.Step;
import org.diogel.kernel.Lang;
import org.diogel.report.ReportId;
import org.diogel.safeguarding.Duties;
import org.diogel.safeguarding.Passed;
import org.diogel.web.Languages;
import org.diogel.web.Texts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// What the safeguarding lead passes on in the demonstration.
@Component
@ConditionalOnProperty(name = "diogel.mode", havingValue = "demo")
class DemoSafety {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int LOOK_AGAIN = 7;

    private final Duties duties;
    private final Languages languages;
    private final Clock clock;

    DemoSafety(Duties duties, Languages languages, Clock clock) {
        this.duties = duties;
        this.languages = languages;
        this.clock = clock;
    }

    void pass(ReportId report, Step step) {
        Texts texts = languages.in(Lang.EN);
        Duties.Before before = duties.open(report);
        Passed passed =
                new Passed(
                        UUID.randomUUID(),
                        before.number(),
                        step.said("test"),
                        Map.of(),
                        step.said("route"),
                        step.said("council"),
                        step.said("ground"),
                        null,
                        LocalDate.ofInstant(clock.instant(), HERE).plusDays(LOOK_AGAIN),
                        true,
                        clock.instant(),
                        Objects.requireNonNull(step.with().get("fields")),
                        step.said("account"),
                        Map.of(
                                "reason", step.said("reason"),
                                "why", step.said("why"),
                                "taker", step.said("taker")));
        duties.pass(report, passed, Duties.sheet(before, passed, texts).digest(), texts);
    }
}
