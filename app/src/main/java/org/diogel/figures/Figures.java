package org.diogel.figures;

import java.util.List;
import java.util.stream.IntStream;
import org.diogel.disclosure.NoPatternException;
import org.diogel.disclosure.Protection;
import org.diogel.disclosure.Protector;
import org.diogel.disclosure.Release;
import org.diogel.disclosure.Rules;
import org.diogel.disclosure.Table;
import org.diogel.kernel.SettingRefused;

/// Decides what a page may say of a count. Which of its three kinds a count is, its caller says and
/// answers for: it is of what the reader sees listed anyhow ([#listed]), one number about others
/// ([#about]), or part of a table ([#tables]), where a small count could be worked out from its
/// neighbours and totals.
public final class Figures {

    private final Rules rules;

    /// @throws SettingRefused for a threshold that hides nobody
    Figures(FigureSettings settings) {
        if (settings.threshold() < 3) {
            throw new SettingRefused(
                    "DIOGEL_FIGURES_THRESHOLD must be at least 3: below that, a table shows one person.");
        }
        rules = Rules.standard().withThreshold(settings.threshold());
    }

    /// A count of what the reader has before them, row by row: their own queue, their own codes.
    ///
    /// @param count at least 0
    public static Figure listed(long count) {
        return Figure.of(count);
    }

    /// One count of people, cases or bodies that the reader does not see one by one, of which no
    /// breakdown is shown. Hidden when it is small; 0 is not.
    ///
    /// @param count at least 0
    public Figure about(long count) {
        return count > 0 && count < rules.threshold() ? Figure.HIDDEN : Figure.of(count);
    }

    /// Stands where a whole table may not be shown.
    public static Figure hidden() {
        return Figure.HIDDEN;
    }

    /// Tables that are shown together, protected together: nothing hidden in one can be worked out
    /// with the help of another or of what was released before. They keep the order of their cells.
    ///
    /// @param tables true counts
    /// @param earlier what was shown before of the same counts, possibly to others
    /// @return for every table its cells
    /// @throws NoPatternException when the totals alone give somebody away; nothing may be shown then
    public List<FigureTable> tables(List<Table> tables, List<Release> earlier)
            throws NoPatternException {
        Protection protection = Protector.protect(tables, earlier, rules);
        return IntStream.range(0, tables.size())
                .mapToObj(t -> shown(protection.release(t)))
                .toList();
    }

    private static FigureTable shown(Release release) {
        return new FigureTable(
                release.shape(),
                IntStream.range(0, release.shape().cells())
                        .mapToObj(
                                i ->
                                        release.hidden(i)
                                                ? Figure.HIDDEN
                                                : Figure.of(release.values()[i]))
                        .toList());
    }
}
