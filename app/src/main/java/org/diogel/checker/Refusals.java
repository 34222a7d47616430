package org.diogel.checker;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.diogel.access.Access;
import org.diogel.access.Agency;
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
import org.springframework.transaction.annotation.Transactional;

/// The door for administrators and data protection officers: who went on and on after the last look of
/// a day. Never at what.
@Service
public class Refusals {

    private static final Period SHOWN = Period.ofDays(30);

    private final BudgetStore store;
    private final Budget budget;
    private final Accounts accounts;
    private final Access access;
    private final Audit audit;

    Refusals(
            BudgetStore store, Budget budget, Accounts accounts, Access access, Audit audit) {
        this.store = store;
        this.budget = budget;
        this.accounts = accounts;
        this.access = access;
        this.audit = audit;
    }

    /// @param name empty when it is nobody the reader may know of
    /// @param search whether it was at a desk, in reports; otherwise before a meeting
    public record Refusal(LocalDate day, String name, String agency, boolean search) {}

    /// Of the last thirty days, newest first.
    ///
    /// @throws NotHere for anybody else
    @Transactional
    public List<Refusal> list() {
        requireReader();
        audit.record(AuditEntry.of("checker.refusals-looked-at", "checker", null));
        return store.told(budget.today().minus(SHOWN)).stream().map(this::refusal).toList();
    }

    /// Days of the last thirty on which so much was checked that checking stopped, newest first.
    ///
    /// @throws NotHere for anybody else
    @Transactional(readOnly = true)
    public List<LocalDate> stopped() {
        requireReader();
        return store.stopped(budget.today().minus(SHOWN));
    }

    private static void requireReader() {
        Actor.Person me = Acting.person();
        if (!me.has(Role.ADMINISTRATOR) && !me.has(Role.DATA_PROTECTION_OFFICER)) {
            throw new NotHere();
        }
    }

    private Refusal refusal(BudgetStore.Suspect suspect) {
        Optional<AccountView> who = accounts.find(new AccountId(suspect.account()));
        return new Refusal(
                suspect.day(),
                who.map(AccountView::name).orElse(""),
                who.flatMap(one -> access.findAgency(one.agency())).map(Agency::name).orElse(""),
                suspect.what().equals("search"));
    }
}
