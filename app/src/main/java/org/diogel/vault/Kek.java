package org.diogel.vault;

/// A key-encryption key of the ring.
///
/// @param id when it was made, e.g. `2026-11` or `2026-11.2`; sorts by age
/// @param key 32 bytes, never printed
record Kek(String id, byte[] key) {
    @Override
    public String toString() {
        return "kek." + id;
    }
}
