package org.diogel.checker;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.report.Identified;
import org.diogel.report.QueueItem;
import org.diogel.web.NotHere;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for the desk: finds its own reports by a part of a number or plate, for a stated purpose.
/// Each search is written down, without what was looked for, and takes one of so many a day.
@Service
public class Searches {

    private final Identified identified;
    private final Budget budget;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Searches(
            Identified identified,
            Budget budget,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.identified = identified;
        this.budget = budget;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What came of a search.
    public sealed interface Outcome {}

    /// So little is known of it that it would fit many; no search was taken.
    public record TooLittle() implements Outcome {}

    /// @param again the day on which there are searches again
    public record Spent(LocalDate again) implements Outcome {}

    /// @param reports those the actor may read, in the order of the queue
    public record Found(List<QueueItem> reports) implements Outcome {}

    /// @param kind [Kind#PHONE] or [Kind#VEHICLE]
    /// @param part with a question mark for each character nobody saw
    /// @throws NotHere for anybody who does not answer at a desk
    public Outcome search(Kind kind, String part, SearchPurpose purpose) {
        requireDesk();
        Optional<Mask> mask = Mask.read(kind, part);
        if (mask.isEmpty()) {
            return new TooLittle();
        }
        Outcome outcome =
                Acting.forPurpose(
                        purpose.label(), () -> transaction.execute(_ -> search(mask.get())));
        if (outcome == null) {
            throw new NotHere();
        }
        return outcome;
    }

    private Outcome search(Mask mask) {
        return switch (budget.takeSearch()) {
            case Budget.Given _ ->
                    new Found(identified.find(mask.kind().label(), mask::fits));
            case Budget.Spent spent -> new Spent(spent.again());
            case Budget.Closed closed -> new Spent(closed.again());
        };
    }

    private void requireDesk() {
        Actor.Person me = Acting.person();
        if (!me.has(Role.MODERATOR) && !me.has(Role.CASEWORKER) && !me.has(Role.SAFEGUARDING_LEAD)) {
            audit.recordDenied(AuditEntry.of("report.search", "report", null));
            throw new NotHere();
        }
    }
}
