package org.diogel.account;

import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Forgets invitations ninety days after their link ended, used or not.
@Component
class InvitationSweep {
    private static final Actor TASK = new Actor.Task("sweep-invitations");

    private final InvitationStore store;
    private final TransactionTemplate transaction;

    InvitationSweep(InvitationStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    void run() {
        Acting.run(
                TASK, "retention", () -> transaction.executeWithoutResult(_ -> store.sweep()));
    }
}
