package org.diogel.protocol;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.messages.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells administrators and the parties' data protection officers, two months before, that a protocol is
/// to be looked at again or runs out: time enough to sign the next one.
@Component
class ProtocolClock {

    static final String KIND = "protocol";
    static final Actor TASK = new Actor.Task("protocols");

    private static final String PURPOSE = "telling-of-protocols";
    private static final int MONTHS_BEFORE = 2;
    private static final Logger LOG = LoggerFactory.getLogger(ProtocolClock.class);

    private final ProtocolStore store;
    private final Accounts accounts;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ProtocolClock(
            ProtocolStore store,
            Accounts accounts,
            Messages messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void run() {
        Acting.run(TASK, PURPOSE, () -> read(this::toRemind).forEach(this::remind));
    }

    private List<ProtocolRow> toRemind() {
        LocalDate today = clock.instant().atZone(Protocols.LONDON).toLocalDate();
        return store.toRemind(today, today.plusMonths(MONTHS_BEFORE));
    }

    private void remind(ProtocolRow row) {
        try {
            transaction.executeWithoutResult(_ -> tell(row));
        } catch (RuntimeException notDone) {
            // An exception may quote what it stumbled over: its kind alone is logged.
            LOG.warn("Nobody was told of a protocol: {}", notDone.getClass().getSimpleName());
        }
    }

    /// Where there is nobody to tell it stays, for whoever comes.
    private void tell(ProtocolRow row) {
        Set<AgencyId> parties =
                row.parties().stream().map(Party::agency).collect(Collectors.toSet());
        List<AccountView> officers =
                accounts.listActiveWithRole(Role.DATA_PROTECTION_OFFICER).stream()
                        .filter(officer -> parties.contains(officer.agency()))
                        .toList();
        List<AccountView> administrators = accounts.listActiveWithRole(Role.ADMINISTRATOR);
        if (officers.isEmpty() && administrators.isEmpty()) {
            return;
        }
        officers.forEach(to -> queue(to, row));
        administrators.forEach(to -> queue(to, row));
        store.reminded(row.id());
    }

    private void queue(AccountView to, ProtocolRow row) {
        messages.queueOnce(to.id(), Messages.NEUTRAL, KIND, row.id().value());
    }

    private <T> List<T> read(Supplier<List<T>> work) {
        List<T> all = transaction.execute(_ -> work.get());
        return all == null ? List.of() : all;
    }
}
