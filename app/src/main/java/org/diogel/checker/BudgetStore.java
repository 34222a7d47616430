package org.diogel.checker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How many looks there were, never at what.
@Repository
class BudgetStore {

    private final JdbcClient jdbc;

    BudgetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One person's row as it stands, of whatever day it is.
    record Row(LocalDate day, int today, LocalDate month, int inMonth, int refused) {

        static Row none(LocalDate day) {
            return new Row(day, 0, day.withDayOfMonth(1), 0, 0);
        }

        /// As it counts on this day: what belongs to an earlier one has been renewed.
        Row on(LocalDate now) {
            LocalDate first = now.withDayOfMonth(1);
            boolean sameDay = day.equals(now);
            return new Row(
                    now,
                    sameDay ? today : 0,
                    first,
                    month.equals(first) ? inMonth : 0,
                    sameDay ? refused : 0);
        }
    }

    /// Somebody who went on and on, and of whom nobody was told yet.
    record Suspect(UUID account, String what, LocalDate day) {}

    Optional<Row> find(AccountId account, String what) {
        return jdbc.sql("SELECT * FROM checker.budget WHERE account = :account AND what = :what")
                .param("account", account.value())
                .param("what", what)
                .query(BudgetStore::row)
                .optional();
    }

    /// Makes her row where there is none, and holds it until the transaction ends.
    Row lock(AccountId account, AgencyId agency, String what, LocalDate day) {
        jdbc.sql(
                        """
                        INSERT INTO checker.budget (account, what, agency, day, month)
                        VALUES (:account, :what, :agency, :day, :month)
                        ON CONFLICT (account, what) DO NOTHING
                        """)
                .param("account", account.value())
                .param("what", what)
                .param("agency", agency.value())
                .param("day", day)
                .param("month", day.withDayOfMonth(1))
                .update();
        return jdbc.sql(
                        """
                        SELECT * FROM checker.budget WHERE account = :account AND what = :what FOR UPDATE
                        """)
                .param("account", account.value())
                .param("what", what)
                .query(BudgetStore::row)
                .single();
    }

    void put(AccountId account, String what, Row row) {
        jdbc.sql(
                        """
                        UPDATE checker.budget
                           SET day = :day, today = :today, month = :month, in_month = :inMonth,
                               refused = :refused
                         WHERE account = :account AND what = :what
                        """)
                .param("account", account.value())
                .param("what", what)
                .param("day", row.day())
                .param("today", row.today())
                .param("month", row.month())
                .param("inMonth", row.inMonth())
                .param("refused", row.refused())
                .update();
    }

    /// All members' looks of this day; held until the transaction ends.
    int lockDay(LocalDate day) {
        jdbc.sql("INSERT INTO checker.day (day) VALUES (:day) ON CONFLICT (day) DO NOTHING")
                .param("day", day)
                .update();
        return jdbc.sql("SELECT checks FROM checker.day WHERE day = :day FOR UPDATE")
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    void addToDay(LocalDate day) {
        jdbc.sql("UPDATE checker.day SET checks = checks + 1 WHERE day = :day")
                .param("day", day)
                .update();
    }

    /// All members' looks of this day, without holding it.
    int on(LocalDate day) {
        return jdbc.sql("SELECT coalesce(max(checks), 0) FROM checker.day WHERE day = :day")
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /// False when somebody else told first.
    boolean markTold(LocalDate day) {
        return jdbc.sql("UPDATE checker.day SET told = true WHERE day = :day AND NOT told")
                        .param("day", day)
                        .update()
                == 1;
    }

    /// Days on which checking stopped, newest first.
    List<LocalDate> stopped(LocalDate since) {
        return jdbc.sql("SELECT day FROM checker.day WHERE told AND day >= :since ORDER BY day DESC")
                .param("since", since)
                .query(LocalDate.class)
                .list();
    }

    /// Looks of the 28 days before this one.
    long before(LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(checks), 0) FROM checker.day
                         WHERE day < :day AND day >= :from
                        """)
                .param("day", day)
                .param("from", day.minusDays(28))
                .query(Long.class)
                .single();
    }

    List<Suspect> suspects(int refused) {
        return jdbc.sql(
                        """
                        SELECT account, what, day FROM checker.budget
                         WHERE refused >= :refused AND told_on IS DISTINCT FROM day
                         ORDER BY account, what
                        """)
                .param("refused", refused)
                .query(
                        (row, _) ->
                                new Suspect(
                                        row.getObject("account", UUID.class),
                                        row.getString("what"),
                                        row.getObject("day", LocalDate.class)))
                .list();
    }

    /// False when somebody else told first.
    boolean markTold(Suspect suspect) {
        return jdbc.sql(
                                """
                                UPDATE checker.budget SET told_on = :day
                                 WHERE account = :account AND what = :what
                                   AND told_on IS DISTINCT FROM :day
                                """)
                        .param("account", suspect.account())
                        .param("what", suspect.what())
                        .param("day", suspect.day())
                        .update()
                == 1;
    }

    /// Of whom somebody was told on this day or later, the latest first.
    List<Suspect> told(LocalDate since) {
        return jdbc.sql(
                        """
                        SELECT account, what, told_on AS day FROM checker.budget
                         WHERE told_on >= :since ORDER BY told_on DESC, account, what
                        """)
                .param("since", since)
                .query(
                        (row, _) ->
                                new Suspect(
                                        row.getObject("account", UUID.class),
                                        row.getString("what"),
                                        row.getObject("day", LocalDate.class)))
                .list();
    }

    /// As far as the row-level policies say that it is old enough.
    void forget(LocalDate today) {
        jdbc.sql("DELETE FROM checker.budget WHERE day < :day")
                .param("day", today.minusDays(63))
                .update();
        jdbc.sql("DELETE FROM checker.day WHERE day < :day")
                .param("day", today.minusDays(91))
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("day", LocalDate.class),
                row.getInt("today"),
                row.getObject("month", LocalDate.class),
                row.getInt("in_month"),
                row.getInt("refused"));
    }
}
