package org.diogel.disclosure.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.diogel.disclosure.CellSystem;
import org.diogel.disclosure.Contributions;
import org.diogel.disclosure.Dimension;
import org.diogel.disclosure.NoPatternException;
import org.diogel.disclosure.Profile;
import org.diogel.disclosure.Proof;
import org.diogel.disclosure.Protection;
import org.diogel.disclosure.Protector;
import org.diogel.disclosure.Release;
import org.diogel.disclosure.Rounded;
import org.diogel.disclosure.Rounding;
import org.diogel.disclosure.Rules;
import org.diogel.disclosure.Table;
import org.diogel.disclosure.Zeros;

/// Does what a profile says.
final class Publishing {

    private final ProtectJob job;
    private final List<Release> earlier;

    private Publishing(ProtectJob job, List<Release> earlier) {
        this.job = job;
        this.earlier = earlier;
    }

    /// @param read the tables as they were read; contributing bodies are a dimension still
    static Outcome of(ProtectJob job, List<Table> read, List<Release> earlier)
            throws NoPatternException {
        Publishing publishing = new Publishing(job, earlier);
        Profile profile = job.profile();
        if (profile.rounds()) {
            return publishing.rounded(read);
        }
        if (!profile.needsContributions()) {
            return publishing.hidden(
                    read, rules -> Protector.protect(read, publishing.earlier, rules));
        }
        List<Contributions> all = read.stream().map(publishing::contributions).toList();
        List<Table> tables = all.stream().map(Contributions::table).toList();
        List<long[]> needed = new ArrayList<>();
        all.forEach(one -> needed.add(profile.needed(one, job.rules().width())));
        return publishing.hidden(
                tables, rules -> Protector.protect(tables, needed, publishing.earlier, rules));
    }

    private interface Protecting {
        Protection under(Rules rules) throws NoPatternException;
    }

    private Outcome hidden(List<Table> tables, Protecting protecting) throws NoPatternException {
        CellSystem system = Agreement.check(tables);
        Protection protection = protecting.under(job.rules());
        Proof proof = protection.proof();
        boolean shown = job.rules().zeros() == Zeros.SHOWN;
        List<Release> releases = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            releases.add(protection.release(t));
        }
        return new Outcome(
                releases,
                protection.cells(),
                job.profile().needsContributions() ? 0 : job.rules().threshold(),
                shown ? 1 : 0,
                Words.name(proof.method()),
                proof.solver(),
                Words.name(proof.objective()),
                proof.value(),
                proof.bound(),
                proof.gap(),
                system.size(),
                proof.primary() + proof.secondary(),
                proof.primary(),
                proof.secondary(),
                shown ? moreThanWithCover(proof, protecting) : OptionalInt.empty());
    }

    private OptionalInt moreThanWithCover(Proof shown, Protecting protecting) {
        try {
            Proof cover = protecting.under(job.rules().withZeros(Zeros.COVER)).proof();
            return OptionalInt.of(
                    shown.primary() + shown.secondary() - cover.primary() - cover.secondary());
        } catch (NoPatternException e) {
            return OptionalInt.empty();
        }
    }

    private Outcome rounded(List<Table> tables) throws NoPatternException {
        CellSystem system = Agreement.check(tables);
        Rounded rounded = Rounding.round(tables, job.profile(), job.rules());
        return new Outcome(
                rounded.releases(),
                rounded.cells(),
                job.profile().smallBelow(),
                job.profile().kind() == Profile.Kind.NHS ? 1 : 0,
                "rounding",
                rounded.solver(),
                "distance",
                rounded.distance(),
                rounded.bound(),
                rounded.gap(),
                system.size(),
                rounded.hidden(),
                rounded.sensitive(),
                0,
                OptionalInt.empty());
    }

    private Contributions contributions(Table table) {
        List<Dimension> dimensions = table.shape().dimensions();
        for (int d = 0; d < dimensions.size(); d++) {
            if (dimensions.get(d).name().equals(job.contributor())) {
                if (dimensions.size() == 1) {
                    throw new Unusable(
                            table.shape().name()
                                    + ": There is no dimension beside the contributors.");
                }
                return Contributions.of(table, d);
            }
        }
        throw new Unusable(
                table.shape().name()
                        + " has no column "
                        + job.contributor()
                        + ", which --contributor names.");
    }
}
