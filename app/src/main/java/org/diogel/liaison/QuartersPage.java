package org.diogel.liaison;

import java.time.LocalDate;
import java.util.List;
import org.diogel.figures.Figure;
import org.diogel.web.Page;

/// Numbers by quarter.
///
/// @param quarters newest first; none before one has ended
/// @param next when the numbers of this quarter can be shown
public record QuartersPage(
        List<Quarters.Quarter> quarters, List<Quarters.Answered> answered, LocalDate next) {

    /// "January to March 2026".
    public String name(Page page, LocalDate first) {
        int quarter = (first.getMonthValue() - 1) / 3 + 1;
        return page.t(
                "liaison.quarter." + quarter, "year", Integer.toString(first.getYear()));
    }

    /// Digits, or the mark of what is not shown.
    public String count(Page page, Quarters.Quarter quarter, String name) {
        Figure figure = quarter.counts().get(name);
        return figure == null ? page.t("liaison.quarters.hidden") : figure.toString();
    }

    /// The sentence about one quarter.
    public String sentence(Page page, Quarters.Quarter quarter) {
        String when = name(page, quarter.first());
        Integer percent = quarter.percent();
        return percent == null
                ? page.t("liaison.quarters.unsaid", "when", when)
                : page.t("liaison.quarters.said", "when", when, "percent", percent);
    }

    /// Whether any of the answers may be shown.
    public boolean anyAnswered() {
        return answered.stream()
                .anyMatch(a -> a.counts().values().stream().anyMatch(Figure::some));
    }
}
