package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.diogel.WebTest;
import org.diogel.vault.KeyId;
import org.diogel.vault.TestVault;
import org.diogel.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;

/// Keys without a report: a few were left over, many mean that this is the wrong database.
@WebTest
class OrphansTest {

    @Autowired SweepStore store;
    @Autowired Aftermath aftermath;
    @Autowired ApplicationEventPublisher events;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    @TempDir Path folder;
    private Vault vault;

    @BeforeEach
    void aVaultOfItsOwn() {
        vault = TestVault.in(folder);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void aFewAreDestroyedWhenTheirTimeHasCome() {
        List<KeyId> few = keys(20);
        sweep(Duration.ofDays(34), false);
        assertThat(few).allMatch(vault::holds);
        sweep(Duration.ofDays(37), false);
        assertThat(few).noneMatch(vault::holds);
    }

    @Test
    void manyAreDestroyedOnlyWhenAnOperatorSaysSo() {
        List<KeyId> many = keys(21);
        sweep(Duration.ofDays(37), false);
        assertThat(many).allMatch(vault::holds);
        sweep(Duration.ofDays(37), true);
        assertThat(many).noneMatch(vault::holds);
    }

    private List<KeyId> keys(int number) {
        List<KeyId> made = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            made.add(vault.newKey());
        }
        return made;
    }

    private void sweep(Duration later, boolean orphans) {
        new Sweep(
                        store,
                        vault,
                        aftermath,
                        events,
                        Clock.offset(clock, later),
                        new SweepSettings(orphans),
                List.of(),
                        transactions)
                .run();
    }
}
