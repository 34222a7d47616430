package org.diogel.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.diogel.vault.Place;
import org.diogel.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Seals and opens what was told. Each part is JSON (`{"field": ["value", …]}`), sealed under the
/// report's data key for its own place.
@Component
class Content {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final Vault vault;
    private final ContentStore store;
    private final Tags tags;

    Content(Vault vault, ContentStore store, Tags tags) {
        this.vault = vault;
        this.tags = tags;
        this.store = store;
    }

    /// Everything the actor may read.
    Answers open(Row row) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        store.parts(row.id())
                .forEach(
                        (part, bytes) ->
                                all.putAll(
                                        JSON.readValue(
                                                vault.open(row.key(), place(row.id(), part), bytes),
                                                FIELDS)));
        return new Answers(all);
    }

    /// Which of these reports say such a thing in this part, as far as the actor may read it.
    List<Row> search(List<Row> rows, Part part, Predicate<Answers> fits) {
        Map<ReportId, byte[]> sealed = store.ofSome(part, rows.stream().map(Row::id).toList());
        return rows.stream()
                .filter(
                        row -> {
                            byte[] bytes = sealed.get(row.id());
                            return bytes != null && fits.test(open(row, part, bytes));
                        })
                .toList();
    }

    private Answers open(Row row, Part part, byte[] bytes) {
        return new Answers(
                JSON.readValue(vault.open(row.key(), place(row.id(), part), bytes), FIELDS));
    }

    /// Seals the parts that differ.
    void save(Row row, Answers before, Answers after) {
        for (Part part : Part.values()) {
            if (!before.part(part).equals(after.part(part))) {
                byte[] json = JSON.writeValueAsBytes(after.part(part));
                store.put(row.id(), part, vault.seal(row.key(), place(row.id(), part), json));
            }
        }
    }

    /// Something she added that others may have too.
    Optional<Addition> findHers(Row row, UUID id) {
        return additions(row).stream().filter(a -> a.id().equals(id) && a.mayGoOn()).findFirst();
    }

    /// What she adds, the desk has to be told of.
    void addHers(Row row, Addition.Kind kind, String text, Instant now) {
        store.add(
                row.id(),
                seal(row, UUID.randomUUID(), Addition.Author.HOLDER, kind, null, text, now));
        store.markUntold(row.id());
    }

    /// A message of the desk, or its reason for something.
    void add(Row row, Addition.Author author, UUID account, String text, Instant now) {
        store.add(
                row.id(),
                seal(row, UUID.randomUUID(), author, Addition.Kind.ADD, account, text, now));
    }

    /// A message of the desk under a key its page carried: pressed twice, it is written once; another
    /// text under the same key is another message.
    ///
    /// @return false when it was there already
    boolean addOnce(Row row, UUID key, UUID account, String text, Instant now) {
        if (store.addOnce(row.id(), seal(row, key, Addition.Author.DESK, Addition.Kind.ADD, account, text, now))) {
            return true;
        }
        boolean same =
                additions(row).stream().anyMatch(a -> a.id().equals(key) && a.text().equals(text));
        if (!same) {
            add(row, Addition.Author.DESK, account, text, now);
        }
        return !same;
    }

    private ContentStore.Sealed seal(
            Row row,
            UUID id,
            Addition.Author author,
            Addition.Kind kind,
            @Nullable UUID account,
            String text,
            Instant now) {
        byte[] bytes =
                vault.seal(
                        row.key(),
                        new Place("report.addition", id, "bytes"),
                        text.getBytes(StandardCharsets.UTF_8));
        return new ContentStore.Sealed(id, author, kind, account, bytes, now, null);
    }

    List<Addition> additions(Row row) {
        return store.additions(row.id()).stream()
                .map(
                        a ->
                                new Addition(
                                        a.id(),
                                        a.author(),
                                        a.kind(),
                                        a.account(),
                                        new String(
                                                vault.open(
                                                        row.key(),
                                                        new Place("report.addition", a.id(), "bytes"),
                                                        a.bytes()),
                                                StandardCharsets.UTF_8),
                                        a.at(),
                                        a.readAt()))
                .toList();
    }

    void noteRead(Row row, Addition.Author writtenBy, Instant now) {
        store.noteRead(row.id(), writtenBy, now);
    }

    /// Keyed hashes, equal when two reports name the same phone, address or plate.
    void index(Row row, Answers answers) {
        tags.of(answers)
                .forEach(tag -> store.putIdentifier(row.id(), tag.kind(), tag.possible(), tag.hash()));
    }

    private static Place place(ReportId report, Part part) {
        String table = part == Part.EQUALITY ? "report.equality" : "report.sealed";
        return new Place(table, report.value(), part.label());
    }
}
