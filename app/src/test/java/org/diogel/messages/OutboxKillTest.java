package org.diogel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.diogel.WebTest;
import org.diogel.kernel.Lang;
import org.diogel.web.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The outbox dies at each point between the commit that queued a message and the one that noted how
/// it went. Each message goes at least once; there is one row, sent once; where whoever carries it can
/// be asked, it takes it exactly once.
///
/// `-Ddiogel.deep=true`: a hundred times for each kind of message and point.
@WebTest
class OutboxKillTest extends OutboxFixture {

    /// For each kind and at each point, over all ways and by takers that ask or do not.
    private static final int DEEP = 100;

    private static final int SHALLOW = 3;

    private static final List<String> NEUTRAL_KINDS =
            List.of(
                    "alert", "alert-second", "alert-end", "report", "desk", "desk-lead", "checker",
                    "contest", "contest-question", "copy", "asked", "emergency", "package", "package-desk", "duty", "protocol",
                    "checkpoint", "hold");

    private enum Point {
        BEFORE_SETTLING,
        BETWEEN_SETTLING_AND_GOING,
        BEFORE_IT_WAS_TAKEN,
        AFTER_IT_WAS_TAKEN
    }

    /// Who says whether a message of its kind is still wanted.
    @Autowired List<SendCheck> checks;

    @Autowired Languages languages;

    /// Every kind of message there is, by every way it goes.
    static Stream<Arguments> everyKind() {
        Stream<Arguments> neutral =
                NEUTRAL_KINDS.stream()
                        .flatMap(
                                kind ->
                                        Stream.of(Way.values())
                                                .map(way -> Arguments.of(Messages.NEUTRAL, kind, way)));
        return Stream.concat(
                neutral,
                Stream.of(
                        Arguments.of("sign-in-changed", "account", Way.MAIL),
                        Arguments.of(Preferences.CODE, Preferences.CODE, Way.TEXT)));
    }

    /// Whoever adds a kind or a template adds it above. An invitation passes no outbox: its link is
    /// kept nowhere, so it goes at once or is seen not to.
    @Test
    void noKindIsLeftOut() {
        Set<String> kinds = new TreeSet<>();
        Set<String> templates = new TreeSet<>(Set.of("invitation"));
        everyKind()
                .forEach(
                        one -> {
                            templates.add((String) one.get()[0]);
                            kinds.add((String) one.get()[1]);
                        });
        assertThat(kinds).containsAll(checks.stream().map(SendCheck::subjectKind).toList());
        assertThat(templates)
                .containsAll(
                        Stream.of("messages.mail.", "messages.text.")
                                .flatMap(p -> languages.in(Lang.EN).patterns(p).keySet().stream())
                                .map(key -> key.split("[.]")[2])
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void eachGoesAtLeastOnceAndCountsOnce(String template, String kind, Way way) {
        ways = EnumSet.of(way);
        int kindsWays = template.equals(Messages.NEUTRAL) ? Way.values().length : 1;
        int rounds = Boolean.getBoolean("diogel.deep") ? DEEP / kindsWays / 2 : SHALLOW;
        for (boolean asks : new boolean[] {false, true}) {
            for (Point point : Point.values()) {
                for (int round = 0; round < rounds; round++) {
                    once(template, kind, way, point, asks);
                }
            }
        }
    }

    private void once(String template, String kind, Way way, Point point, boolean asks) {
        UUID subject = UUID.randomUUID();
        as(
                sender,
                () -> {
                    messages.queue(
                            new Outgoing(
                                    carys, template, kind, subject, null, agency, false, false,
                                    null));
                    return true;
                });
        Taker taker = new Taker(way, asks);
        if (point == Point.BETWEEN_SETTLING_AND_GOING) {
            as(Outbox.TASK, () -> store.settle(only(subject).id(), way));
        }
        if (point == Point.BEFORE_IT_WAS_TAKEN || point == Point.AFTER_IT_WAS_TAKEN) {
            taker.dies = point;
            try {
                outbox(Optional.of(taker)).drain(way);
                throw new AssertionError("it was to die");
            } catch (Killed killed) {
                taker.dies = null;
            }
            assertThat(only(subject).hasGone()).as("nobody knows").isTrue();
        }
        clock.forward(Duration.ofMinutes(6));
        outbox(Optional.of(taker)).drain(way);
        outbox(Optional.of(taker)).drain(way);
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
        private final Way way;
        private final boolean canBeAsked;
        private @org.jspecify.annotations.Nullable Point dies;

        private Taker(Way way, boolean canBeAsked) {
            this.way = way;
            this.canBeAsked = canBeAsked;
        }

        @Override
        public String name() {
            return canBeAsked ? "notify" : "mail";
        }

        @Override
        public Way way() {
            return way;
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
