package org.diogel.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.alert.House.as;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.WebTest;
import org.diogel.database.TestDatabase;
import org.diogel.messages.Jobs;
import org.diogel.report.Ticket;
import org.diogel.vault.KeyGone;
import org.diogel.vault.KeyId;
import org.diogel.vault.Place;
import org.diogel.vault.SealBroken;
import org.diogel.vault.SealKey;
import org.diogel.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Deleting is deleting, also for what was drawn from a report: a copy of the database made before
/// the erasure, held together with the whole ring, opens no warning and no reason.
@WebTest
class ErasedTest {

    private static final String REASON = "CANARY-REASON somebody may be hurt tonight";

    @Autowired ApplicationContext app;
    @Autowired Alerts alerts;
    @Autowired Publishing publishing;
    @Autowired Vault vault;
    @Autowired Jobs jobs;
    @Autowired PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("sweepTask")
    RecurringTask<?> sweep;

    private House house;

    /// Sealed bytes as a backup holds them, with where they lie.
    private record Copy(Place place, byte[] bytes) {}

    @BeforeEach
    void partnership() {
        jobs.stop();
        house = new House(app);
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void aCopyMadeBeforeOpensNothingAfterwards() throws Exception {
        Ticket ticket = house.tell("members");
        AlertId id = as(house.anwen, () -> alerts.start(ticket.report()));
        // Her contact and her words, typed into a draft by mistake: flagged, and kept with it.
        Warning slip =
                House.warning()
                        .with(
                                Map.of(
                                        "phone", List.of(House.CONTACT),
                                        "manner.en", List.of(House.NARRATIVE)));
        assertThat(as(house.anwen, () -> alerts.save(id, 1, slip)))
                .extracting(Flag::kind)
                .contains("contact", "copied");
        List<Copy> backup = new ArrayList<>(copy(id));
        as(house.anwen, () -> alerts.propose(id, 2, House.warning()));
        as(house.anwen, () -> publishing.publishAlone(id, 4, REASON));
        backup.addAll(copy(id));
        KeyId key = key(id);
        assertThat(backup).hasSize(3);
        assertThat(backup.stream().map(copy -> open(key, copy)).toList().toString())
                .as("the copy is a good one while the report is there")
                .contains(House.CONTACT, "CANARY-STORY", "CANARY-REASON", "teal coat");

        erase(ticket);

        for (Copy copy : backup) {
            assertThatThrownBy(() -> open(key, copy)).isInstanceOf(KeyGone.class);
            for (SealKey of : SealKey.values()) {
                assertThatThrownBy(() -> vault.openUnder(of, copy.place(), copy.bytes()))
                        .isInstanceOf(SealBroken.class);
            }
        }
        assertThat(copy(id)).as("nothing is left in the database itself").isEmpty();
        assertThat(as(house.anwen, () -> AllPages.of(alerts)))
                .filteredOn(row -> row.id().equals(id))
                .allMatch(row -> row.state() == AlertState.WITHDRAWN);
        Sheet left = as(house.anwen, () -> alerts.open(id));
        assertThat(left.warning()).isEmpty();
        assertThat(left.events()).extracting(AlertEvent::note).containsOnly("");
    }

    /// A database restored to an earlier moment still has the rows: they read as gone.
    @Test
    void rowsThatComeBackWithARestoredDatabaseReadAsGone() throws Exception {
        Ticket ticket = house.tell("members");
        AlertId id = as(house.anwen, () -> alerts.start(ticket.report()));
        KeyId key = key(id);
        vault.destroy(key);
        assertThat(as(house.anwen, () -> AllPages.of(alerts))).anyMatch(row -> row.id().equals(id));
        assertThat(as(house.anwen, () -> read(() -> app.getBean(Contents.class).find(id))))
                .isEmpty();
    }

    private <T> T read(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(_ -> work.get());
    }

    private String open(KeyId key, Copy copy) {
        return new String(
                vault.open(key, copy.place(), copy.bytes()), StandardCharsets.UTF_8);
    }

    /// Every sealed value of this warning.
    private static List<Copy> copy(AlertId id) throws SQLException {
        List<Copy> copies = new ArrayList<>();
        try (var superuser = TestDatabase.superuser();
                var sql =
                        superuser.prepareStatement(
                                """
                                SELECT 'alert.content', 'bytes', bytes FROM alert.content
                                 WHERE alert = ?
                                UNION ALL
                                SELECT 'alert.event', 'note of ' || what, note FROM alert.event
                                 WHERE alert = ? AND note IS NOT NULL
                                """)) {
            sql.setObject(1, id.value());
            sql.setObject(2, id.value());
            try (var rows = sql.executeQuery()) {
                while (rows.next()) {
                    copies.add(
                            new Copy(
                                    new Place(rows.getString(1), id.value(), rows.getString(2)),
                                    rows.getBytes(3)));
                }
            }
        }
        return copies;
    }

    private static KeyId key(AlertId id) throws SQLException {
        try (var superuser = TestDatabase.superuser();
                var sql =
                        superuser.prepareStatement(
                                """
                                SELECT r.key_id FROM report.report r JOIN alert.alert a ON a.report = r.id
                                 WHERE a.id = ? AND a.key_id = r.key_id
                                """)) {
            sql.setObject(1, id.value());
            try (var rows = sql.executeQuery()) {
                assertThat(rows.next()).as("sealed under the report's own key").isTrue();
                return new KeyId(rows.getObject(1, UUID.class));
            }
        }
    }

    private void erase(Ticket ticket) throws SQLException {
        try (var superuser = TestDatabase.superuser();
                var sql =
                        superuser.prepareStatement(
                                """
                                UPDATE report.report SET erase_after = now() - interval '1 minute'
                                 WHERE id = ?
                                """)) {
            sql.setObject(1, ticket.report().value());
            sql.executeUpdate();
        }
        sweep.execute(null, null);
    }
}
