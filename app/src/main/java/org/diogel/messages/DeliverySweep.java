package org.diogel.messages;

import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Forgets messages a year after they went or were given up, and numbers nobody proved.
@Component
class DeliverySweep {

    private static final Actor TASK = new Actor.Task("sweep-deliveries");

    private final DeliveryStore store;
    private final PreferenceStore preferences;
    private final TransactionTemplate transaction;

    DeliverySweep(
            DeliveryStore store,
            PreferenceStore preferences,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.preferences = preferences;
        this.transaction = new TransactionTemplate(transactions);
    }

    void run() {
        Acting.run(
                TASK,
                "retention",
                () ->
                        transaction.executeWithoutResult(
                                _ -> {
                                    store.sweep();
                                    preferences.sweepWaiting();
                                }));
    }
}
