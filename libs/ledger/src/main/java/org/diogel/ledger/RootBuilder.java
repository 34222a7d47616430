package org.diogel.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// The root of leaves that come one after the other, in memory for one hash a level. Believes nothing
/// but the leaves. For one thread.
public final class RootBuilder {

    /// Roots of the whole subtrees, the smallest first: one for each bit of the size that is set.
    private final Deque<Hash> subtrees = new ArrayDeque<>();

    private long size;

    /// @param leaf what [Merkle#leaf] made of the next entry
    public void append(Hash leaf) {
        Hash whole = leaf;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            whole = Merkle.node(subtrees.pop(), whole);
        }
        subtrees.push(whole);
        size++;
    }

    public long size() {
        return size;
    }

    /// The root of what was appended so far.
    public Hash root() {
        return fold(subtrees.iterator());
    }

    /// @param smallestFirst roots of neighbours, right to left
    static Hash fold(Iterator<Hash> smallestFirst) {
        if (!smallestFirst.hasNext()) {
            return Merkle.empty();
        }
        Hash root = smallestFirst.next();
        while (smallestFirst.hasNext()) {
            root = Merkle.node(smallestFirst.next(), root);
        }
        return root;
    }
}
