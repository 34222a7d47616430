package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.report.Fixtures.as;
import static org.diogel.report.Fixtures.person;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Counts of a desk with very many reports are kept for some seconds; lists never are.
class QueueLeavesTest {

    private final Actor.Person dewi = person(Fixtures.DESK, Role.MODERATOR);
    private final Actor.Person ffion = person(Fixtures.DESK, Role.MODERATOR);
    private final Counting store = new Counting();
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");
    private final InstantSource source = () -> now;
    private final QueueLeaves leaves = new QueueLeaves(store, source.withZone(ZoneOffset.UTC));

    @Test
    void aDeskWithFewerIsCountedAtEachLook() {
        store.total = 1_999;
        look(dewi);
        store.total = 1_998;
        assertThat(look(dewi)).isEqualTo(1_998);
    }

    @Test
    void aDeskWithManyIsCountedOnceInTwentySecondsForEachPersonAndListedAtEachLook() {
        store.total = 2_000;
        look(dewi);
        store.total = 1_000;
        now = now.plusSeconds(19);
        assertThat(look(dewi)).isEqualTo(2_000);
        assertThat(look(ffion)).as("what another may see").isEqualTo(1_000);
        assertThat(store.listed).isEqualTo(3);
        now = now.plusSeconds(1);
        assertThat(look(dewi)).isEqualTo(1_000);
    }

    @Test
    void aClockThatIsSetBackKeepsNothing() {
        store.total = 2_000;
        look(dewi);
        store.total = 1_000;
        now = now.minus(Duration.ofHours(1));
        assertThat(look(dewi)).isEqualTo(1_000);
    }

    private long look(Actor.Person who) {
        return as(who, () -> leaves.open(QueueFilter.OPEN, null, null, false))
                .count(QueueFilter.OPEN, null);
    }

    private static final class Counting extends QueueStore {
        private long total;
        private int listed;

        @SuppressWarnings("NullAway") // asks no database
        private Counting() {
            super(null);
        }

        @Override
        List<QueueTally> tallies(Instant at) {
            return List.of(
                    new QueueTally(
                            null,
                            ReportState.SENT,
                            new EnumMap<>(Map.of(QueueFilter.OPEN, total)),
                            total));
        }

        @Override
        List<Row> list(
                QueueFilter filter,
                @Nullable Region region,
                boolean aside,
                Instant at,
                long skip,
                int most,
                long of) {
            listed++;
            return List.of();
        }
    }
}
