package org.diogel.evidence;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.report.Moving;
import org.diogel.report.Receipts;
import org.diogel.report.ReportKeys;
import org.diogel.report.Telling;
import org.diogel.report.Ticket;
import org.diogel.vault.Scanner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The door for whoever tells: sending pictures and files with a report that is being written or was
/// sent. With the code alone files can be added; once the report is sent, the list needs the second
/// secret. Every method throws [org.diogel.web.NotHere] when the report is gone.
@Service
public class Evidence {

    private final Telling telling;
    private final ReportKeys keys;
    private final Receipts receipts;
    private final Moving moving;
    private final FileStore store;
    private final Sealing sealing;
    private final Check check;
    private final Intake intake;
    private final Scanner scanner;
    private final Audit audit;
    private final Clock clock;
    private final EvidenceSettings settings;

    Evidence(
            Telling telling,
            ReportKeys keys,
            Receipts receipts,
            Moving moving,
            FileStore store,
            Sealing sealing,
            Check check,
            Intake intake,
            Scanner scanner,
            Audit audit,
            Clock clock,
            EvidenceSettings settings) {
        this.telling = telling;
        this.keys = keys;
        this.receipts = receipts;
        this.moving = moving;
        this.store = store;
        this.sealing = sealing;
        this.check = check;
        this.intake = intake;
        this.scanner = scanner;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /// Keeps a file, or says why not; in that case nothing of it is kept.
    ///
    /// @param file read once, to its end or to the limit
    /// @param note what the desk is told where the report was sent already, in her language
    /// @return empty when it is kept and on disk
    public Optional<Refusal> add(Ticket ticket, NewFile about, InputStream file, String note) {
        try {
            Optional<Refusal> full = room(ticket, 1);
            return full.isPresent()
                    ? full
                    : intake.take(file, whole -> keep(ticket, about, whole, note));
        } catch (Refused refused) {
            return Optional.of(refused.why());
        }
    }

    /// Notes that she has something that may show a child and did not send it.
    ///
    /// @param note as for [#add]
    public void withhold(Ticket ticket, NewFile about, String note) {
        telling.as(
                ticket,
                () -> {
                    ReportKeys.Own own = keys.hold(ticket.report());
                    // It says something about safety, so there is room for it where there is none for files.
                    if (store.sent().files() >= 2L * settings.files()) {
                        return false;
                    }
                    FileRow row = row(ticket, own, FileState.WITHHELD, null, 0, null, about);
                    store.insert(row);
                    written(ticket, own, row, "evidence.withheld", note);
                    moving.callLead(ticket.report());
                    return true;
                });
    }

    /// Seals a file that was sent for good, since she says that it may show somebody under 18, and gives
    /// the report to the safeguarding lead, as [DeskFiles#markChild] does. With the second secret alone.
    ///
    /// @param note as for [#add]
    /// @return false when nobody could open it anyhow, or it is not there
    public boolean markChild(Ticket ticket, FileId id, String note) {
        return telling.as(
                ticket,
                () -> {
                    ReportKeys.Own own = keys.hold(ticket.report());
                    Optional<FileRow> row = store.find(ticket.report(), id);
                    if (row.isEmpty() || !store.markChild(id, null, Finder.HER, clock.instant())) {
                        return false;
                    }
                    written(ticket, own, row.get(), "evidence.marked-child", note);
                    moving.callLead(ticket.report());
                    return true;
                });
    }

    /// What she has sent so far, with her words; after sending only with the second secret.
    public List<Mine> list(Ticket ticket) {
        return telling.as(
                ticket,
                () ->
                        store.of(ticket.report()).stream()
                                .map(row -> new Mine(row.seen(), sealing.words(row)))
                                .toList());
    }

    /// Takes a file out of a draft.
    ///
    /// @return false when it was sent already, or the file is gone
    public boolean remove(Ticket ticket, FileId id) {
        return telling.as(
                ticket,
                () -> {
                    keys.hold(ticket.report());
                    boolean gone = store.delete(ticket.report(), id);
                    if (gone) {
                        audit.record(
                                AuditEntry.of(
                                        "evidence.removed",
                                        "report",
                                        ticket.report().value(),
                                        id.toString()));
                    }
                    return gone;
                });
    }

    /// Megabytes of one file, files of a report, megabytes of a report.
    public Limits limits() {
        return new Limits(
                settings.fileMegabytes(), settings.files(), settings.reportMegabytes());
    }

    /// Whether a virus scanner is set.
    public boolean isScanned() {
        return scanner.isSet();
    }

    private Optional<Refusal> keep(Ticket ticket, NewFile about, byte[] whole, String note) {
        Check.Passed passed = check.look(whole);
        byte[] copy = passed.copy();
        if (about.share() && passed.kind().keepsHidden()) {
            return Optional.of(Refusal.HEIC);
        }
        return telling.as(
                ticket,
                () -> {
                    // One file at a time for each report, and none while it is being sent.
                    ReportKeys.Own own = keys.hold(ticket.report());
                    Optional<Refusal> full = room(whole.length);
                    if (full.isPresent()) {
                        return full;
                    }
                    FileRow row =
                            row(
                                    ticket,
                                    own,
                                    passed.state(),
                                    passed.kind(),
                                    whole.length,
                                    copy == null ? null : copy.length,
                                    about);
                    store.insert(row);
                    sealing.write(row, false, whole);
                    if (copy != null) {
                        sealing.write(row, true, copy);
                    }
                    written(ticket, own, row, "evidence.added", note);
                    return full;
                });
    }

    private Optional<Refusal> room(Ticket ticket, int bytes) {
        return telling.as(ticket, () -> room(bytes));
    }

    private Optional<Refusal> room(int bytes) {
        FileStore.Sent sent = store.sent();
        if (sent.files() >= settings.files()) {
            return Optional.of(Refusal.MANY);
        }
        long most = (long) settings.reportMegabytes() * EvidenceSettings.MEGABYTE;
        return sent.bytes() + bytes > most ? Optional.of(Refusal.FULL) : Optional.empty();
    }

    private FileRow row(
            Ticket ticket,
            ReportKeys.Own own,
            FileState state,
            @Nullable FileKind kind,
            int size,
            @Nullable Integer copySize,
            NewFile about) {
        FileRow bare =
                new FileRow(
                        FileId.random(),
                        ticket.report(),
                        own.key(),
                        state,
                        kind,
                        size,
                        copySize,
                        about.intimate(),
                        state != FileState.WITHHELD && about.share(),
                        state == FileState.QUARANTINED,
                        null,
                        clock.instant(),
                        null,
                        null,
                        null,
                        null);
        return about.words().isEmpty() ? bare : bare.withWords(sealing.words(bare, about.words()));
    }

    private void written(
            Ticket ticket, ReportKeys.Own own, FileRow row, String action, String note) {
        audit.record(
                AuditEntry.of(action, "report", ticket.report().value(), row.id().toString()));
        if (!own.draft()) {
            receipts.add(ticket, note);
        }
    }
}
