package org.diogel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.audit.AuditLog;
import org.diogel.consent.Consents;
import org.diogel.consent.Disclosure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The door to where in the record each thing stands that went to somebody. For whoever gave the second
/// secret too.
@Service
public class Recorded {

    private final Telling telling;
    private final Consents consents;
    private final AuditLog log;

    Recorded(Telling telling, Consents consents, AuditLog log) {
        this.telling = telling;
        this.consents = consents;
        this.log = log;
    }

    /// How it stands with one thing that went.
    public enum How {
        /// Found in the record just now.
        PROVED,
        /// Written down, and waits for its place for about a second.
        WAITS,
        /// It went before the record named such things.
        BEFORE,
        /// It should be there and is not as it was written.
        MISSING
    }

    /// @param line its place in the record, counted from 1; null unless it has one
    public record Event(Disclosure gone, How how, @Nullable Long line) {}

    /// @throws IllegalStateException without the second secret
    public List<Event> list(Ticket ticket) {
        return telling.as(
                ticket,
                () -> {
                    UUID report = telling.get(ticket).id().value();
                    List<AuditLog.Placed> placed =
                            new ArrayList<>(log.listPlaced(report, Consents.DISCLOSED));
                    return consents.disclosures(report).stream()
                            .map(gone -> event(gone, consents.trace(report, gone), placed))
                            .toList();
                });
    }

    private static Event event(Disclosure gone, String mark, List<AuditLog.Placed> placed) {
        Optional<AuditLog.Placed> found =
                placed.stream().filter(row -> row.fields().contains(mark)).findFirst();
        found.ifPresent(placed::remove);
        if (found.isEmpty()) {
            return new Event(gone, How.BEFORE, null);
        }
        Long line = found.get().line();
        How how = line == null ? How.WAITS : found.get().proved() ? How.PROVED : How.MISSING;
        return new Event(gone, how, line);
    }

    /// The proof as a text to keep; empty unless that line is about this report.
    public Optional<String> prove(Ticket ticket, long line) {
        return telling.as(ticket, () -> log.prove(line));
    }
}
