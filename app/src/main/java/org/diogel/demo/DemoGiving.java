package org.diogel.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;
import org.diogel.demo.Partnership.Step;
import org.diogel.liaison.Came;
import org.diogel.liaison.Inbox;
import org.diogel.liaison.PackageRow;
import org.diogel.liaison.Passing;
import org.diogel.liaison.Standing;
import org.diogel.report.ReportId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// What the desk passes on in the demonstration, and what an officer does with it.
@Component
@ConditionalOnProperty(name = "diogel.mode", havingValue = "demo")
class DemoGiving {
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final Passing passing;
    private final Inbox inbox;
    private final Clock clock;

    DemoGiving(Passing passing, Inbox inbox, Clock clock) {
        this.passing = passing;
        this.inbox = inbox;
        this.clock = clock;
    }

    void live(Step step, ReportId report) {
        switch (step.what()) {
            case "pass" -> passing.pass(report, step.said("recipient"));
            case "pass-added" -> passAdded(step, report);
            case "take" -> inbox.open(of(report).id(), Inbox.Way.PAGE, step.said("purpose"));
            case "ask" -> inbox.ask(of(report).id(), step.said("text"));
            default -> {
                PackageRow row = of(report);
                LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
                inbox.record(
                        row.id(),
                        row.version(),
                        new Came(step.said("what"), today, step.said("number"), null));
            }
        }
    }

    private void passAdded(Step step, ReportId report) {
        passing.open(report).offers().stream()
                .filter(offer -> offer.recipient().equals(step.said("recipient")))
                .map(Passing.Offer::addition)
                .filter(Objects::nonNull)
                .forEach(addition -> passing.passAdded(report, step.said("recipient"), addition));
    }

    private PackageRow of(ReportId report) {
        return Stream.of(false, true)
                .flatMap(ended -> inbox.list(ended, null).rows().stream())
                .map(Standing::row)
                .filter(row -> row.report().equals(report))
                .findFirst()
                .orElseThrow();
    }
}
