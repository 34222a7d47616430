package org.diogel.ledger;

import java.util.List;

/// That one leaf stands at an index of a log of a size: the hashes that lead from it to the root.
///
/// @param index of the leaf, from 0
/// @param size of the log
/// @param path from the leaf's neighbour up
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /// Whether it proves that for a leaf under a root: RFC 9162 §2.1.3.2.
    ///
    /// @param leaf what [Merkle#leaf] makes of the entry
    public boolean proves(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long at = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash next : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = Merkle.node(next, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Merkle.node(hash, next);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /// In the form of C2SP `tlog-proof`, to be kept and checked by anybody anywhere.
    ///
    /// @param checkpoint the signed checkpoint of this size, see [SignedNote#text]
    public String text(String checkpoint) {
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex ").append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
