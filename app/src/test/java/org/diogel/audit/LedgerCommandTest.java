package org.diogel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.database.DatabaseRefusal;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.messages.Jobs;
import org.diogel.vault.TestRing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// `./diogel ledger verify`, from words to exit code, as the owner of the tables.
@WebTest
class LedgerCommandTest {

    @Autowired private Audit audit;
    @Autowired private Sequencer sequencer;
    @Autowired private KeptCheckpoint kept;
    @Autowired private Jobs jobs;
    @Autowired private PlatformTransactionManager transactions;
    @TempDir private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @BeforeEach
    void aRecord() {
        jobs.stop();
        Actor.Person person =
                new Actor.Person(new AccountId(new UUID(1, 1)), new AgencyId(new UUID(2, 1)), Set.of());
        for (int i = 0; i < 5; i++) {
            Acting.run(
                    person,
                    "work",
                    () ->
                            new TransactionTemplate(transactions)
                                    .executeWithoutResult(
                                            _ -> audit.record(AuditEntry.of("report.opened", "report", UUID.randomUUID()))));
        }
        sequencer.run();
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void aWholeRecordIsSafeAlsoWithWhatSomebodyKept() throws Exception {
        assertThat(verify(Optional.empty())).isZero();
        assertThat(said()).contains("is as it was written").doesNotContain("No checkpoint from outside");
        SignedCheckpoint newest = kept.find().orElseThrow();
        assertThat(verify(file(newest.note()))).isZero();
        assertThat(verify(file("\ufeffCofnod Diogel, maint %,d, 27 Tachwedd 2026: %s\r\n".formatted(newest.size(), newest.code())))).isZero();
        assertThat(errors.toString(StandardCharsets.UTF_8)).as("nobody watches").isEmpty();
    }

    @Test
    void withoutAnyFromOutsideItSaysWhatItCannotSee() throws Exception {
        int exit = command().verify(TestDatabase.settings(), folder, Optional.empty());
        assertThat(exit).isZero();
        assertThat(said()).contains("No checkpoint from outside");
    }

    @Test
    void whatWasChangedIsNamedWithExit3() throws Exception {
        long index = kept.find().orElseThrow().size() - 3;
        String id = "(SELECT entry FROM audit.line WHERE index = " + index + ")";
        run("UPDATE audit.entry SET purpose = 'other' WHERE id = " + id);
        assertThat(verify(Optional.empty())).isEqualTo(3);
        assertThat(said()).contains("NOT as it was written. First bad line: " + (index + 1) + ".");
        run("UPDATE audit.entry SET purpose = 'work' WHERE id = " + id);
        assertThat(verify(Optional.empty())).isZero();
    }

    @Test
    void aCheckpointOfAnotherHistoryIsExit3() throws Exception {
        SignedCheckpoint newest = kept.find().orElseThrow();
        String other = newest.code().replaceFirst("^.", newest.code().startsWith("0") ? "1" : "0");
        assertThat(verify(file("Diogel record, size " + newest.size() + ": " + other))).isEqualTo(3);
        assertThat(verify(file("Diogel record, size " + (newest.size() + 1) + ": " + newest.code()))).isEqualTo(3);
        assertThat(said()).contains("the end was cut off, or an older copy was put in its place");
    }

    @Test
    void whatIsNoCheckpointIsExit2() throws Exception {
        assertThat(verify(file("hello"))).isEqualTo(2);
        assertThat(verify(Optional.of(folder.resolve("nothing")))).isEqualTo(2);
        assertThat(said()).isEmpty();
    }

    /// As `verify-backup` looks at the database it restored.
    @Test
    void theRecordInABackupIsHeldAgainstTheCheckpointBesideTheKeys() throws Exception {
        Path data = TestDatabase.data().resolve("app");
        assertThat(backup(data, Clock.systemUTC())).contains("that beside the keys among them");
        assertThat(backup(folder, Clock.systemUTC())).contains("none beside the keys to compare");

        String id = "(SELECT entry FROM audit.line WHERE index = 1)";
        run("UPDATE audit.entry SET purpose = 'other' WHERE id = " + id);
        assertThatThrownBy(() -> backup(data, Clock.systemUTC()))
                .isInstanceOf(DatabaseRefusal.class)
                .hasMessageContaining("not as it was written");
        run("UPDATE audit.entry SET purpose = 'work' WHERE id = " + id);

        // The end is cut off, with every checkpoint in the database that says so.
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        String last = "(SELECT max(index) FROM audit.line)";
        run("CREATE TABLE public.cut AS SELECT * FROM audit.line WHERE index = " + last);
        run("CREATE TABLE public.notes AS SELECT * FROM audit.checkpoint WHERE size > " + last);
        run("DELETE FROM audit.checkpoint WHERE size > " + last);
        run("DELETE FROM audit.line WHERE index = " + last);
        assertThatThrownBy(() -> backup(data, later))
                .isInstanceOf(DatabaseRefusal.class)
                .hasMessageContaining("it was cut off, or no log reached the backup since");
        run("INSERT INTO audit.line SELECT * FROM public.cut");
        run("INSERT INTO audit.checkpoint SELECT * FROM public.notes");
        assertThat(backup(data, later)).contains("that beside the keys among them");
    }

    private static String backup(Path data, Clock clock) throws Exception {
        try (Connection superuser = TestDatabase.superuser()) {
            superuser.setAutoCommit(false);
            return new BackupLedger(TestRing.ring(), Optional.of(data), clock).at(superuser);
        }
    }

    private int verify(Optional<Path> checkpoint) throws Exception {
        return command().verify(TestDatabase.settings(), TestDatabase.data().resolve("app"), checkpoint);
    }

    private LedgerCommand command() {
        return new LedgerCommand(
                TestRing.ring(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                false);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Optional<Path> file(String text) throws Exception {
        return Optional.of(Files.writeString(folder.resolve("kept.txt"), text));
    }

    private static void run(String statement) throws Exception {
        try (Connection superuser = TestDatabase.superuser();
                var sql = superuser.createStatement()) {
            sql.execute(statement);
        }
    }
}
