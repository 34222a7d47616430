package org.diogel.subjectaccess;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Role;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What an officer does with a request, in one transaction, written down.
@Component
class CopyWork {

    private final CopyStore store;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CopyWork(CopyStore store, Audit audit, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    Instant now() {
        return clock.instant();
    }

    CopyRow get(CopyId id) {
        return store.find(id).orElseThrow(NotHere::new);
    }

    /// @throws Stale when it changed since
    CopyRow current(CopyId id, int version) {
        CopyRow row = store.lock(id).orElseThrow(NotHere::new);
        if (row.version() != version) {
            throw new Stale();
        }
        return row;
    }

    void change(CopyRow row, CopyRow now, String what) {
        if (!store.move(row, now)) {
            throw new Stale();
        }
        store.note(row.id(), what, clock.instant());
        audit.record(AuditEntry.of("subjectaccess." + what, Copies.KIND, row.id().value()));
    }

    CopyRow with(CopyRow row, CopyState state) {
        return new CopyRow(
                row.id(),
                row.subject(),
                row.agency(),
                row.key(),
                row.lang(),
                state,
                row.version(),
                row.receivedAt(),
                row.countsFrom(),
                row.dueOn(),
                row.extended(),
                row.surely(),
                row.answer(),
                state == CopyState.GATHERED ? clock.instant() : row.gatheredAt(),
                row.endedAt());
    }

    <T> T run(Supplier<T> work) {
        try {
            T result =
                    transaction.execute(
                            _ -> {
                                if (!Acting.person().has(Role.DATA_PROTECTION_OFFICER)) {
                                    throw new NotHere();
                                }
                                return work.get();
                            });
            if (result == null) {
                throw new NotHere();
            }
            return result;
        } catch (NotHere hidden) {
            audit.recordDenied(AuditEntry.of("subjectaccess.look", Copies.KIND, null));
            throw hidden;
        }
    }
}
