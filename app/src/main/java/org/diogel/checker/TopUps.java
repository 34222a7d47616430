package org.diogel.checker;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.web.NotHere;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for caseworkers who give a member of their own project more checks for today: once a day, and
/// no more than [#EXTRA].
@Service
public class TopUps {

    /// How many checks more.
    public static final int EXTRA = 20;

    private final TopUpStore store;
    private final Budget budget;
    private final Accounts accounts;
    private final Audit audit;
    private final TransactionTemplate transaction;

    TopUps(
            TopUpStore store,
            Budget budget,
            Accounts accounts,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.budget = budget;
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param given whether she had more today already
    public record Member(AccountId id, String name, boolean given) {}

    /// Members of the project, but for whoever looks.
    ///
    /// @throws NotHere for anybody but a caseworker
    public List<Member> list() {
        return run(
                () -> {
                    Actor.Person me = Acting.person();
                    Set<AccountId> given = store.given(me.agency(), budget.today());
                    return members(me).stream()
                            .map(one -> new Member(one.id(), one.name(), given.contains(one.id())))
                            .toList();
                });
    }

    /// Gives this member more for today.
    ///
    /// @return false when she had more today already
    /// @throws NotHere for anybody but a caseworker, and for whoever is no member of her project
    public boolean give(AccountId to, TopUpReason reason) {
        return run(
                () -> {
                    Actor.Person me = Acting.person();
                    if (members(me).stream().noneMatch(one -> one.id().equals(to))) {
                        throw new NotHere();
                    }
                    boolean given =
                            store.give(
                                    to,
                                    me.agency(),
                                    budget.today(),
                                    EXTRA,
                                    reason.label(),
                                    me.account());
                    if (given) {
                        audit.record(
                                AuditEntry.of(
                                        "checker.topped-up", "account", to.value(), reason.label()));
                    }
                    return given;
                });
    }

    private List<AccountView> members(Actor.Person me) {
        return accounts.listActiveWithRole(Role.MEMBER, me.agency()).stream()
                .filter(one -> !one.id().equals(me.account()))
                .toList();
    }

    private <T> T run(Supplier<T> work) {
        try {
            if (!Acting.person().has(Role.CASEWORKER)) {
                throw new NotHere();
            }
            T result = transaction.execute(_ -> work.get());
            if (result == null) {
                throw new NotHere();
            }
            return result;
        } catch (NotHere hidden) {
            audit.recordDenied(hidden, AuditEntry.of("checker.top-up", "account", null));
            throw hidden;
        }
    }
}
