package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.diogel.disclosure.Attacker.Interval;
import org.jspecify.annotations.Nullable;

/// Rounds tables and makes sure that it helped. What an attacker has is an interval for every
/// published number, the true counts that round to it, and that all true counts add up; from that
/// every sensitive count, one from 1 to below the base (or to 7 for `nhs`), must have an interval
/// as wide as the rules ask. Whole numbers that add up and round to what is published prove it.
///
/// Each of `nhs` and `round-5` rounds a cell by its own count alone, so that a count is the same
/// wherever it stands, and what is published need not add up. `controlled-5` moves every count to a
/// multiple of the base next to it, or leaves it if it is one, such that everything adds up and the
/// published numbers lie as near the true ones as they can.
///
/// Source: L. H. Cox, A constructive procedure for unbiased controlled rounding, Journal of the
/// American Statistical Association 82 (1987); for tables of three and more dimensions B. D.
/// Causey, L. H. Cox and L. R. Ernst, the same 80 (1985), where some cannot be rounded so.
public final class Rounding {

    /// Up to so many counts every interval is the attacker's own; above, swaps are tried first.
    private static final int EXACT = 1_000;

    private final List<Table> tables;
    private final Profile profile;
    private final Rules rules;
    private final CellSystem system;
    private final long[] value;

    private Rounding(List<Table> tables, Profile profile, Rules rules) {
        this.tables = tables;
        this.profile = profile;
        this.rules = rules;
        this.system = CellSystem.of(tables.stream().map(Table::shape).toList());
        this.value = new long[system.size()];
        for (int t = 0; t < tables.size(); t++) {
            for (int cell = 0; cell < tables.get(t).shape().cells(); cell++) {
                value[system.at(t, cell)] = tables.get(t).value(cell);
            }
        }
    }

    /// Rounds tables together; a count that stands in several is rounded once.
    ///
    /// @param tables what is published together; at least one
    /// @param profile one that rounds
    /// @param rules of which the width and the solver are looked at
    /// @throws NoPatternException when the table cannot be rounded so that it adds up, or when
    ///   rounding leaves a sensitive count known more narrowly than the width
    /// @throws IllegalArgumentException for a profile that does not round
    public static Rounded round(List<Table> tables, Profile profile, Rules rules)
            throws NoPatternException {
        if (!profile.rounds()) {
            throw new IllegalArgumentException(
                    "The profile " + profile.name() + " does not round.");
        }
        return new Rounding(tables, profile, rules).run();
    }

