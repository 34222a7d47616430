package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.liaison.Village.as;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.diogel.WebTest;
import org.diogel.kernel.WorkingDays;
import org.junit.jupiter.api.Test;

/// What desk and force promised each other about time shows on both lists, and when it is late.
@WebTest
class PromisedTimesTest extends InVillage {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void theShortestPromiseOfThoseInForceCounts() {
        promised(5, 0, "SIGNED");
        promised(2, 20, "SIGNED");
        promised(1, 1, "ENDED");
        PackageId id = pass(village.tell(Village.SOUTH), Village.SOUTH);
        assertThat(theirs(id).dueOn()).isEqualTo(WorkingDays.after(today(), 2));
        assertThat(theirs(id).isLate(Instant.now())).isFalse();
        one("UPDATE liaison.package SET passed_at = passed_at - interval '20 days' WHERE id = '" + id + "'");
        assertThat(theirs(id).isLate(Instant.now())).isTrue();

        open(id);
        assertThat(theirs(id).dueOn()).isEqualTo(WorkingDays.after(today(), 20));
        assertThat(theirs(id).isLate(Instant.now())).isFalse();
        came(id, "recorded", "", null);
        assertThat(theirs(id).dueOn()).as("something came").isNull();
    }

    @Test
    void wherePromisesEndedNothingIsLate() {
        promised(1, 1, "ENDED");
        PackageId id = pass(village.tell(Village.SOUTH), Village.SOUTH);
        one("UPDATE liaison.package SET passed_at = passed_at - interval '200 days' WHERE id = '" + id + "'");
        assertThat(theirs(id).dueOn()).isNull();
        assertThat(theirs(id).isLate(Instant.now())).isFalse();
    }

    private Standing theirs(PackageId id) {
        return as(village.sian, () -> inbox.list(false, null).rows()).stream()
                .filter(standing -> standing.row().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate today() {
        return LocalDate.now(LONDON);
    }

    /// @param say 0 for nothing
    private void promised(int open, int say, String state) {
        String id = java.util.UUID.randomUUID().toString();
        boolean ended = state.equals("ENDED");
        one(
                """
                INSERT INTO protocol.protocol (id, reference, state, title_en, title_cy, aim_en, aim_cy, kept_en,
                    kept_cy, purposes, begins_on, review_on, last_day, drawn_up_by, drawn_up_at, started_by,
                    started_at, ended_at, open_days, say_days)
                VALUES ('%s', upper(substr(translate('%s', 'iloua-', '11007'), 1, 4) || '-' || substr(translate('%s', 'iloua-', '11007'), 5, 4)),
                    '%s', 't', 't', 'a', 'a', 'k', 'k', '{DETAILS}', current_date - 400, current_date + 100, current_date + 100,
                    gen_random_uuid(), now(), gen_random_uuid(), now(), %s, %d, %s)
                """
                        .formatted(id, id, id, state, ended ? "now()" : "NULL", open, say == 0 ? "NULL" : say));
        for (var agency : java.util.List.of(village.desk, village.south)) {
            one(
                    "INSERT INTO protocol.party (protocol, agency, law, post) VALUES ('%s', '%s', 'public-task', 'Post')"
                            .formatted(id, agency));
        }
    }
}
