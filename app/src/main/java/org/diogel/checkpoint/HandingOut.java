package org.diogel.checkpoint;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.diogel.account.Accounts;
import org.diogel.audit.AuditLog;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.messages.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Once a day tells the data protection officers of every agency, in neutral words, that there is
/// something to read: the newest checkpoint, to be kept where whoever runs Diogel cannot reach it.
@Component
class HandingOut {

    static final String KIND = "checkpoint";
    static final UUID SUBJECT = UUID.nameUUIDFromBytes(KIND.getBytes(StandardCharsets.US_ASCII));

    private static final Actor TASK = new Actor.Task(KIND);
    private static final String PURPOSE = "handing-out";
    private static final Duration DAY = Duration.ofHours(25);

    private final AuditLog log;
    private final Accounts accounts;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    HandingOut(
            AuditLog log,
            Accounts accounts,
            Messages messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void run() {
        Acting.run(TASK, PURPOSE, () -> transaction.executeWithoutResult(_ -> tell()));
    }

    /// Where nothing was signed for a day there is nothing new to keep.
    private void tell() {
        log.newest()
                .filter(newest -> newest.at().isAfter(clock.instant().minus(DAY)))
                .ifPresent(
                        _ ->
                                accounts.listActiveWithRole(Role.DATA_PROTECTION_OFFICER)
                                        .forEach(
                                                officer ->
                                                        messages.queueOnce(
                                                                officer.id(),
                                                                Messages.NEUTRAL,
                                                                KIND,
                                                                SUBJECT)));
    }
}
