package org.diogel.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Appends to a log that is kept in tiles. Holds the last tile of each level in memory, never the log;
/// what is to be kept afterwards says [#changed]. For one thread.
public final class Growth {

    /// The hashes of the last tile of each level, which is not whole: one of 256 is closed at once.
    private final List<List<Hash>> last = new ArrayList<>();

    private final Map<TileId, byte[]> changed = new LinkedHashMap<>();
    private long size;

    /// Goes on where a log of this size stopped.
    public Growth(long size, TileSource tiles) {
        this.size = size;
        for (int level = 0; level * TileId.HEIGHT < Long.SIZE && size >> level * TileId.HEIGHT > 0; level++) {
            long all = size >> level * TileId.HEIGHT;
            TileId tile = new TileId(level, all / TileId.WIDTH);
            int width = tile.width(size);
            last.add(width == 0 ? new ArrayList<>() : hashes(tiles.read(tile), width));
        }
    }

    /// @param leaf what [Merkle#leaf] made of the next entry
    /// @return the index it has from now on
    public long append(Hash leaf) {
        add(0, size, leaf);
        return size++;
    }

    private void add(int level, long index, Hash hash) {
        if (last.size() == level) {
            last.add(new ArrayList<>());
        }
        List<Hash> tile = last.get(level);
        tile.add(hash);
        if (tile.size() == TileId.WIDTH) {
            changed.put(new TileId(level, index / TileId.WIDTH), bytes(tile));
            Hash root = Tree.fold(tile);
            tile.clear();
            add(level + 1, index / TileId.WIDTH, root);
        }
    }

    public long size() {
        return size;
    }

    /// The root of everything that was appended.
    public Hash root() {
        List<Hash> smallestFirst = new ArrayList<>();
        last.forEach(tile -> smallestFirst.addAll(Tree.wholes(tile).reversed()));
        return RootBuilder.fold(smallestFirst.iterator());
    }

    /// Every tile that was begun, grew or became whole since the beginning, as it is now.
    public Map<TileId, byte[]> changed() {
        Map<TileId, byte[]> now = new LinkedHashMap<>(changed);
        for (int level = 0; level < last.size(); level++) {
            if (!last.get(level).isEmpty()) {
                long all = size >> level * TileId.HEIGHT;
                now.put(new TileId(level, all / TileId.WIDTH), bytes(last.get(level)));
            }
        }
        return now;
    }

    private static List<Hash> hashes(byte[] tile, int width) {
        List<Hash> hashes = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            hashes.add(Hash.at(tile, i * Hash.BYTES));
        }
        return hashes;
    }

    private static byte[] bytes(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * Hash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).shared(), 0, bytes, i * Hash.BYTES, Hash.BYTES);
        }
        return bytes;
    }
}
