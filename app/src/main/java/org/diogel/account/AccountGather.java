package org.diogel.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Held;
import org.diogel.kernel.Subject;
import org.springframework.stereotype.Component;

/// Everything about somebody who signs in.
@Component
class AccountGather implements Gathers {

    private final AccountGatherStore store;
    private final AccountSecrets secrets;

    AccountGather(AccountGatherStore store, AccountSecrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    @Override
    public Set<String> tables(Subject.Kind kind) {
        return kind == Subject.Kind.ACCOUNT
                ? Set.of(
                        "account.account",
                        "account.passkey",
                        "account.directory_identity",
                        "account.preference",
                        "account.invitation")
                : Set.of();
    }

    @Override
    public List<Held> about(Subject subject) {
        if (!subject.is(Subject.Kind.ACCOUNT)) {
            return List.of();
        }
        List<Held> all = new ArrayList<>(store.about(subject.id()));
        store.email(subject.id())
                .map(sealed -> secrets.open(new AccountId(subject.id()), sealed))
                .ifPresent(
                        email ->
                                all.add(
                                        new Held(
                                                "account.account",
                                                Held.Whose.HERS,
                                                true,
                                                null,
                                                List.of(Held.Line.of("email", email)))));
        return all;
    }
}
