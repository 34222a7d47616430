package org.diogel.subjectaccess;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.kernel.WorkingDays;
import org.diogel.vault.Vault;
import org.diogel.web.Leaf;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door to the register of what police, courts and others ask for of what people told: considered by
/// one, released by another, never more than was agreed.
@Service
public class NotesAsked {

    static final String KIND = "asked";

    private final AskedStore store;
    private final PackSeal seal;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NotesAsked(
            AskedStore store,
            PackSeal seal,
            Vault vault,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.seal = seal;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// One entry, its words unsealed.
    ///
    /// @param words by [AskedData#WORDS]
    /// @param mine whether the actor drew it up: somebody else releases it
    public record Entry(
            AskedRow row,
            Map<String, String> words,
            List<Copies.Done> done,
            List<String> moves,
            boolean mine) {
        @Override
        public String toString() {
            return "Entry[" + row.id() + "]";
        }
    }

    /// What was considered.
    public record Considered(
            String view,
            String notice,
            List<String> classes,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Map<String, String> words) {
        @Override
        public String toString() {
            return "Considered";
        }
    }

    /// One page of the register.
    public record Rows(List<AskedRow> rows, Leaf leaf) {}

    LocalDate today() {
        return clock.instant().atZone(Copies.LONDON).toLocalDate();
    }

    Rows list(@Nullable String page) {
        return run(
                () -> {
                    Leaf leaf = Leaf.of(page, store.count());
                    return new Rows(store.list(leaf.before(), Leaf.ROWS), leaf);
                });
    }

    /// Writes down that somebody asked. The clock runs in working days, unless the paper names a day.
    ///
    /// @param due the day the paper names; null where it names none
    /// @param words by [AskedData#WORDS]
    public AskedId write(
            String who, String power, LocalDate received, @Nullable LocalDate due, Map<String, String> words) {
        return run(
                () -> {
                    int days = AskedData.asker(who).orElseThrow(NotHere::new).days();
                    AskedRow row =
                            new AskedRow(
                                    new AskedId(UUID.randomUUID()),
                                    Acting.person().agency(),
                                    vault.newKey(),
                                    who,
                                    power,
                                    AskedState.RECEIVED,
                                    1,
                                    received,
                                    due == null ? WorkingDays.after(received, days) : due,
                                    null,
                                    null,
                                    null,
                                    List.of(),
                                    null,
                                    null,
                                    null,
                                    null,
                                    null);
                    store.insert(row, seal.seal(row.key(), row.id(), words), clock.instant());
                    note(row.id(), "received");
                    return row.id();
                });
    }

    /// Opens what is written; the look is written down.
    Entry open(AskedId id) {
        return run(
                () -> {
                    AskedRow row = store.find(id).orElseThrow(NotHere::new);
                    audit.record(AuditEntry.of("subjectaccess.notes-opened", KIND, id.value(), "words"));
                    boolean mine = Acting.person().account().value().equals(row.drawnBy());
                    return new Entry(
                            row,
                            seal.open(row.key(), id, store.bytes(id)),
                            store.events(id),
                            AskedData.MOVES.stream()
                                    .filter(move -> move.from().contains(row.state()))
                                    .map(AskedData.Move::name)
                                    .filter(name -> !(mine && name.equals("release")))
                                    .toList(),
                            mine);
                });
    }

    /// @throws Stale when it changed since
    void consider(AskedId id, int version, Considered said) {
        run(
                () -> {
                    AskedRow row = current(id, version, "consider");
                    change(
                            row,
                            new AskedRow(
                                    id,
                                    row.agency(),
                                    row.key(),
                                    row.who(),
                                    row.power(),
                                    AskedState.CONSIDERED,
                                    version,
                                    row.receivedOn(),
                                    row.dueOn(),
                                    Acting.person().account().value(),
                                    said.view(),
                                    said.notice(),
                                    said.classes(),
                                    said.from(),
                                    said.to(),
                                    null,
                                    null,
                                    null),
                            said.words(),
                            "consider");
                    return true;
                });
    }

    /// Narrows, refuses or takes back.
    ///
    /// @throws Stale when it changed since, or cannot be done now
    void move(AskedId id, int version, String name) {
        if (name.equals("release") || name.equals("consider")) {
            throw new Stale();
        }
        end(id, version, name, null, Map.of());
    }

    /// Writes down what went. Only somebody who did not draw it up.
    ///
    /// @param how one of [AskedData#WAYS]
    /// @param went to whom and what, in words
    void release(AskedId id, int version, String how, String went) {
        end(id, version, "release", how, Map.of("went", went));
    }

    private void end(
            AskedId id, int version, String name, @Nullable String how, Map<String, String> words) {
        run(
                () -> {
                    AskedRow row = current(id, version, name);
                    UUID me = Acting.person().account().value();
                    boolean release = name.equals("release");
                    if (release && me.equals(row.drawnBy())) {
                        throw new Stale();
                    }
                    AskedState to = AskedData.move(name).orElseThrow(NotHere::new).to();
                    Instant ended = to == AskedState.NARROWED ? null : clock.instant();
                    change(
                            row,
                            new AskedRow(
                                    id,
                                    row.agency(),
                                    row.key(),
                                    row.who(),
                                    row.power(),
                                    to,
                                    version,
                                    row.receivedOn(),
                                    row.dueOn(),
                                    row.drawnBy(),
                                    row.view(),
                                    row.notice(),
                                    row.classes(),
                                    row.from(),
                                    row.to(),
                                    how,
                                    release ? me : null,
                                    ended),
                            words,
                            name);
                    return true;
                });
    }

    private AskedRow current(AskedId id, int version, String name) {
        AskedRow row = store.find(id).orElseThrow(NotHere::new);
        boolean now =
                AskedData.move(name).filter(move -> move.from().contains(row.state())).isPresent();
        if (row.version() != version || !now) {
            throw new Stale();
        }
        return row;
    }

    private void change(AskedRow row, AskedRow now, Map<String, String> words, String what) {
        Map<String, String> all = new LinkedHashMap<>(seal.open(row.key(), row.id(), store.bytes(row.id())));
        all.putAll(words);
        if (!store.change(row, now, seal.seal(row.key(), row.id(), all))) {
            throw new Stale();
        }
        note(row.id(), what);
    }

    private void note(AskedId id, String what) {
        store.note(id, what, clock.instant());
        audit.record(AuditEntry.of("subjectaccess.notes-" + what, KIND, id.value()));
    }

    private <T> T run(Supplier<T> work) {
        try {
            T result =
                    transaction.execute(
                            _ -> {
                                Actor.Person me = Acting.person();
                                if (!me.has(Role.DATA_PROTECTION_OFFICER) && !me.has(Role.SAFEGUARDING_LEAD)) {
                                    throw new NotHere();
                                }
                                return work.get();
                            });
            if (result == null) {
                throw new NotHere();
            }
            return result;
        } catch (NotHere hidden) {
            audit.recordDenied(AuditEntry.of("subjectaccess.look", KIND, null));
            throw hidden;
        }
    }
}
