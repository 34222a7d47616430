package org.diogel.account;

import java.util.function.Supplier;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One transaction of the task `sign-in`: before anybody has signed in, nobody else may read what it
/// takes to do so.
@Component
class SignInWork {
    private static final Actor.Task TASK = new Actor.Task("sign-in");

    private final TransactionTemplate transactions;

    SignInWork(PlatformTransactionManager transactions) {
        this.transactions = new TransactionTemplate(transactions);
    }

    <T extends @Nullable Object> T run(Supplier<T> work) {
        return Acting.<T, RuntimeException>as(
                TASK, "sign-in", () -> transactions.execute(status -> work.get()));
    }
}
