package org.diogel.ledger;

/// Where tiles are kept.
@FunctionalInterface
public interface TileSource {

    /// The hashes of a tile, one after the other; more than were asked for do no harm.
    ///
    /// @throws IllegalStateException when it is not there
    byte[] read(TileId tile);
}
