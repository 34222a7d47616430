package org.diogel.disclosure.cli;

import java.util.regex.Pattern;
import org.diogel.disclosure.Dimension;
import org.diogel.disclosure.Shape;

/// Names that a spreadsheet would run when somebody opens the table in it, also behind characters that
/// nobody sees. They are refused rather than changed: a protected table is read again by its names.
final class SheetCells {

    private static final String UNSEEN = "[\\s\\p{Z}\\p{C}]";

    private static final Pattern FORMULA =
            Pattern.compile(UNSEEN + "*[=+\\-@\uff1d\uff0b\uff0d\uff20].*", Pattern.DOTALL);

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}.*", Pattern.DOTALL);

    /// A number with a sign, or a dash for what is not said.
    private static final Pattern HARMLESS = Pattern.compile("[+-]?\\d+([.,]\\d+)?|-");

    private SheetCells() {}

    /// @throws Unusable when a name of the table would be run
    static void check(Shape shape) {
        for (Dimension dimension : shape.dimensions()) {
            check(dimension.name());
            dimension.nodes().forEach(SheetCells::check);
        }
    }

    private static void check(String name) {
        if (runs(name)) {
            throw new Unusable(
                    "\""
                            + name.replaceAll("\\p{C}", "")
                            + "\" begins like a formula, which a spreadsheet would run when the table"
                            + " is opened in it. Write it otherwise.");
        }
    }

    static boolean runs(String name) {
        return !HARMLESS.matcher(name).matches()
                && (FORMULA.matcher(name).matches() || CONTROL.matcher(name).matches());
    }
}
