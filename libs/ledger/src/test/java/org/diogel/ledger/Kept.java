package org.diogel.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/// A log whose tiles are kept in memory. Each leaf is appended by a new [Growth], as after a restart.
final class Kept {
    final Map<TileId, byte[]> tiles = new HashMap<>();
    long size;
    int read;

    Hash append(Hash leaf) {
        return append(new Hash[] {leaf});
    }

    /// @return the root afterwards
    Hash append(Hash... leaves) {
        Growth growth = new Growth(size, tiles::get);
        for (Hash leaf : leaves) {
            growth.append(leaf);
        }
        tiles.putAll(growth.changed());
        size = growth.size();
        return growth.root();
    }

    Tree tree() {
        return new Tree(
                size,
                tile -> {
                    read++;
                    return tiles.get(tile);
                });
    }

    static Hash random(Random random) {
        byte[] bytes = new byte[Hash.BYTES];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    static Hash flipped(Hash hash, int bit) {
        byte[] bytes = hash.bytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return Hash.of(bytes);
    }
}
