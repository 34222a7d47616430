package org.diogel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diogel.WebTest;
import org.diogel.alert.AllPages;
import org.diogel.alert.AlertRow;
import org.diogel.alert.AlertState;
import org.diogel.alert.Alerts;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.liaison.Inbox;
import org.diogel.liaison.Passing;
import org.diogel.liaison.Standing;
import org.diogel.report.QueueFilter;
import org.diogel.report.QueueItem;
import org.diogel.report.ReportState;
import org.diogel.report.Reports;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The fictional partnership is whole, alive and made up.
@WebTest
class DemoPartnershipTest {
    private final Partnership all = PartnershipFile.read();

    @Autowired DemoPartnership demo;
    @Autowired Reports reports;
    @Autowired Alerts alerts;
    @Autowired Inbox inbox;
    @Autowired Passing passing;
    @Autowired Clock clock;

    @Test
    void fillsAnEmptyDatabaseOnceAndLooksAlive() {
        demo.load();
        assertThat(demo.load()).isFalse();

        List<QueueItem> queue = queueOf("ffion");
        Instant now = clock.instant();
        assertThat(queue)
                .anyMatch(item -> item.sentAt().isAfter(now.minus(Duration.ofHours(4))))
                .anyMatch(item -> item.isOverdue(now))
                .anyMatch(item -> item.state() == ReportState.CLOSED);
        assertThat(queueOf("nerys")).hasSize(1);
        assertThat(queueOf("sioned")).anyMatch(item -> item.state() == ReportState.WAITING);
    }

    @Test
    void warningsStandInEveryState() {
        demo.load();
        assertThat(as("ffion", () -> AllPages.of(alerts)))
                .extracting(AlertRow::state)
                .contains(
                        AlertState.PROPOSED,
                        AlertState.PUBLISHED,
                        AlertState.CORRECTED,
                        AlertState.WITHDRAWN);
        assertThat(as("ffion", () -> AllPages.of(alerts)))
                .anyMatch(row -> row.endsAt() != null && row.endsAt().isBefore(clock.instant()));
        assertThat(as("nerys", () -> AllPages.of(alerts)))
                .extracting(AlertRow::state)
                .contains(AlertState.DRAFT);
    }

    /// One addition nobody else has, which she is asked about; one that reached the officer.
    @Test
    void somethingWasAddedThatGoesAndSomethingThatWaits() {
        demo.load();
        assertThat(as("heledd", () -> inbox.list(false, null).rows()))
                .filteredOn(Standing::added)
                .hasSize(1);
        assertThat(as("ffion", () -> passing.listWaiting(null).rows()))
                .as("nothing she has not said yes to waits to be passed on")
                .noneMatch(Passing.Waiting::added);
        assertThat(all.reports())
                .filteredOn(told -> told.second() != null)
                .filteredOn(told -> told.then().stream().anyMatch(step -> step.what().equals("add")))
                .filteredOn(told -> told.then().stream().noneMatch(step -> step.what().equals("also")))
                .hasSize(1);
    }

    @Test
    void noPlaceInItIsSmallerThanARegion() throws IOException {
        try (var in = DemoPartnership.class.getResourceAsStream("/alert/place-words.txt")) {
            List<String> towns =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .dropWhile(line -> !line.equals("cardiff"))
                            .toList();
            assertThat(towns).hasSizeGreaterThan(20);
            String text = all.reports().toString().toLowerCase(Locale.ROOT);
            assertThat(towns).noneMatch(town -> text.matches("(?s).*\\b" + town + "\\b.*"));
        }
    }

    @Test
    void everythingInItIsVisiblyMadeUp() {
        String text = all.toString();
        assertThat(all.people()).allMatch(p -> p.email().endsWith(".invalid"));
        assertThat(all.agencies()).allMatch(a -> a.name().matches(".*(made-up|dychmygol).*"));
        assertThat(matches("\\+?[0-9][0-9 ]{8,}[0-9]", text))
                .isNotEmpty()
                .allMatch(n -> n.replaceAll("[ +]", "").matches("(0|44)7700900[0-9]{3}"));
        assertThat(matches("[^\\s@=]+@[^\\s,\\]]+", text)).allMatch(m -> m.endsWith(".invalid"));
        assertThat(all.reports())
                .flatExtracting(told -> told.answers().getOrDefault("them.vehicle", List.of()))
                .isNotEmpty()
                .allMatch(plate -> plate.startsWith("QI") || plate.endsWith("QQ"));
    }

    private List<QueueItem> queueOf(String key) {
        return as(
                key,
                () ->
                        Stream.of(QueueFilter.OPEN, QueueFilter.WAITING, QueueFilter.HELD, QueueFilter.CLOSED)
                                .flatMap(f -> reports.listQueue(f, null, null).items().stream())
                                .distinct()
                                .toList());
    }

    private <T> List<T> as(String key, Supplier<List<T>> work) {
        Partnership.Somebody person = all.person(key);
        Actor actor =
                new Actor.Person(person.id(), all.agency(person.agency()).id(), person.roles());
        return Acting.as(actor, "test", work::get);
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(r -> r.group()).toList();
    }
}
