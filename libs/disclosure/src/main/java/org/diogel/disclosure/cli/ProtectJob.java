package org.diogel.disclosure.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diogel.disclosure.Objective;
import org.diogel.disclosure.Profile;
import org.diogel.disclosure.Rules;
import org.diogel.disclosure.SolverChoice;
import org.diogel.disclosure.Zeros;
import org.jspecify.annotations.Nullable;

/// What `protect` was asked to do.
///
/// @param count what the column of counts, or of amounts, is called
/// @param contributor what the column of contributing bodies is called, for profiles that need it
/// @param outs where each table goes, in their order
record ProtectJob(
        List<Path> tables,
        String count,
        List<Path> hierarchies,
        List<Path> geographies,
        List<Path> earlier,
        Profile profile,
        @Nullable String contributor,
        Rules rules,
        List<Path> outs,
        Path proof) {

    private static final long MOST = 1_000_000_000_000L;

    private static final Set<String> OPTIONS =
            Set.of(
                    "--count",
                    "--hierarchy",
                    "--geography",
                    "--earlier",
                    "--threshold",
                    "--width",
                    "--zeros",
                    "--objective",
                    "--profile",
                    "--contributor",
                    "--solver",
                    "--out",
                    "--proof");

    /// @throws Unusable when the arguments do not make sense together
    static ProtectJob of(List<String> arguments) {
        Words words = Words.of("protect", arguments, OPTIONS);
        if (words.files().isEmpty()) {
            throw new Unusable("protect needs a table: a CSV file with one row per inner cell.");
        }
        List<Path> tables = paths(words.files());
        List<Path> outs = paths(words.all("--out"));
        if (outs.size() != tables.size()) {
            throw new Unusable(
                    "--out is needed once for every table, in their order: there are "
                            + tables.size()
                            + " tables and "
                            + outs.size()
                            + " outputs.");
        }
        String named = words.one("--profile");
        Profile profile = Profile.named(named == null ? "counts" : named);
        refuseWhatDoesNotGo(words, profile);
        Rules standard = Rules.standard();
        Rules rules =
                new Rules(
                        words.number("--threshold", standard.threshold(), 1, MOST),
                        words.number("--width", standard.width(), 1, MOST),
                        words.choice("--zeros", Zeros.COVER),
                        words.choice("--objective", Objective.CELLS),
                        words.choice("--solver", SolverChoice.AUTO));
        ProtectJob job =
                new ProtectJob(
                        tables,
                        words.needed("--count"),
                        paths(words.all("--hierarchy")),
                        paths(words.all("--geography")),
                        paths(words.all("--earlier")),
                        profile,
                        words.one("--contributor"),
                        rules,
                        outs,
                        path(words.needed("--proof")));
        List<Path> written = new ArrayList<>(outs);
        written.add(job.proof);
        Outputs.check(job.inputs().stream().map(Input::path).toList(), written);
        return job;
    }

    /// A file that is read, and what for.
    record Input(String role, Path path) {}

    /// Every file that is read, in a fixed order.
    List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        tables.forEach(path -> inputs.add(new Input("table", path)));
        hierarchies.forEach(path -> inputs.add(new Input("hierarchy", path)));
        geographies.forEach(path -> inputs.add(new Input("geography", path)));
        earlier.forEach(path -> inputs.add(new Input("earlier", path)));
        return inputs;
    }

    private static void refuseWhatDoesNotGo(Words words, Profile profile) {
        if (profile.kind() != Profile.Kind.COUNTS) {
            refuse(words, "--threshold", profile, "its name says which cells are sensitive");
        }
        if (profile.rounds()) {
            refuse(words, "--zeros", profile, "it rounds zeros like every other count");
            refuse(words, "--objective", profile, "it hides nothing to protect something else");
            refuse(
                    words,
                    "--earlier",
                    profile,
                    "what an earlier release shows exactly cannot be rounded any more");
        }
        boolean contributor = words.one("--contributor") != null;
        if (profile.needsContributions() && !contributor) {
            throw new Unusable(
                    "The profile "
                            + profile.name()
                            + " needs --contributor: the column that says whose amount a row is.");
        }
        if (!profile.needsContributions()) {
            refuse(words, "--contributor", profile, "it does not ask who contributes");
        }
    }

    private static void refuse(Words words, String option, Profile profile, String because) {
        if (!words.all(option).isEmpty()) {
            throw new Unusable(
                    option
                            + " does not go with the profile "
                            + profile.name()
                            + ": "
                            + because
                            + ".");
        }
    }

    private static List<Path> paths(List<String> texts) {
        return texts.stream().map(ProtectJob::path).toList();
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Unusable("\"" + text + "\" is not the name of a file.");
        }
    }
}
