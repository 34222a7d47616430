package org.diogel.liaison;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.Consents;
import org.diogel.kernel.AgencyId;
import org.diogel.protocol.Protocols;
import org.diogel.protocol.Terms;
import org.diogel.web.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes down and reads what is done with packages. Everything here runs in the caller's transaction;
/// every line in the audit is about the report, so that she sees who looked.
@Component
class Ledger {

    private final PackageStore store;
    private final PackageNoteStore notes;
    private final Letters letters;
    private final Protocols protocols;
    private final Audit audit;
    private final Clock clock;

    Ledger(
            PackageStore store,
            PackageNoteStore notes,
            Letters letters,
            Protocols protocols,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.notes = notes;
        this.letters = letters;
        this.protocols = protocols;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws Stale when it is no longer in the state the move begins in
    void move(PackageRow row, PackageMove move) {
        if (!store.move(row.id(), move, clock.instant())) {
            throw new Stale();
        }
        done(row, move.event);
    }

    /// That it was passed on or made ready: what is in a force's list counts as gone.
    void begun(PackageRow row, Consents consents) {
        boolean sent = row.state() == PackageState.SENT;
        if (sent) {
            consents.disclosed(
                    row.report().value(),
                    row.recipient(),
                    row.follows() == null ? "passed" : "added",
                    row.id().value(),
                    row.mark());
        }
        done(row, (sent ? PackageMove.PASS : PackageMove.PREPARE).event);
    }

    /// @param what as the desk reads it
    /// @param look as the record of looks calls it
    void done(PackageRow row, String what, String look, List<String> fields) {
        notes.noteEvent(row.id(), what, clock.instant());
        audit.record(new AuditEntry("liaison." + look, "report", row.report().value(), fields));
    }

    void done(PackageRow row, String what) {
        done(row, what, what, List.of("package"));
    }

    /// @throws Stale when what it corrects was corrected already or is not of this package
    void record(PackageRow row, Came came) {
        if (came.replaces() != null) {
            Set<UUID> open =
                    standing(row, false).counting().stream()
                            .map(Standing.Outcome::id)
                            .collect(Collectors.toSet());
            if (!open.contains(came.replaces())) {
                throw new Stale();
            }
        }
        UUID id = UUID.randomUUID();
        notes.insertOutcome(
                row.id(),
                new PackageNoteStore.Came(id, came.what(), came.day(), came.replaces(), clock.instant()));
        if (!came.number().isEmpty()) {
            write(row, "number", id, came.number());
        }
        done(row, came.replaces() == null ? "outcome" : "outcome-corrected");
    }

    /// @param kind `question` or `answer`
    void write(PackageRow row, String kind, String text) {
        write(row, kind, null, text);
        done(row, kind);
    }

    private void write(PackageRow row, String kind, @Nullable UUID outcome, String text) {
        UUID id = UUID.randomUUID();
        notes.insertNote(
                row.id(), id, kind, outcome, letters.seal(row, id, text), clock.instant());
    }

    /// How packages stand, for a list: nothing is unsealed.
    List<Standing> briefly(List<PackageRow> rows) {
        Map<List<AgencyId>, Terms.Levels> promised = new HashMap<>();
        Map<PackageId, List<PackageNoteStore.Came>> came = 
                notes.outcomes(rows.stream().map(PackageRow::id).toList());
        return rows.stream()
                .map(
                        row ->
                                new Standing(
                                        row,
                                        List.of(),
                                        outcomes(came.getOrDefault(row.id(), List.of()), Map.of()),
                                        List.of(),
                                        false,
                                        levels(row, promised)))
                .toList();
    }

    /// @param events whether what was done is read too: officers see what came, not who did what
    Standing standing(PackageRow row, boolean events) {
        List<PackageNoteStore.Sealed> sealed = notes.notes(row.id());
        Map<UUID, String> numbers =
                sealed.stream()
                        .filter(note -> note.outcome() != null)
                        .collect(
                                Collectors.toMap(
                                        PackageNoteStore.Sealed::outcome,
                                        note -> letters.text(row, note)));
        return new Standing(
                row,
                events ? done(row) : List.of(),
                outcomes(notes.outcomes(row.id()), numbers),
                sealed.stream()
                        .filter(note -> !note.kind().equals("number"))
                        .map(
                                note ->
                                        new Standing.Said(
                                                note.kind().equals("question"),
                                                letters.text(row, note),
                                                note.at()))
                        .toList(),
                false,
                levels(row, new HashMap<>()));
    }

    /// What goes by hand has no force here that could promise anything.
    private Terms.Levels levels(PackageRow row, Map<List<AgencyId>, Terms.Levels> promised) {
        AgencyId force = row.receiver();
        return force == null
                ? Terms.Levels.NONE
                : promised.computeIfAbsent(
                        List.of(row.agency(), force),
                        two -> protocols.getLevels(two.getFirst(), two.getLast()));
    }

    private List<Standing.Done> done(PackageRow row) {
        return notes.events(row.id()).stream()
                .map(
                        done ->
                                new Standing.Done(
                                        done.what(),
                                        done.at(),
                                        row.agency().value().equals(done.agency())))
                .toList();
    }

    private static List<Standing.Outcome> outcomes(
            List<PackageNoteStore.Came> came, Map<UUID, String> numbers) {
        Set<UUID> replaced =
                came.stream()
                        .map(PackageNoteStore.Came::replaces)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return came.stream()
                .map(
                        c ->
                                new Standing.Outcome(
                                        c.id(),
                                        c.what(),
                                        c.day(),
                                        numbers.getOrDefault(c.id(), ""),
                                        c.notedAt(),
                                        replaced.contains(c.id())))
                .toList();
    }
}
