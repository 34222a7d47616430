package org.diogel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// The same publication gives the same pattern: whatever was computed before it, however many are
/// computed at once; and two solvers that both prove their optimum agree on it.
class SameResultTest {

    private static final int PUBLICATIONS = 35;

    @Test
    void neitherWhatWentBeforeNorWhatRunsBesidesMatters() throws Exception {
        List<String> first = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int seed = 1; seed <= PUBLICATIONS; seed++) {
            first.add(protect(seed, SolverChoice.AUTO));
            order.add(seed);
        }
        Collections.shuffle(order, new Random(5));
        List<Future<String>> again = new ArrayList<>(Collections.nCopies(PUBLICATIONS, null));
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int seed : order) {
                Callable<String> work = () -> protect(seed, SolverChoice.AUTO);
                again.set(seed - 1, two.submit(work));
            }
        }
        for (int seed = 1; seed <= PUBLICATIONS; seed++) {
            assertThat(again.get(seed - 1).get()).as("seed " + seed).isEqualTo(first.get(seed - 1));
        }
    }

    @Test
    void bothSolversProveTheSameOptimum() {
        int both = 0;
        int publications = 0;
        for (int seed = 1; seed <= PUBLICATIONS; seed++) {
            Optional<Proof> one = proof(seed, SolverChoice.NATIVE);
            Optional<Proof> other = proof(seed, SolverChoice.JAVA);
            assertThat(one.isPresent()).as("seed " + seed).isEqualTo(other.isPresent());
            if (one.isEmpty()) {
                continue;
            }
            publications++;
            assertThat(one.get().solver()).isNotEqualTo(other.get().solver());
            assertThat(one.get().bound())
                    .as("seed " + seed + ": no bound is above a pattern")
                    .isLessThanOrEqualTo(other.get().value());
            assertThat(other.get().bound())
                    .as("seed " + seed + ": no bound is above a pattern")
                    .isLessThanOrEqualTo(one.get().value());
            if (one.get().gap() == 0 && other.get().gap() == 0) {
                both++;
                assertThat(one.get().value()).as("seed " + seed).isEqualTo(other.get().value());
            }
        }
        System.out.println(
                "Both solvers proved the same optimum for "
                        + both
                        + " of "
                        + publications
                        + " publications.");
        assertThat(both).isGreaterThan(publications * 9 / 10);
    }

    private static Optional<Proof> proof(long seed, SolverChoice solver) {
        try {
            return Optional.of(protection(seed, solver).proof());
        } catch (NoPatternException e) {
            return Optional.empty();
        }
    }

    /// Everything that comes out, in words.
    private static String protect(long seed, SolverChoice solver) {
        try {
            Protection protection = protection(seed, solver);
            StringBuilder words = new StringBuilder(protection.proof().toString());
            protection.hidden().forEach(flags -> words.append(Arrays.toString(flags)));
            return words.append(protection.cells()).toString();
        } catch (NoPatternException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Protection protection(long seed, SolverChoice solver) throws NoPatternException {
        Sample sample = Sample.of(seed);
        Rules rules = sample.rules().withSolver(solver);
        List<Release> earlier = new ArrayList<>();
        if (!sample.before().isEmpty()) {
            // The same earlier release for every solver: optimal patterns may differ.
            Rules first = sample.rules().withSolver(SolverChoice.AUTO);
            earlier.add(Protector.protect(sample.before(), List.of(), first).release(0));
        }
        return Protector.protect(sample.tables(), earlier, rules);
    }
}
