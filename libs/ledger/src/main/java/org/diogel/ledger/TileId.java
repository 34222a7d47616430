package org.diogel.ledger;

/// Where a tile stands. A tile of level 0 holds up to 256 hashes of leaves; one of level 1 up to 256
/// roots of whole tiles of level 0, and so on. Only the last tile of a level can hold fewer.
///
/// @param level from 0
/// @param index from 0, left to right
public record TileId(int level, long index) {

    /// How many levels of the tree a tile spans.
    public static final int HEIGHT = 8;

    /// How many hashes a whole tile holds.
    public static final int WIDTH = 1 << HEIGHT;

    public TileId {
        if (level < 0 || index < 0) {
            throw new IllegalArgumentException("Tiles are counted from 0");
        }
    }

    /// How many hashes this tile holds in a tree of so many leaves.
    public int width(long size) {
        long all = level * HEIGHT >= Long.SIZE ? 0 : size >> level * HEIGHT;
        return (int) Math.clamp(all - index * WIDTH, 0L, WIDTH);
    }
}
