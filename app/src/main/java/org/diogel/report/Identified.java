package org.diogel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door for finding reports of one's own desk by what they say about a person: each is unsealed,
/// as far as that goes, compared and shut again. Nothing of them is kept in a form that could be
/// searched otherwise.
@Service
public class Identified {

    /// Reports that are looked through at most, those that matter first.
    private static final int MOST = 20_000;

    /// Reports whose sealed parts are in memory together.
    private static final int AT_ONCE = 500;

    private final QueueStore queue;
    private final Content content;
    private final Audit audit;

    Identified(QueueStore queue, Content content, Audit audit) {
        this.queue = queue;
        this.content = content;
        this.audit = audit;
    }

    /// Reports the actor may read whose identifiers fit. Written down once: what kind of thing was
    /// looked for, in how many reports, and in how many it was found; never the thing itself. The
    /// purpose is that of the caller's transaction.
    ///
    /// @param what kind of thing, in small letters
    /// @param fits told the parts of the report that identify somebody, and nothing else of it
    @Transactional(propagation = Propagation.MANDATORY)
    public List<QueueItem> find(String what, Predicate<Answers> fits) {
        boolean lead = Acting.person().has(Role.SAFEGUARDING_LEAD);
        List<ReportId> readable = queue.readable(lead, MOST);
        List<QueueItem> found = new ArrayList<>();
        for (int from = 0; from < readable.size(); from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE, readable.size());
            content.search(queue.some(readable.subList(from, to)), Part.IDENTIFIERS, fits)
                    .forEach(row -> found.add(row.item(lead)));
        }
        audit.record(
                AuditEntry.of(
                        "report.searched",
                        "report",
                        null,
                        what,
                        "in-" + readable.size(),
                        "found-" + found.size()));
        return found;
    }
}
