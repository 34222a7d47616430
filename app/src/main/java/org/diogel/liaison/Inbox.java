package org.diogel.liaison;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.evidence.DeskFiles;
import org.diogel.evidence.FileId;
import org.diogel.evidence.OpenedFile;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.web.Leaf;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for the liaison officers of a force: what was passed to their own force and nothing else.
/// What was passed to another, or taken back unread, is answered as what is not there ([NotHere]).
@Service
public class Inbox {

    private final PackageStore store;
    private final InboxStore list;
    private final Letters letters;
    private final DeskFiles files;
    private final Ledger ledger;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Inbox(
            PackageStore store,
            InboxStore list,
            Letters letters,
            DeskFiles files,
            Ledger ledger,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.list = list;
        this.letters = letters;
        this.files = files;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// How something is looked at or taken away; each is written down and shown to her.
    public enum Way {
        /// On the page.
        PAGE("read", "read"),
        /// As a PDF file.
        PDF("taken-pdf", "taken"),
        /// As data.
        JSON("taken-json", "taken"),
        /// As a draft of an intelligence report, on paper.
        DRAFT("taken-draft", "taken");

        /// As the desk reads it.
        final String event;

        /// As she reads it: `liaison.look.<look>`.
        final String look;

        Way(String event, String look) {
            this.event = event;
            this.look = look;
        }
    }

    /// One package unsealed for one look.
    ///
    /// @param ready which of its files can be opened now: the others wait for the virus scanner, or
    ///     something came to speak against them
    /// @param added what she added later, oldest first
    public record Reading(PackageRow row, Letter letter, Set<UUID> ready, List<Added> added) {
        /// Says nothing of what was told.
        @Override
        public String toString() {
            return "Reading[" + row + "]";
        }
    }

    /// Something she added later and said may go too.
    ///
    /// @param row its own package, which follows the first
    public record Added(PackageRow row, Letter letter) {
        /// Says nothing of what was told.
        @Override
        public String toString() {
            return "Added[" + row + "]";
        }
    }

    /// One page of what the force was given, unread first, then newest first.
    ///
    /// @param ended how many there are with which the force is done
    public record Given(Leaf leaf, List<Standing> rows, long ended) {}

    /// @param ended what the force is done with and nothing new has come to; otherwise all else
    /// @param page as the address had it
    public Given list(boolean ended, @Nullable String page) {
        return run(
                () -> {
                    Actor.Person me = Acting.person();
                    if (!me.has(Role.POLICE_LIAISON)) {
                        return new Given(Leaf.of(page, 0), List.of(), 0);
                    }
                    long over = list.count(me.agency(), true);
                    Leaf leaf = Leaf.of(page, ended ? over : list.count(me.agency(), false));
                    List<InboxStore.Given> rows =
                            list.list(me.agency(), ended, leaf.before(), Leaf.ROWS);
                    Set<PackageId> added =
                            rows.stream()
                                    .filter(InboxStore.Given::added)
                                    .map(given -> given.row().id())
                                    .collect(Collectors.toSet());
                    List<Standing> all =
                            ledger.briefly(rows.stream().map(InboxStore.Given::row).toList());
                    return new Given(
                            leaf,
                            all.stream()
                                    .map(s -> s.withAdded(added.contains(s.row().id())))
                                    .toList(),
                            over);
                });
    }

    /// @throws NotHere when it is not there for this actor
    public Standing get(PackageId id) {
        return run(
                () -> {
                    PackageRow row = find(id);
                    if (row.state() == PackageState.OPENED) {
                        store.seenByOfficers(id);
                    }
                    boolean added =
                            store.following(id).stream()
                                    .anyMatch(one -> one.state() == PackageState.SENT);
                    return ledger.standing(row, false).withAdded(added);
                });
    }

    /// Unseals it for one look, with all that she added. From the first on the force has it.
    ///
    /// @param purpose small letters and hyphens, at most 40
    /// @throws NotHere when it is not there for this actor, she asked for it back, or it is erased
    public Reading open(PackageId id, Way way, String purpose) {
        return Acting.forPurpose(
                purpose,
                () ->
                        run(
                                () -> {
                                    PackageRow row = locked(id);
                                    if (row.state() == PackageState.SENT) {
                                        ledger.move(row, PackageMove.OPEN);
                                    }
                                    Letter letter = letters.find(row).orElseThrow(NotHere::new);
                                    ledger.done(row, way.event, way.look, letter.fields());
                                    return new Reading(
                                            find(id),
                                            letter,
                                            ready(row, letter),
                                            added(id, way));
                                }));
    }

    private List<Added> added(PackageId id, Way way) {
        List<Added> all = new ArrayList<>();
        for (PackageRow seen : store.following(id)) {
            PackageRow row =
                    store.lock(seen.id())
                            .filter(Inbox::isForce)
                            .filter(PackageRow::isOpenTo)
                            .orElse(null);
            if (row == null) {
                continue;
            }
            if (row.state() == PackageState.SENT) {
                ledger.move(row, PackageMove.OPEN);
            }
            letters.find(row)
                    .ifPresent(
                            letter -> {
                                ledger.done(row, way.event, way.look, letter.fields());
                                all.add(new Added(row, letter));
                            });
        }
        return all;
    }

    /// One file of a package, unsealed to be saved.
    ///
    /// @param name neutral: its number in the package
    public record Taken(String name, byte[] bytes) {
        /// Says nothing of it.
        @Override
        public String toString() {
            return "Taken";
        }
    }

    /// Unseals one file of a package that was opened.
    ///
    /// @param purpose as [#open]
    /// @throws NotHere as [#open], or when that file does not go
    public Taken file(PackageId id, UUID file, String purpose) {
        return Acting.forPurpose(
                purpose,
                () ->
                        run(
                                () -> {
                                    PackageRow row = opened(id);
                                    if (!row.isOpenTo()) {
                                        throw new NotHere();
                                    }
                                    Letter letter = letters.find(row).orElseThrow(NotHere::new);
                                    String name = letter.nameOf(file).orElseThrow(NotHere::new);
                                    OpenedFile whole =
                                            files.thatGoes(row.report(), new FileId(file));
                                    ledger.done(row, "taken-file", "taken", List.of("files"));
                                    store.tookFile(id, file, clock.instant());
                                    return new Taken(name, whole.bytes());
                                }));
    }

    /// One file of a package. @param name neutral, as [Taken#name]
    public record Named(PackageRow row, String name) {}

    /// A file of a package that is open to this actor, for saying something of it; nothing of it is unsealed.
    ///
    /// @throws NotHere as [#file]
    public Named name(PackageId id, UUID file) {
        return run(
                () -> {
                    PackageRow row = opened(id);
                    if (!row.isOpenTo()) {
                        throw new NotHere();
                    }
                    return letters.find(row)
                            .flatMap(letter -> letter.nameOf(file))
                            .map(name -> new Named(row, name))
                            .orElseThrow(NotHere::new);
                });
    }

    /// An officer says that a file may show somebody under 18: it is shut for everybody at once, and its
    /// report waits for the safeguarding lead of its desk. Nothing undoes it.
    ///
    /// @throws NotHere as [#file]
    public void markChild(PackageId id, UUID file) {
        PackageRow row = name(id, file).row();
        // Said first, so that nothing is done without a line that says who wanted it.
        run(
                () -> {
                    ledger.done(row, "said-child");
                    return true;
                });
        files.markChildElsewhere(row.report(), new FileId(file));
    }

    private Set<UUID> ready(PackageRow row, Letter letter) {
        return files.open(row.report(), letter.files().stream().map(Letter.File::id).toList());
    }

    /// What came of it.
    ///
    /// @throws Stale when anything changed since version `seen`
    public void record(PackageId id, int seen, Came came) {
        run(
                () -> {
                    PackageRow row = opened(id);
                    if (row.version() != seen) {
                        throw new Stale();
                    }
                    ledger.record(row, came);
                    store.tellDesk(id);
                    return true;
                });
    }

    /// A question to the desk. Messages to her go through the desk alone.
    public void ask(PackageId id, String text) {
        run(
                () -> {
                    ledger.write(opened(id), "question", text);
                    store.tellDesk(id);
                    return true;
                });
    }

    private PackageRow find(PackageId id) {
        return store.find(id).filter(Inbox::isOurs).orElseThrow(NotHere::new);
    }

    private PackageRow locked(PackageId id) {
        return store.lock(id)
                .filter(Inbox::isOurs)
                .filter(PackageRow::isOpenTo)
                .orElseThrow(NotHere::new);
    }

    private PackageRow opened(PackageId id) {
        return store.lock(id)
                .filter(Inbox::isOurs)
                .filter(row -> row.state() == PackageState.OPENED)
                .orElseThrow(NotHere::new);
    }

    /// What followed one is reached through that alone.
    private static boolean isOurs(PackageRow row) {
        return row.follows() == null && isForce(row);
    }

    /// Somebody who also works at a desk sees here only what her force received.
    private static boolean isForce(PackageRow row) {
        Actor.Person me = Acting.person();
        boolean readable = row.state() == PackageState.SENT || row.state() == PackageState.OPENED;
        return readable && me.has(Role.POLICE_LIAISON) && me.agency().equals(row.receiver());
    }

    private <T> T run(Supplier<T> work) {
        try {
            T result = transaction.execute(_ -> work.get());
            if (result == null) {
                throw new NotHere();
            }
            return result;
        } catch (NotHere hidden) {
            audit.recordDenied(hidden, AuditEntry.of("liaison.look", "package", null));
            throw hidden;
        }
    }
}
