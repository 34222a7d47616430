package org.diogel.disclosure;

import java.util.List;

/// One seeded publication to be protected: tables that belong together, what was published before
/// them, and the settings. Every seventh seed is of one kind.
///
/// @param before tables published earlier; empty for most kinds
/// @param tables tables to be published together
/// @param width how wide every primary's interval must be
record Sample(
        long seed,
        Kind kind,
        List<Table> before,
        List<Table> tables,
        long width,
        boolean zerosShown,
        boolean smallestSum) {

    enum Kind {
        FLAT,
        TREES,
        MANY_DIMENSIONS,
        LINKED,
        AREAS,
        GROWN,
        BROKEN_DOWN_ANEW
    }

    static Sample of(long seed) {
        Tables tables = new Tables(seed);
        Kind kind = Kind.values()[(int) (seed % Kind.values().length)];
        double mean = List.of(0.7, 1.5, 3.0, 8.0).get(tables.between(0, 3));
        boolean zerosShown = tables.oneIn(5);
        boolean smallestSum = tables.oneIn(3);
        long width = tables.oneIn(4) ? tables.between(2, 4) : 1;
        List<Table> before = List.of();
        List<Table> now;
        switch (kind) {
            case FLAT -> now = one(tables, mean, tables.flat("a", 2, 7), tables.flat("b", 2, 6));
            case TREES ->
                    now =
                            tables.oneIn(2)
                                    ? one(tables, mean, tables.tree("a"), tables.flat("b", 2, 4))
                                    : one(tables, mean, tables.tree("a"), tables.tree("b"));
            case MANY_DIMENSIONS ->
                    now =
                            tables.oneIn(3)
                                    ? one(
                                            tables,
                                            mean,
                                            tables.flat("a", 2, 2),
                                            tables.flat("b", 2, 3),
                                            tables.flat("c", 2, 2),
                                            tables.flat("d", 1, 2))
                                    : one(
                                            tables,
                                            mean,
                                            tables.flat("a", 2, 4),
                                            tables.flat("b", 2, 3),
                                            tables.flat("c", 2, 3));
            case AREAS -> now = one(tables, mean, tables.areas("area"), tables.flat("b", 2, 3));
            case LINKED -> now = linked(tables, mean);
            case GROWN -> {
                before =
                        one(
                                tables,
                                mean,
                                tables.oneIn(2) ? tables.tree("a") : tables.flat("a", 2, 5),
                                tables.flat("b", 2, 4));
                now = List.of(tables.grown(before.getFirst(), "now"));
            }
            default -> {
                List<Table> pair = linked(tables, mean);
                before = pair.subList(0, 1);
                now = pair.subList(1, 2);
            }
        }
        return new Sample(seed, kind, before, now, width, zerosShown, smallestSum);
    }

    /// The settings it is to be protected by.
    Rules rules() {
        return Rules.standard()
                .withWidth(width)
                .withZeros(zerosShown ? Zeros.SHOWN : Zeros.COVER)
                .withObjective(smallestSum ? Objective.SUM : Objective.CELLS);
    }

    /// What was published before, as a publication of its own.
    Sample earlier() {
        return new Sample(seed, Kind.FLAT, List.of(), before, width, zerosShown, smallestSum);
    }

    /// Where all counts are primary that are small: 0 < count < 5, the grand total apart.
    static boolean[] primary(Table table) {
        boolean[] primary = new boolean[table.values().length];
        for (int c = 1; c < primary.length; c++) {
            primary[c] = table.value(c) > 0 && table.value(c) < 5;
        }
        return primary;
    }

    private static List<Table> one(Tables tables, double mean, Dimension... dimensions) {
        return List.of(tables.table("table", List.of(dimensions), mean));
    }

    /// Two breakdowns of the same people that share one dimension or two.
    private static List<Table> linked(Tables tables, double mean) {
        Dimension shared = tables.oneIn(3) ? tables.tree("a") : tables.flat("a", 2, 4);
        if (tables.oneIn(2)) {
            Table people =
                    tables.table(
                            "people",
                            List.of(shared, tables.flat("b", 2, 4), tables.flat("c", 2, 4)),
                            mean / 2);
            return List.of(
                    Tables.breakdown(people, "first", 0, 1),
                    Tables.breakdown(people, "second", 0, 2));
        }
        Table people =
                tables.table(
                        "people",
                        List.of(
                                tables.flat("a", 2, 3),
                                tables.flat("b", 2, 2),
                                tables.flat("c", 2, 2),
                                tables.flat("d", 2, 3)),
                        mean / 2);
        return List.of(
                Tables.breakdown(people, "first", 0, 1, 2),
                Tables.breakdown(people, "second", 0, 1, 3));
    }
}
