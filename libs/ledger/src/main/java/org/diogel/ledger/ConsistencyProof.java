package org.diogel.ledger;

import java.util.List;

/// That a log of an earlier size is the beginning of a later one: nothing in it was changed, taken out
/// or put in.
///
/// @param path as RFC 9162 §2.1.4.1 puts it
public record ConsistencyProof(long earlier, long later, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /// Whether it proves that for these two roots: RFC 9162 §2.1.4.2. An empty log is the beginning of
    /// every log, so that nothing is proved of it.
    public boolean proves(Hash earlierRoot, Hash laterRoot) {
        if (earlier < 1 || earlier > later) {
            return false;
        }
        if (earlier == later) {
            return path.isEmpty() && earlierRoot.equals(laterRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        boolean whole = Long.bitCount(earlier) == 1;
        long at = earlier - 1;
        long last = later - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        Hash before = whole ? earlierRoot : path.getFirst();
        Hash after = before;
        for (Hash next : whole ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                before = Merkle.node(next, before);
                after = Merkle.node(next, after);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                after = Merkle.node(after, next);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(earlierRoot) && after.equals(laterRoot);
    }
}
