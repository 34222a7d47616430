package org.diogel.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.junit.jupiter.api.Test;

/// The table itself: nothing in it lets a warning out that one person wrote and published.
class AlertMoveTest {

    private static final AgencyId AGENCY = new AgencyId(UUID.randomUUID());
    private static final Actor MODERATOR = person(Role.MODERATOR);
    private static final List<Actor> OTHERS =
            Arrays.stream(Role.values())
                    .filter(role -> role != Role.MODERATOR)
                    .map(AlertMoveTest::person)
                    .toList();

    @Test
    void onlyAModeratorMovesAWarningForwards() {
        for (AlertMove move : AlertMove.values()) {
            if (move.who != AlertMove.Who.DESK) {
                for (Actor other : OTHERS) {
                    assertThat(move.mayBy(other, false)).as(move + " by " + other).isFalse();
                }
            }
            assertThat(move.mayBy(new Actor.Anonymous(), false)).isFalse();
        }
    }

    @Test
    void whoeverTookPartIsNeverTheSecondPerson() {
        for (AlertMove move : AlertMove.values()) {
            if (move.who == AlertMove.Who.ANOTHER) {
                assertThat(move.mayBy(MODERATOR, true)).as(move.name()).isFalse();
                assertThat(move.mayBy(MODERATOR, false)).as(move.name()).isTrue();
            }
        }
        assertThat(
                        Arrays.stream(AlertMove.values())
                                .filter(m -> m.to == AlertState.PUBLISHED)
                                .filter(m -> m.who != AlertMove.Who.ANOTHER))
                .as("ways out that need no second person")
                .containsExactly(AlertMove.PUBLISH_ALONE);
    }

    @Test
    void sheStopsAWarningWhereverItStandsAndOnlyTimeEndsItByItself() {
        Actor her = new Actor.Holder(UUID.randomUUID(), false);
        for (AlertState state : EnumSet.allOf(AlertState.class)) {
            boolean runs = state.isOpen() || state == AlertState.PUBLISHED;
            assertThat(AlertMove.stopping(state).isPresent()).as(state.name()).isEqualTo(runs);
            assertThat(AlertMove.withdrawing(state).isPresent()).isEqualTo(runs);
            assertThat(AlertMove.holdingBack(state).isPresent()).isEqualTo(runs);
        }
        assertThat(AlertMove.STOP.mayBy(her, false)).isTrue();
        assertThat(AlertMove.EXPIRE.mayBy(MODERATOR, false)).isFalse();
        assertThat(AlertMove.EXPIRE.mayBy(AlertClock.TASK, false)).isTrue();
        assertThat(AlertMove.WITHDRAW.mayBy(her, false)).isFalse();
        assertThat(AlertMove.HOLD.mayBy(her, false)).isTrue();
        assertThat(AlertMove.HOLD.mayBy(new Actor.Task("child-found"), false)).isTrue();
        assertThat(AlertMove.WITHDRAW.mayBy(new Actor.Task("child-found"), false)).isFalse();
    }

    @Test
    void nothingLeadsOutOfAnEnd() {
        for (AlertMove move : AlertMove.values()) {
            assertThat(Set.of(AlertState.CORRECTED, AlertState.WITHDRAWN, AlertState.EXPIRED))
                    .doesNotContain(move.from);
        }
    }

    private static Actor person(Role role) {
        return new Actor.Person(new AccountId(UUID.randomUUID()), AGENCY, Set.of(role));
    }
}
