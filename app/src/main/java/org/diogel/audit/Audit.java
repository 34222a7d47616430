package org.diogel.audit;

import java.util.List;
import java.util.UUID;
import org.diogel.kernel.Acting;
import org.diogel.web.NotHere;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door. A look that cannot be recorded is not given: the row is written in the same transaction
/// and its failure fails the look.
@Service
public class Audit {

    private final AuditStore store;
    private final AuditStore apart;

    Audit(@Qualifier("auditStore") AuditStore store, @Qualifier("auditStoreApart") AuditStore apart) {
        this.store = store;
        this.apart = apart;
    }

    /// @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEntry entry) {
        store.insert(Acting.current(), entry, "done");
    }

    /// A refused look, written in a transaction of its own over its own few connections: the one that
    /// was refused rolls back and may hold the last connection of the others.
    @Transactional(
            transactionManager = "auditTransactionManager",
            propagation = Propagation.REQUIRES_NEW)
    public void recordDenied(AuditEntry entry) {
        apart.insert(Acting.current(), entry, "denied");
    }

    /// As [#recordDenied(AuditEntry)], unless a door inside wrote this very refusal down already.
    @Transactional(
            transactionManager = "auditTransactionManager",
            propagation = Propagation.REQUIRES_NEW)
    public void recordDenied(NotHere refusal, AuditEntry entry) {
        if (refusal.isToNote()) {
            apart.insert(Acting.current(), entry, "denied");
        }
    }

    /// Takes out whom the rows about one erased thing are about; a row says that it was done, and the
    /// record still fits. For the task that erases it.
    @Transactional(propagation = Propagation.MANDATORY)
    public void eraseSubject(UUID subject) {
        store.eraseSubject(subject);
    }

    /// Who opened or changed one thing, newest first; only what the reader's own policy lets through.
    @Transactional(readOnly = true)
    public List<Opening> about(UUID subject) {
        return store.about(subject);
    }
}
