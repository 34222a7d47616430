package org.diogel.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.diogel.figures.Figure;
import org.diogel.figures.Figures;
import org.diogel.kernel.Region;
import org.diogel.web.Page;
import org.jspecify.annotations.Nullable;

/// What members see first: what is in force, then what no longer counts.
///
/// @param entries newest first
/// @param region the only one to be shown; null for all
public record BoardPage(List<Board.Entry> entries, @Nullable Region region) {

    /// A way of looking at it. @param path empty for the current one
    public record Filter(String path, String text, Figure count) {}

    public List<Board.Entry> inForce() {
        return inForce(region);
    }

    /// Without a region: what no longer counts is said whatever is looked at.
    public List<Board.Entry> noLongerTrue() {
        return entries.stream().filter(e -> e.row().isNoLongerTrue()).toList();
    }

    /// All regions, then those of which there is something; none when there is nothing to choose.
    public List<Filter> filters(Page page) {
        List<Region> some =
                Arrays.stream(Region.values())
                        .filter(r -> r == region || !inForce(r).isEmpty())
                        .toList();
        if (some.isEmpty() || some.size() == 1 && region == null) {
            return List.of();
        }
        List<Filter> filters = new java.util.ArrayList<>();
        filters.add(filter(null, page.t("alert.board.all")));
        some.forEach(r -> filters.add(filter(r, WarningWords.region(page.texts(), r))));
        return filters;
    }

    private Filter filter(@Nullable Region to, String text) {
        String path = to == null ? "/messages" : "/messages?region=" + to;
        return new Filter(
                Objects.equals(to, region) ? "" : path, text, Figures.listed(inForce(to).size()));
    }

    private List<Board.Entry> inForce(@Nullable Region where) {
        return entries.stream()
                .filter(e -> e.row().state() == AlertState.PUBLISHED)
                .filter(e -> where == null || e.row().regions().contains(where))
                .toList();
    }
}
