package org.diogel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.diogel.WebTest;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What ended a year ago is forgotten, by that task alone, and nothing else is.
@WebTest
class DeliverySweepTest {

    @Autowired DeliverySweep sweep;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    @BeforeEach
    void oldAndNew() throws Exception {
        superuser(
                """
                INSERT INTO messages.delivery
                    (id, account, template, subject_kind, subject, state, next_at, sent_at, channel)
                VALUES
                    (gen_random_uuid(), gen_random_uuid(), 'old-sent', 'fixture', gen_random_uuid(),
                     'sent', now() - interval '367 days', now() - interval '367 days', 'mail'),
                    (gen_random_uuid(), gen_random_uuid(), 'old-dead', 'fixture', gen_random_uuid(),
                     'dead', now() - interval '367 days', NULL, NULL),
                    (gen_random_uuid(), gen_random_uuid(), 'old-cancelled', 'fixture',
                     gen_random_uuid(), 'cancelled', now() - interval '367 days', NULL, NULL),
                    (gen_random_uuid(), gen_random_uuid(), 'old-waiting', 'fixture',
                     gen_random_uuid(), 'queued', now() + interval '1 day', NULL, NULL),
                    (gen_random_uuid(), gen_random_uuid(), 'new-sent', 'fixture', gen_random_uuid(),
                     'sent', now() - interval '360 days', now() - interval '360 days', 'mail')
                """);
    }

    @Test
    void onlyWhatEndedLongAgoIsForgotten() throws Exception {
        // Whoever else tries, and with a wider net, removes nothing.
        for (String other : List.of("outbox", "set-up", "sweep")) {
            assertThat(all(new Actor.Task(other))).as(other).isZero();
        }
        sweep.run();
        assertThat(left()).containsExactly("new-sent", "old-waiting");
        assertThat(all(new Actor.Task("sweep-deliveries"))).isZero();
    }

    private int all(Actor actor) {
        return Acting.as(
                actor,
                "testing",
                () ->
                        new TransactionTemplate(transactions)
                                .execute(_ -> jdbc.sql("DELETE FROM messages.delivery").update()));
    }

    private static List<String> left() throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement();
                var rows =
                        sql.executeQuery(
                                "SELECT template FROM messages.delivery WHERE subject_kind ="
                                        + " 'fixture' ORDER BY template")) {
            List<String> left = new ArrayList<>();
            while (rows.next()) {
                left.add(rows.getString(1));
            }
            return left;
        }
    }

    private static void superuser(String statement) throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
