package org.diogel.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.diogel.figures.Figure;
import org.diogel.figures.Figures;
import org.diogel.govuk.Pagination;
import org.diogel.kernel.Region;
import org.diogel.web.Page;
import org.jspecify.annotations.Nullable;

/// What members see first: what is in force, then what no longer counts.
///
/// @param way to the other pages
public record BoardPage(Board.Listed listed, @Nullable Pagination way) {

    /// A way of looking at it. @param path empty for the current one
    public record Filter(String path, String text, Figure count) {}

    public @Nullable Region region() {
        return listed.region();
    }

    public List<Board.Entry> inForce() {
        return listed.inForce();
    }

    /// Without a region: what no longer counts is said whatever is looked at.
    public List<AlertRow> noLongerTrue() {
        return listed.noLongerTrue();
    }

    /// All regions, then those of which there is something; none when there is nothing to choose.
    public List<Filter> filters(Page page) {
        List<Region> some =
                Arrays.stream(Region.values())
                        .filter(r -> r == region() || listed.byRegion().containsKey(r))
                        .toList();
        if (some.isEmpty() || some.size() == 1 && region() == null) {
            return List.of();
        }
        List<Filter> filters = new ArrayList<>();
        filters.add(filter(null, page.t("alert.board.all"), listed.all()));
        some.forEach(
                r ->
                        filters.add(
                                filter(
                                        r,
                                        WarningWords.region(page.texts(), r),
                                        listed.byRegion().getOrDefault(r, 0L))));
        return filters;
    }

    static String path(@Nullable Region to) {
        return to == null ? "/messages" : "/messages?region=" + to;
    }

    private Filter filter(@Nullable Region to, String text, long count) {
        return new Filter(
                Objects.equals(to, region()) ? "" : path(to), text, Figures.listed(count));
    }
}
