package org.diogel.retention;

import java.util.List;
import org.diogel.figures.Figure;
import org.diogel.web.Page;

/// @param officer whether the reader may switch rules
/// @param stale whether a rule changed between looking and switching
public record RulesPage(List<RuleLine> all, boolean officer, boolean stale) {

    /// How long after its clock started, in words.
    public String after(Page page, RuleLine line) {
        if (line.after().isZero()) {
            return page.t("retention.after.then");
        }
        return line.after().getDays() > 0
                ? page.t("retention.after.days", "days", line.after().getDays())
                : page.t("retention.after.years", "number", line.after().getYears());
    }

    /// A small count is not shown: it could be somebody.
    public String count(Page page, Figure figure) {
        return figure.hidden() ? page.t("retention.few") : figure.toString();
    }
}
