package org.diogel.safeguarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diogel.consent.Basis;
import org.diogel.consent.Overriding;
import org.jspecify.annotations.Nullable;

/// The questions' answers, read once from `safeguarding/*.csv`.
final class DutyData {

    /// Her own agreement for this, given to the lead.
    static final String AGREED = "agreed";

    static final String ADULT = "adult";
    static final String COUNCIL = "council";
    static final List<String> LIMBS = List.of("harm", "needs", "protect");
    static final List<String> ANSWERS = List.of("yes", "no", "unknown");
    static final List<String> TELLING = List.of("told", "later", "not");
    static final List<String> WHY_NOT = List.of("unsafe", "unreached", "investigation");
    static final List<String> HOW = List.of("telephone", "writing");

    static final List<String> TESTS = rows("tests").stream().map(cells -> cells[0]).toList();
    static final List<String> COUNCILS = rows("councils").stream().map(cells -> cells[0]).toList();
    static final List<Route> ROUTES =
            rows("routes").stream().map(c -> new Route(c[0], c[1], words(c[2]))).toList();
    static final List<Ground> GROUNDS =
            rows("grounds").stream()
                    .map(c -> new Ground(c[0], words(c[1]), c[2], c[3], c[4], c[5]))
                    .toList();
    static final List<Step> STEPS =
            rows("steps").stream()
                    .map(c -> new Step(c[0], c[1].equals("yes"), c[2].equals("yes"), c[3], c[4]))
                    .toList();

    private DutyData() {}

    /// @param recipient in the ledger
    record Route(String id, String recipient, Set<String> tests) {
        boolean isCouncil() {
            return recipient.equals(COUNCIL);
        }
    }

    /// @param law the basis in law of whoever passes it, a code of `protocol/grounds.csv`; so are
    ///     `special` and `offence`
    /// @param source where the ground stands in the law
    record Ground(
            String id, Set<String> tests, String law, String special, String offence, String source) {
        Overriding overriding(String test, @Nullable String notTold) {
            return new Overriding(id, test, source, notTold, new Basis(law, special, offence, null));
        }
    }

    /// @param answers it is the answer the clock waits for
    /// @param ends nothing more is awaited
    /// @param needs `note`, `again` or nothing
    /// @param says what she is told of it once she was told; may be empty
    record Step(String what, boolean answers, boolean ends, String needs, String says) {}

    static Optional<Route> route(String id) {
        return ROUTES.stream().filter(route -> route.id().equals(id)).findFirst();
    }

    static Optional<Ground> ground(String id) {
        return GROUNDS.stream().filter(ground -> ground.id().equals(id)).findFirst();
    }

    static Optional<Step> step(String what) {
        return STEPS.stream().filter(step -> step.what().equals(what)).findFirst();
    }

    private static Set<String> words(String cell) {
        return Set.of(cell.split(" "));
    }

    private static List<String[]> rows(String name) {
        try (var in = DutyData.class.getResourceAsStream("/safeguarding/" + name + ".csv")) {
            if (in == null) {
                throw new IllegalStateException(name + ".csv is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
