package org.diogel.checker;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// More checks for one member on one day.
@Repository
class TopUpStore {

    private final JdbcClient jdbc;

    TopUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when she had more on that day already.
    boolean give(AccountId to, AgencyId agency, LocalDate day, int extra, String reason, AccountId giver) {
        return jdbc.sql(
                                """
                                INSERT INTO checker.top_up (account, day, agency, extra, reason, giver)
                                VALUES (:account, :day, :agency, :extra, :reason, :giver)
                                ON CONFLICT (account, day) DO NOTHING
                                """)
                        .param("account", to.value())
                        .param("day", day)
                        .param("agency", agency.value())
                        .param("extra", extra)
                        .param("reason", reason)
                        .param("giver", giver.value())
                        .update()
                == 1;
    }

    int on(AccountId account, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT coalesce(max(extra), 0) FROM checker.top_up
                         WHERE account = :account AND day = :day
                        """)
                .param("account", account.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /// Whoever of this project had more on this day.
    Set<AccountId> given(AgencyId agency, LocalDate day) {
        return new HashSet<>(
                jdbc.sql("SELECT account FROM checker.top_up WHERE agency = :agency AND day = :day")
                        .param("agency", agency.value())
                        .param("day", day)
                        .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
                        .list());
    }

    /// As far as the row-level policies say that it is old enough.
    void forget(LocalDate today) {
        jdbc.sql("DELETE FROM checker.top_up WHERE day < :day")
                .param("day", today.minusDays(63))
                .update();
    }
}
