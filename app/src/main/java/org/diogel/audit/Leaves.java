package org.diogel.audit;

import java.sql.SQLException;
import java.util.Optional;
import org.diogel.ledger.Hash;
import org.diogel.ledger.TileId;

/// The hashes of leaves as they are stored, one tile in memory.
final class Leaves {

    private final VerifyStore store;
    private byte[] tile = new byte[0];
    private long loaded = -1;

    Leaves(VerifyStore store) {
        this.store = store;
    }

    Optional<Hash> find(long index) throws SQLException {
        load(index / TileId.WIDTH);
        int offset = (int) (index % TileId.WIDTH) * Hash.BYTES;
        return offset + Hash.BYTES <= tile.length
                ? Optional.of(Hash.at(tile, offset))
                : Optional.empty();
    }

    /// Where else that hash stands.
    Optional<Long> search(Hash hash, long butNot) throws SQLException {
        for (long number = 0; ; number++) {
            byte[] hashes = store.tile(new TileId(0, number)).orElse(new byte[0]);
            if (hashes.length == 0) {
                return Optional.empty();
            }
            for (int i = 0; i < hashes.length / Hash.BYTES; i++) {
                long index = number * TileId.WIDTH + i;
                if (index != butNot && Hash.at(hashes, i * Hash.BYTES).equals(hash)) {
                    return Optional.of(index);
                }
            }
        }
    }

    private void load(long number) throws SQLException {
        if (loaded != number) {
            tile = store.tile(new TileId(0, number)).orElse(new byte[0]);
            loaded = number;
        }
    }
}
