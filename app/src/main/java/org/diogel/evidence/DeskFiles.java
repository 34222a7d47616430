package org.diogel.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.report.Moving;
import org.diogel.report.QueueItem;
import org.diogel.report.ReportId;
import org.diogel.report.ReportState;
import org.diogel.report.ReportKeys;
import org.diogel.report.Reports;
import org.diogel.web.NotHere;
import org.diogel.web.TooMany;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for whoever answers, and for what is passed on. What somebody may not see is answered as
/// what is not there ([NotHere]) and noted as a refused look.
@Service
public class DeskFiles {

    private static final int BUSY_SECONDS = 10;
    private static final Actor CHILD_FOUND = new Actor.Task("child-found");

    private final Reports reports;
    private final FileStore store;
    private final Sealing sealing;
    private final Intake intake;
    private final Moving moving;
    private final ReportKeys keys;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DeskFiles(
            Reports reports,
            FileStore store,
            Sealing sealing,
            Intake intake,
            Moving moving,
            ReportKeys keys,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.reports = reports;
        this.store = store;
        this.sealing = sealing;
        this.intake = intake;
        this.moving = moving;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// The files of a report in the order they came; nothing is unsealed.
    public List<Evident> list(ReportId report) {
        return in(report, () -> store.of(report).stream().map(FileRow::seen).toList());
    }

    public Evident get(ReportId report, FileId id) {
        return in(report, () -> find(report, id).seen());
    }

    /// Unseals one file for one look, written down with its purpose and the file's id.
    ///
    /// @param purpose small letters and hyphens, at most 40
    /// @param original as it came, with whatever is hidden in it; otherwise the copy
    /// @throws NotHere also when it is not ready, or has no copy
    public OpenedFile open(ReportId report, FileId id, String purpose, boolean original) {
        int size = get(report, id).size();
        return roomFor(
                size,
                () ->
                        Acting.forPurpose(
                                purpose, () -> in(report, () -> opened(report, id, original))));
    }

    /// Seals a file for good as one that may show a child, and gives the report to the safeguarding
    /// lead, whose alarm rings. Nothing undoes it. Marked twice, it is marked once.
    ///
    /// @param reason sealed with the report, for the desk
    public void markChild(ReportId report, FileId id, String reason) {
        in(
                report,
                () -> {
                    keys.hold(report);
                    FileRow file = find(report, id);
                    if (store.markChild(
                            id, Acting.person().account().value(), Finder.DESK, clock.instant())) {
                        audit.record(entry("evidence.marked-child", file));
                        QueueItem item = reports.get(report);
                        if (item.state() == ReportState.SENT
                                || item.state() == ReportState.CLOSED) {
                            reports.pass(report, item.version(), reason);
                        }
                    }
                    return true;
                });
    }

    /// As [#markChild], on the word of an officer who was given the file and sees nothing else of the
    /// report: what follows is done by work of the system that can do nothing else. Nothing happens where
    /// nobody can open it any more.
    ///
    /// @throws NotHere for anybody but an officer
    @Transactional(propagation = Propagation.NEVER)
    public void markChildElsewhere(ReportId report, FileId id) {
        Actor.Person officer = Acting.person();
        if (!officer.has(Role.POLICE_LIAISON)) {
            audit.recordDenied(AuditEntry.of("evidence.look", "report", report.value()));
            throw new NotHere();
        }
        Optional<FileRow> given = transaction.execute(_ -> store.find(report, id));
        if (given == null || given.isEmpty()) {
            return;
        }
        Acting.run(
                CHILD_FOUND,
                "safeguarding",
                () -> transaction.executeWithoutResult(_ -> found(given.get(), officer)));
    }

    private void found(FileRow file, Actor.Person officer) {
        keys.hold(file.report());
        if (store.markChild(file.id(), officer.account().value(), Finder.POLICE, clock.instant())) {
            audit.record(entry("evidence.marked-child", file));
            moving.callLead(file.report());
        }
    }

    /// Notes who was told of a file that may show a child.
    public void setRoute(ReportId report, FileId id, Route route) {
        in(
                report,
                () -> {
                    FileRow file = find(report, id);
                    if (!store.setRoute(id, route, clock.instant())) {
                        throw new NotHere();
                    }
                    audit.record(entry("evidence.route-noted", file));
                    return true;
                });
    }

    /// What goes of a file that was passed on: the copy without hidden facts where there is one, and the file as it
    /// came where none can be made, which the page told her before she said yes.
    ///
    /// @throws NotHere when it may not go
    @Transactional(propagation = Propagation.MANDATORY)
    public OpenedFile thatGoes(ReportId report, FileId id) {
        FileRow file = find(report, id);
        if (!file.seen().mayGo()) {
            throw new NotHere();
        }
        return roomFor(file.size(), () -> opened(report, id, file.copySize() == null));
    }

    /// SHA-256 of what goes, to be named with it; empty while it may not go.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<byte[]> digest(ReportId report, FileId id) {
        return store.find(report, id)
                .filter(file -> file.seen().mayGo())
                .map(
                        file -> {
                            audit.record(entry("evidence.passed", file));
                            return roomFor(
                                    file.size(),
                                    () -> sha(sealing.read(file, file.copySize() != null)));
                        });
    }

    /// Message keys of the kinds of a report's files, by their ids.
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, String> kinds(ReportId report) {
        return store.of(report).stream()
                .collect(
                        Collectors.toMap(
                                file -> file.id().value(),
                                file -> "evidence.is." + file.seen().label()));
    }

    /// Those that may be opened now of these that were passed on.
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> open(ReportId report, Collection<UUID> passed) {
        return store.of(report).stream()
                .filter(file -> file.seen().mayGo() && passed.contains(file.id().value()))
                .map(file -> file.id().value())
                .collect(Collectors.toSet());
    }

    private static byte[] sha(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private <T> T roomFor(int size, Supplier<T> work) {
        try {
            return intake.opening(size, work);
        } catch (Refused busy) {
            throw new TooMany(BUSY_SECONDS);
        }
    }

    private OpenedFile opened(ReportId report, FileId id, boolean original) {
        FileRow file = find(report, id);
        FileKind kind = file.kind();
        if (file.state() != FileState.READY
                || kind == null
                || (!original && file.copySize() == null)) {
            throw new NotHere();
        }
        byte[] bytes = sealing.read(file, !original);
        audit.record(entry(original ? "evidence.saved" : "evidence.opened", file));
        return new OpenedFile(bytes, original ? kind.ending() : kind.goingEnding());
    }

    private static AuditEntry entry(String action, FileRow file) {
        return AuditEntry.of(action, "report", file.report().value(), file.id().toString());
    }

    private FileRow find(ReportId report, FileId id) {
        return store.find(report, id).orElseThrow(NotHere::new);
    }

    private <T> T in(ReportId report, Supplier<T> work) {
        try {
            T result =
                    transaction.execute(
                            status -> {
                                reports.get(report);
                                return work.get();
                            });
            if (result == null) {
                throw new NotHere();
            }
            return result;
        } catch (NotHere hidden) {
            audit.recordDenied(hidden, AuditEntry.of("evidence.look", "report", report.value()));
            throw hidden;
        }
    }
}
