package org.diogel.report;

import java.util.UUID;
import org.diogel.access.Ties;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The matching door: keeps people out of what names somebody on their own lists ([Ties]), unless nobody
/// would be left at the desk to answer it. DOMAIN §4.4.
@Service
public class Tied {

    private static final int LONGEST = 200;

    private final TiedStore store;
    private final Ties ties;
    private final Tags tags;
    private final Audit audit;

    Tied(TiedStore store, Ties ties, Tags tags, Audit audit) {
        this.store = store;
        this.ties = ties;
        this.tags = tags;
        this.audit = audit;
    }

    /// Nothing of that kind can be read out of it.
    public static final class Unreadable extends RuntimeException {
        Unreadable() {
            super("Nothing of that kind", null, false, false);
        }
    }

    /// Adds to the acting person's own list and keeps her out of everything that names it, told before or
    /// later. She is not told whether there is anything.
    ///
    /// @param kind `phone`, `email`, `handle` or `vehicle`
    /// @param value the number, address, name or plate
    /// @throws Unreadable when it is none of that kind
    /// @throws Ties.Full when the list is full
    @Transactional
    public void add(String kind, String value, String note) {
        var hashes = value.length() > LONGEST ? java.util.List.<byte[]>of() : tags.exact(kind, value);
        if (hashes.isEmpty()) {
            throw new Unreadable();
        }
        UUID tie = ties.add(kind, value, note, hashes);
        store.keepOutOfTied(tie);
    }

    /// Whoever has written down somebody whom this report names; in the transaction that sends it.
    @Transactional(propagation = Propagation.MANDATORY)
    void keepOut(ReportId report) {
        if (store.keepOutTied() > 0) {
            audit.record(AuditEntry.of("access.kept-out", "report", report.value(), "tie"));
        }
    }
}
