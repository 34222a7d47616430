package org.diogel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diogel.WebTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The outbox dies at each point between the commit that queued a message and the one that noted how
/// it went. Each message goes at least once; there is one row, sent once; where whoever carries it can
/// be asked, it takes it exactly once.
///
/// `-Ddiogel.deep=true`: a hundred times for each kind of message and point.
@WebTest
class OutboxKillTest extends OutboxFixture {

    private static final int ROUNDS = Boolean.getBoolean("diogel.deep") ? 100 : 3;

    private enum Point {
        BEFORE_SETTLING,
        BETWEEN_SETTLING_AND_GOING,
        BEFORE_IT_WAS_TAKEN,
        AFTER_IT_WAS_TAKEN
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alert", "alert-second", "alert-end", "report", "desk", "desk-lead", "number-code",
                "contest"
            })
    void eachGoesAtLeastOnceAndCountsOnce(String kind) {
        for (boolean asks : new boolean[] {false, true}) {
            for (Point point : Point.values()) {
                for (int round = 0; round < ROUNDS; round++) {
                    once(kind, point, asks);
                }
            }
        }
    }

    private void once(String kind, Point point, boolean asks) {
        UUID subject = UUID.randomUUID();
        as(
                sender,
                () -> {
                    messages.queue(
                            new Outgoing(
                                    carys, Messages.NEUTRAL, kind, subject, null, agency, false, false,
                                    null));
                    return true;
                });
        Taker taker = new Taker(asks);
        if (point == Point.BETWEEN_SETTLING_AND_GOING) {
            as(Outbox.TASK, () -> store.settle(only(subject).id(), Way.MAIL));
        }
        if (point == Point.BEFORE_IT_WAS_TAKEN || point == Point.AFTER_IT_WAS_TAKEN) {
            taker.dies = point;
            try {
                outbox(Optional.of(taker)).drain(Way.MAIL);
                throw new AssertionError("it was to die");
            } catch (Killed killed) {
                taker.dies = null;
            }
            assertThat(only(subject).hasGone()).as("nobody knows").isTrue();
        }
        clock.forward(Duration.ofMinutes(6));
        outbox(Optional.of(taker)).drain(Way.MAIL);
        outbox(Optional.of(taker)).drain(Way.MAIL);
        List<Delivery> rows = as(Outbox.TASK, () -> store.about(subject));
        assertThat(rows).as(kind + " " + point).hasSize(1);
        assertThat(rows.getFirst().state()).isEqualTo(Delivery.State.SENT);
        int times = taker.taken.getOrDefault(rows.getFirst().id(), 0);
        boolean mayBeTwice = point == Point.AFTER_IT_WAS_TAKEN && !asks;
        assertThat(times).as(kind + " " + point).isBetween(1, mayBeTwice ? 2 : 1);
    }

    /// No RuntimeException: nothing that catches those may note anything.
    private static final class Killed extends Error {}

    private static final class Taker implements Channel {
        private final Map<UUID, Integer> taken = new HashMap<>();
        private final boolean canBeAsked;
        private @org.jspecify.annotations.Nullable Point dies;

        private Taker(boolean canBeAsked) {
            this.canBeAsked = canBeAsked;
        }

        @Override
        public String name() {
            return canBeAsked ? "notify" : "mail";
        }

        @Override
        public Way way() {
            return Way.MAIL;
        }

        @Override
        public Optional<UUID> send(UUID reference, String address, Mail mail) {
            if (dies == Point.BEFORE_IT_WAS_TAKEN) {
                throw new Killed();
            }
            taken.merge(reference, 1, Integer::sum);
            if (dies == Point.AFTER_IT_WAS_TAKEN) {
                throw new Killed();
            }
            return Optional.empty();
        }

        @Override
        public Optional<UUID> findTaken(UUID reference) {
            return canBeAsked && taken.containsKey(reference)
                    ? Optional.of(reference)
                    : Optional.empty();
        }
    }
}