    private Rounded run() throws NoPatternException {
        Solver solver = Solvers.of(rules.solver());
        Controlled.@Nullable Answer together =
                profile.kind() == Profile.Kind.CONTROLLED
                        ? Controlled.round(system.equations(), value, profile.first(), solver)
                        : null;
        long[] published = together == null ? alone() : together.published();
        long distance = distance(published);
        long bound = together == null ? distance : together.bound();
        @Nullable Interval[] known = audit(published);
        List<Release> releases = new ArrayList<>();
        List<HiddenCell> cells = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            Shape shape = tables.get(t).shape();
            long[] shown = new long[shape.cells()];
            for (int cell = 0; cell < shown.length; cell++) {
                int count = system.at(t, cell);
                shown[cell] = published[count];
                Interval interval = known[count];
                if (interval != null) {
                    cells.add(new HiddenCell(t, cell, true, interval.low(), interval.high()));
                }
            }
            releases.add(new Release(shape, shown));
        }
        int hidden = 0;
        int sensitive = 0;
        for (int i = 0; i < value.length; i++) {
            hidden += published[i] == Release.HIDDEN ? 1 : 0;
            sensitive += sensitive(i) ? 1 : 0;
        }
        return new Rounded(releases, cells, solver.name(), distance, bound, hidden, sensitive);
    }

    private long[] alone() {
        long[] published = new long[value.length];
        Arrays.setAll(published, i -> alone(profile, value[i]));
        return published;
    }

    private long distance(long[] published) {
        long distance = 0;
        for (int i = 0; i < value.length; i++) {
            if (published[i] != Release.HIDDEN) {
                distance = Math.addExact(distance, Math.abs(published[i] - value[i]));
            }
        }
        return distance;
    }

    private boolean sensitive(int count) {
        return value[count] > 0 && value[count] < profile.smallBelow();
    }

    /// The attacker's interval of every sensitive count.
    private @Nullable Interval[] audit(long[] published) throws NoPatternException {
        long[] low = new long[value.length];
        long[] high = new long[value.length];
        for (int i = 0; i < value.length; i++) {
            low[i] = least(profile, published[i]);
            high[i] = greatest(profile, published[i]);
        }
        @Nullable Interval[] known = new Interval[value.length];
        if (value.length > EXACT) {
            swap(low, high, known);
        }
        try (Attacker attacker =
                new Attacker(new View(system.equations(), low, high), rules.solver())) {
            for (int i = 0; i < value.length; i++) {
                Interval found = known[i];
                if (sensitive(i) && (found == null || found.width() < rules.width())) {
                    found = attacker.interval(i);
                    if (found.width() < rules.width()) {
                        throw new NoPatternException(tooNarrow(i, found));
                    }
                    known[i] = found;
                }
            }
        }
        return known;
    }

    /// Swaps stay inside a table whose dimensions no other table has too.
    private void swap(long[] low, long[] high, @Nullable Interval[] known) {
        for (int t = 0; t < tables.size(); t++) {
            if (hasMore(t)) {
                continue;
            }
            int table = t;
            Shape shape = tables.get(t).shape();
            long[] least = new long[shape.cells()];
            long[] most = new long[shape.cells()];
            Arrays.setAll(least, cell -> low[system.at(table, cell)]);
            Arrays.setAll(most, cell -> high[system.at(table, cell)]);
            Swaps swaps = new Swaps(shape, tables.get(t).values(), least, most);
            for (int cell = 0; cell < shape.cells(); cell++) {
                int count = system.at(t, cell);
                if (sensitive(count) && known[count] == null) {
                    known[count] = swaps.interval(cell, rules.width());
                }
            }
        }
    }

    private boolean hasMore(int table) {
        Set<String> own = names(table);
        for (int t = 0; t < tables.size(); t++) {
            if (t != table && names(t).containsAll(own)) {
                return true;
            }
        }
        return false;
    }

    private Set<String> names(int table) {
        return tables.get(table).shape().dimensions().stream()
                .map(Dimension::name)
                .collect(Collectors.toSet());
    }

    private String tooNarrow(int count, Interval interval) {
        return "The profile "
                + profile.name()
                + " does not protect "
                + name(count)
                + ": from all the rounded numbers together its count is known to lie between "
                + interval.low()
                + " and "
                + interval.high()
                + ". Join small categories, or hide counts instead of rounding them.";
    }

    /// The codes of a count in the first table it stands in.
    private String name(int count) {
        for (int t = 0; t < tables.size(); t++) {
            Shape shape = tables.get(t).shape();
            for (int cell = 0; cell < shape.cells(); cell++) {
                if (system.at(t, cell) == count) {
                    return String.join(", ", shape.codes(cell));
                }
            }
        }
        throw new IllegalArgumentException("No table has the count " + count + ".");
    }

    /// The published number of a count that is rounded by itself, or [Release#HIDDEN].
    static long alone(Profile profile, long count) {
        if (profile.kind() == Profile.Kind.NHS && count > 0 && count <= Profile.NHS_HIDDEN) {
            return Release.HIDDEN;
        }
        if (profile.kind() == Profile.Kind.NHS && count == 0) {
            return 0;
        }
        long base = profile.first();
        return Math.floorDiv(count + base / 2, base) * base;
    }

    /// The least count that is published as that number.
    static long least(Profile profile, long published) {
        long base = profile.first();
        return switch (profile.kind()) {
            case NHS ->
                    published == Release.HIDDEN
                            ? 1
                            : published == 0
                                    ? 0
                                    : Math.max(Profile.NHS_HIDDEN + 1, published - base / 2);
            case ROUND -> Math.max(0, published - base / 2);
            default -> Math.max(0, published - base + 1);
        };
    }

    /// The greatest count that is published as that number.
    static long greatest(Profile profile, long published) {
        long base = profile.first();
        return switch (profile.kind()) {
            case NHS ->
                    published == Release.HIDDEN
                            ? Profile.NHS_HIDDEN
                            : published == 0 ? 0 : published + (base - 1) / 2;
            case ROUND -> published + (base - 1) / 2;
            default -> published + base - 1;
        };
    }
}
