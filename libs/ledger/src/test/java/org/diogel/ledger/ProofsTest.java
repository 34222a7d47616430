package org.diogel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Random trees from a fixed seed: every proof holds, and with one bit of it changed, a hash left out,
/// put in or moved, none does.
class ProofsTest {

    private static final long SEED = 20_261_127;
    private static final int TREES = 60;
    private static final int LARGEST = 1_200;

    @Test
    void everyProofHoldsAndNoneThatWasTouched() {
        Random random = new Random(SEED);
        for (int round = 0; round < TREES; round++) {
            int size = 1 + (round < 20 ? round : random.nextInt(LARGEST));
            Kept kept = new Kept();
            List<Hash> leaves = new ArrayList<>();
            List<Hash> roots = new ArrayList<>(List.of(Merkle.empty()));
            RootBuilder alone = new RootBuilder();
            while (kept.size < size) {
                int more = Math.min(size - (int) kept.size, 1 + random.nextInt(300));
                Hash[] batch = new Hash[more];
                for (int i = 0; i < more; i++) {
                    batch[i] = Kept.random(random);
                    leaves.add(batch[i]);
                    alone.append(batch[i]);
                    roots.add(alone.root());
                }
                assertThat(kept.append(batch)).isEqualTo(alone.root());
            }
            for (int tries = 0; tries < 12; tries++) {
                int index = random.nextInt(size);
                holds(random, kept.tree().proveInclusion(index), leaves.get(index), alone.root());
                int earlier = 1 + random.nextInt(size);
                holds(random, kept.tree().proveConsistency(earlier), roots.get(earlier), alone.root());
            }
        }
    }

    private static void holds(Random random, InclusionProof proof, Hash leaf, Hash root) {
        assertThat(proof.proves(leaf, root)).isTrue();
        assertThat(proof.proves(Kept.flipped(leaf, random.nextInt(256)), root)).isFalse();
        assertThat(proof.proves(leaf, Kept.flipped(root, random.nextInt(256)))).isFalse();
        for (List<Hash> path : touched(random, proof.path())) {
            assertThat(new InclusionProof(proof.index(), proof.size(), path).proves(leaf, root)).isFalse();
        }
        for (long other : new long[] {proof.index() - 1, proof.index() + 1, proof.index() ^ 2}) {
            assertThat(new InclusionProof(other, proof.size(), proof.path()).proves(leaf, root)).isFalse();
        }
    }

    private static void holds(Random random, ConsistencyProof proof, Hash before, Hash after) {
        assertThat(proof.proves(before, after)).isTrue();
        assertThat(proof.proves(Kept.flipped(before, random.nextInt(256)), after)).isFalse();
        assertThat(proof.proves(before, Kept.flipped(after, random.nextInt(256)))).isFalse();
        for (List<Hash> path : touched(random, proof.path())) {
            assertThat(new ConsistencyProof(proof.earlier(), proof.later(), path).proves(before, after)).isFalse();
        }
    }

    /// A bit of each hash changed; each hash left out; one more; two neighbours the other way round.
    private static List<List<Hash>> touched(Random random, List<Hash> path) {
        List<List<Hash>> touched = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<Hash> bit = new ArrayList<>(path);
            bit.set(i, Kept.flipped(path.get(i), random.nextInt(256)));
            touched.add(bit);
            List<Hash> without = new ArrayList<>(path);
            without.remove(i);
            touched.add(without);
            if (i > 0) {
                List<Hash> moved = new ArrayList<>(path);
                moved.set(i, path.get(i - 1));
                moved.set(i - 1, path.get(i));
                touched.add(moved);
            }
        }
        List<Hash> more = new ArrayList<>(path);
        more.add(Kept.random(random));
        touched.add(more);
        return touched;
    }

    @Test
    void ofALongLogAProofReadsAFewTilesOnly() {
        Kept kept = new Kept();
        Random random = new Random(SEED);
        kept.append(
                IntStream.range(0, 140_000).mapToObj(_ -> Kept.random(random)).toArray(Hash[]::new));
        InclusionProof proof = kept.tree().proveInclusion(70_000);
        assertThat(kept.read).isLessThanOrEqualTo(6);
        assertThat(proof.proves(kept.tree().leaf(70_000), kept.tree().root())).isTrue();
        Growth growth = new Growth(kept.size, kept.tiles::get);
        growth.append(Kept.random(random));
        assertThat(growth.changed()).hasSize(3);
    }
}
