package org.diogel.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.vault.KeyId;
import org.diogel.vault.KeyOwner;
import org.diogel.vault.Place;
import org.diogel.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door to one's own list of people one knows privately. Nobody else reads it, whatever their role.
/// DOMAIN §4.4.
@Service
public class Ties implements KeyOwner {

    /// Lines a list has at most.
    public static final int MOST = 50;

    private final TieStore store;
    private final Vault vault;
    private final Audit audit;

    Ties(TieStore store, Vault vault, Audit audit) {
        this.store = store;
        this.vault = vault;
        this.audit = audit;
    }

    /// The list is full.
    public static final class Full extends RuntimeException {
        Full() {
            super("The list is full", null, false, false);
        }
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<Tie> list() {
        return store.list().stream().map(this::open).toList();
    }

    /// In the caller's transaction, so that who keeps things from her is part of it.
    ///
    /// @param kind as in [Tie#kind]
    /// @param tags keyed hashes to be compared, 32 bytes each
    /// @throws Full at [#MOST] lines
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add(String kind, String value, String note, List<byte[]> tags) {
        if (store.list().size() >= MOST) {
            throw new Full();
        }
        UUID id = UUID.randomUUID();
        KeyId key = vault.newKey();
        byte[] sealed = vault.seal(key, place(id), (value + "\n" + note).getBytes(UTF_8));
        store.insert(id, Acting.person().account(), kind, key, sealed);
        tags.forEach(tag -> store.tag(id, tag));
        audit.record(AuditEntry.of("access.tie-added", "account", Acting.person().account().value(), kind));
        return id;
    }

    /// What it kept from her stays kept from her.
    @Transactional
    public void remove(UUID id) {
        if (store.delete(id)) {
            audit.record(
                    AuditEntry.of("access.tie-removed", "account", Acting.person().account().value()));
        }
    }

    private Tie open(TieStore.Row row) {
        String[] words =
                new String(vault.open(row.key(), place(row.id()), row.bytes()), UTF_8).split("\n", 2);
        return new Tie(row.id(), row.kind(), words[0], words[1], row.addedAt());
    }

    private static Place place(UUID id) {
        return new Place("access.tie", id, "bytes");
    }

    @Override
    public Collection<KeyId> named(Collection<KeyId> keys) {
        return store.named(keys);
    }
}
