package org.diogel.disclosure.cli;

/// What `protect --help` says.
final class ProtectHelp {

    static final String TEXT =
            """
            Usage: ./diogel protect TABLE.csv [MORE.csv …] --count COLUMN
                     [--hierarchy HIERARCHY.csv]… [--geography GEO.csv]… [--earlier OLD.csv]…
                     [--threshold 5] [--width 1] [--zeros cover|shown] [--objective cells|sum]
                     [--profile NAME] [--contributor COLUMN] [--solver auto|native|java]
                     --out OUT.csv [--out …] --proof PROOF.json

            Hides the small counts of a table and as many others as it takes that nobody can work
            them out, and writes the proof.

              TABLE        one row for each inner cell; every column but COLUMN is a dimension, and
                           combinations without a row count 0
              --hierarchy  columns dimension,code,parent; a root has an empty parent
              --geography  two columns: coarser area, finer area
              --earlier    a release from before, as this word writes them
              --threshold  counts from 1 to one less than this are hidden
              --width      the least distance between the bounds of a hidden small count
              --zeros      cover: zeros may be hidden too; shown: they never are
              --objective  hide the fewest cells, or those with the smallest sum
              --profile    counts, contributors-K, dominance-N-K, p-P, nhs, round-5, controlled-5
              --contributor  the column that says whose amount a row is, for those about amounts
              --out        once for every table, in their order
              --proof      for every hidden cell, what anybody can know of it; not for publication

            Exit 0 protected, 2 unusable input, 4 no pattern exists; nothing is written unless 0.
            """;

    private ProtectHelp() {}
}
