package org.diogel.liaison;

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

/// The life of a package edge by edge: what is not listed here is not there.
class PackageMoveTest {

    private static final List<String> EDGES =
            List.of(
                    "null SENT DESK passed",
                    "null TO_HAND DESK prepared",
                    "SENT OPENED OFFICER opened",
                    "SENT TO_HAND CLOCK returned",
                    "TO_HAND PRINTED DESK printed",
                    "PRINTED HANDED DESK handed",
                    "PRINTED TAKEN_BACK DESK destroyed",
                    "SENT TAKEN_BACK HER stopped",
                    "TO_HAND TAKEN_BACK HER stopped",
                    "OPENED OPENED HER asked-back",
                    "PRINTED PRINTED HER asked-back",
                    "HANDED HANDED HER asked-back",
                    "SENT TAKEN_BACK LEAD held-back",
                    "TO_HAND TAKEN_BACK LEAD held-back",
                    "TO_HAND TAKEN_BACK ENDING warning-ended");

    @Test
    void theseEdgesAndNoOthers() {
        assertThat(
                        Arrays.stream(PackageMove.values())
                                .map(m -> m.from + " " + m.to + " " + m.who + " " + m.event))
                .containsExactlyInAnyOrderElementsOf(EDGES);
    }

    @Test
    void onlyWhoIsNamedMay() {
        for (PackageMove move : PackageMove.values()) {
            Set<Role> may = EnumSet.noneOf(Role.class);
            for (Role role : Role.values()) {
                if (move.mayBy(person(role))) {
                    may.add(role);
                }
            }
            assertThat(may)
                    .as(move.name())
                    .isEqualTo(
                            switch (move.who) {
                                case DESK -> Set.of(Role.MODERATOR, Role.CASEWORKER);
                                case OFFICER -> Set.of(Role.POLICE_LIAISON);
                                case LEAD, ENDING ->
                                        Set.of(
                                                Role.MODERATOR,
                                                Role.CASEWORKER,
                                                Role.SAFEGUARDING_LEAD);
                                case CLOCK, HER -> Set.of();
                            });
            assertThat(move.mayBy(new Actor.Task("liaison-clock")))
                    .isEqualTo(move.who == PackageMove.Who.CLOCK);
            assertThat(move.mayBy(new Actor.Task("alert-clock")))
                    .isEqualTo(move.who == PackageMove.Who.ENDING);
            boolean hers =
                    move.who == PackageMove.Who.HER || move.who == PackageMove.Who.ENDING;
            assertThat(move.mayBy(new Actor.Task("sweep"))).isEqualTo(hers);
            boolean holdsBack = move.who == PackageMove.Who.LEAD;
            assertThat(move.mayBy(new Actor.Holder(UUID.randomUUID(), false)))
                    .isEqualTo(hers || holdsBack);
            assertThat(move.mayBy(new Actor.Task("child-found")))
                    .isEqualTo(holdsBack || move.who == PackageMove.Who.ENDING);
            assertThat(move.mayBy(new Actor.Anonymous())).isFalse();
        }
    }

    @Test
    void whateverStateItIsInSheCanTakeItBackOrAskForIt() {
        for (PackageState state : PackageState.values()) {
            assertThat(PackageMove.stopping(state).map(m -> m.to))
                    .isEqualTo(
                            state == PackageState.TAKEN_BACK
                                    ? java.util.Optional.empty()
                                    : java.util.Optional.of(
                                            state.hasGone() ? state : PackageState.TAKEN_BACK));
        }
    }

    private static Actor person(Role role) {
        return new Actor.Person(
                new AccountId(UUID.randomUUID()), new AgencyId(UUID.randomUUID()), Set.of(role));
    }
}
