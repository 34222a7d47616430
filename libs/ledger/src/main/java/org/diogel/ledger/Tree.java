package org.diogel.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A log of one size, read from its tiles: its root and proofs, each from a few tiles. Remembers the
/// tiles it read; for one thread.
public final class Tree {

    private final long size;
    private final TileSource source;
    private final Map<TileId, byte[]> tiles = new HashMap<>();

    /// @param size how many leaves; the source may hold more
    public Tree(long size, TileSource source) {
        if (size < 0) {
            throw new IllegalArgumentException("A log has no fewer than no leaves");
        }
        this.size = size;
        this.source = source;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return rootAt(size);
    }

    /// The root there was when the log had so many leaves.
    public Hash rootAt(long then) {
        if (then < 0 || then > size) {
            throw new IllegalArgumentException("The log has not so many leaves");
        }
        return then == 0 ? Merkle.empty() : range(0, then);
    }

    /// The hash of one leaf.
    public Hash leaf(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("The log has no such leaf");
        }
        return node(0, index);
    }

    /// That a leaf is in the log: RFC 9162 §2.1.3.1.
    ///
    /// @throws IllegalArgumentException when the log has no such leaf
    public InclusionProof proveInclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("The log has no such leaf");
        }
        List<Hash> path = new ArrayList<>();
        include(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    private void include(long index, long from, long to, List<Hash> path) {
        if (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                include(index, from, middle, path);
                path.add(range(middle, to));
            } else {
                include(index, middle, to, path);
                path.add(range(from, middle));
            }
        }
    }

    /// That the log of an earlier size is the beginning of this one: RFC 9162 §2.1.4.1.
    ///
    /// @param earlier at least 1
    public ConsistencyProof proveConsistency(long earlier) {
        if (earlier < 1 || earlier > size) {
            throw new IllegalArgumentException("The log never had so many leaves");
        }
        List<Hash> path = new ArrayList<>();
        agree(earlier, 0, size, true, path);
        return new ConsistencyProof(earlier, size, path);
    }

    /// @param known whether whoever checks holds the hash of this range already
    private void agree(long earlier, long from, long to, boolean known, List<Hash> path) {
        if (earlier == to) {
            if (!known) {
                path.add(range(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (earlier <= middle) {
            agree(earlier, from, middle, known, path);
            path.add(range(middle, to));
        } else {
            agree(earlier, middle, to, false, path);
            path.add(range(from, middle));
        }
    }

    /// The root of the leaves from one index up to another, where a subtree stands.
    private Hash range(long from, long to) {
        long length = to - from;
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return node(level, from >> level);
        }
        long middle = from + split(length);
        return Merkle.node(range(from, middle), range(middle, to));
    }

    /// The root of the whole subtree of a level.
    private Hash node(int level, long index) {
        int within = level % TileId.HEIGHT;
        long first = index << within;
        byte[] tile = tile(new TileId(level / TileId.HEIGHT, first / TileId.WIDTH));
        List<Hash> hashes = new ArrayList<>();
        for (int i = 0; i < 1 << within; i++) {
            hashes.add(Hash.at(tile, ((int) (first % TileId.WIDTH) + i) * Hash.BYTES));
        }
        return fold(hashes);
    }

    private byte[] tile(TileId id) {
        byte[] tile = tiles.computeIfAbsent(id, source::read);
        if (tile.length < id.width(size) * Hash.BYTES) {
            throw new IllegalStateException("A tile is shorter than its log");
        }
        return tile;
    }

    /// The root of as many hashes as a power of two.
    static Hash fold(List<Hash> hashes) {
        List<Hash> level = hashes;
        while (level.size() > 1) {
            List<Hash> above = new ArrayList<>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                above.add(Merkle.node(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return level.getFirst();
    }

    /// Roots of the largest whole subtrees of a tile, left to right.
    static List<Hash> wholes(List<Hash> tile) {
        List<Hash> wholes = new ArrayList<>();
        int from = 0;
        while (from < tile.size()) {
            int length = Integer.highestOneBit(tile.size() - from);
            wholes.add(fold(tile.subList(from, from + length)));
            from += length;
        }
        return wholes;
    }

    /// The largest power of two below a length of at least two.
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }
}
