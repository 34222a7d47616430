/// A log that only grows, and whoever holds a few lines of text can tell whether it was changed: the
/// Merkle tree of RFC 9162 (and RFC 6962), kept in tiles, with proofs and signed checkpoints in the
/// text forms of C2SP (`tlog-checkpoint`, `signed-note`, `tlog-proof`).
///
/// A [Growth] appends leaves and says which tiles changed; a [Tree] reads tiles and proves; a
/// [RootBuilder] works a root out from the leaves alone and believes no stored tile. Nothing here
/// knows where tiles are kept, and nothing but `java.*` is used. No message quotes what it was given.
@NullMarked
package org.diogel.ledger;

import org.jspecify.annotations.NullMarked;
