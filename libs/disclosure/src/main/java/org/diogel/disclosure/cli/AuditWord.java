package org.diogel.disclosure.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diogel.disclosure.Audit;
import org.diogel.disclosure.AuditRules;
import org.diogel.disclosure.Auditor;
import org.diogel.disclosure.Contradiction;

/// The word `audit-table`: what anybody can work out of published tables.
final class AuditWord {

    static final String HELP =
            """
            Usage: ./diogel audit-table TABLE.csv [MORE.csv …]
                     [--hierarchy HIERARCHY.csv]… [--geography GEO.csv]… [--earlier OLD.csv]…
                     [--threshold 5] [--width 1] [--hidden-from 0|1]
                     [--total-row NAME] [--total-column NAME]

            Lists what anybody can work out of published tables: small counts that are shown, and
            hidden counts that can be worked out or bounded too narrowly, each with the arithmetic.

              TABLE        as ./diogel protect writes it (a column for each dimension, value, marker),
                           or the usual wide table: row names in the first column, column names in
                           the first row. Totals are called Total or All or begin with Total or All;
                           hidden counts are empty, [c], c, *, .. or as <5. Percentages of a total
                           that is known, in the table or as (N=149) in a name, count as numbers.
              --hierarchy  columns dimension,code,parent; a root has an empty parent
              --geography  two columns: coarser area, finer area
              --earlier    a release from before: small changes, and what it showed that is hidden now
              --threshold  counts from 1 to one less than this are small
              --width      the least distance between the bounds of a hidden count that may be small
              --hidden-from  1 where everybody knows that a blank is never zero

            Exit 0 safe, 3 unsafe, 2 unusable.
            """;

    private static final Set<String> OPTIONS =
            Set.of(
                    "--hierarchy",
                    "--geography",
                    "--earlier",
                    "--threshold",
                    "--width",
                    "--hidden-from",
                    "--total-row",
                    "--total-column");

    private AuditWord() {}

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        try {
            return audit(Words.of("audit-table", arguments, OPTIONS), out, err);
        } catch (Unusable | IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        } catch (Contradiction e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private static int audit(Words words, PrintStream out, PrintStream err) throws Contradiction {
        if (words.files().isEmpty()) {
            throw new Unusable("Say which table: ./diogel audit-table TABLE.csv");
        }
        AuditRules rules =
                new AuditRules(
                        words.number("--threshold", 5, 2, Counts.LARGEST),
                        words.number("--width", 1, 1, Counts.LARGEST),
                        (int) words.number("--hidden-from", 0, 0, 1));
        Classifications classifications =
                Classifications.read(
                        paths(words.all("--hierarchy")), paths(words.all("--geography")));
        List<Path> all = new ArrayList<>(paths(words.files()));
        all.addAll(paths(words.all("--earlier")));
        List<PublishedFile> files =
                PublishedTables.read(
                        all,
                        classifications,
                        words.one("--total-row"),
                        words.one("--total-column"));
        files.forEach(f -> f.notices().forEach(err::println));
        int now = words.files().size();
        Audit audit =
                Auditor.audit(
                        files.subList(0, now).stream().map(PublishedFile::table).toList(),
                        files.subList(now, files.size()).stream()
                                .map(PublishedFile::table)
                                .toList(),
                        rules);
        AuditReport.print(audit, files, out);
        return audit.safe() ? 0 : 3;
    }

    private static List<Path> paths(List<String> names) {
        return names.stream().map(Path::of).toList();
    }
}
