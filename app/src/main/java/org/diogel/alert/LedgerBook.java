package org.diogel.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.diogel.consent.Consents;
import org.diogel.disclosure.Dimension;
import org.diogel.disclosure.NoPatternException;
import org.diogel.disclosure.Shape;
import org.diogel.disclosure.Table;
import org.diogel.figures.Figure;
import org.diogel.figures.FigureTable;
import org.diogel.figures.Figures;
import org.diogel.messages.Delivery;
import org.diogel.messages.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Counts what went out about a warning, by way and outcome. The counts stand in tables with their
/// totals in mind, so that a small one cannot be worked out from the others.
@Component
class LedgerBook {

    private static final List<String> WAYS = List.of("mail", "text", "page");
    private static final int NEWS = 1;
    private static final int ENDS = 2;

    /// Both in one table: as two they would say of the same count that it is this and that.
    private static final Shape TOLD =
            new Shape(
                    "told",
                    Arrays.asList(
                            Dimension.flat("of", "all", List.of("news", "end")),
                            Dimension.flat("way", "all", WAYS),
                            Dimension.flat("outcome", "all", Ledger.OUTCOMES)));

    private final Messages messages;
    private final NoteStore notes;
    private final Consents consents;
    private final Figures figures;

    LedgerBook(Messages messages, NoteStore notes, Consents consents, Figures figures) {
        this.messages = messages;
        this.notes = notes;
        this.consents = consents;
        this.figures = figures;
    }

    /// As a moderator of the warning's desk sees it; empty before it was published.
    Ledger of(AlertRow row) {
        if (row.publishedAt() == null) {
            return Ledger.EMPTY;
        }
        List<Delivery> all = messages.about(row.id().value());
        List<Delivery> news = of(all, AlertClock.KIND);
        List<Delivery> ends = of(all, AlertNews.END);
        @Nullable FigureTable shown = shown(news, ends);
        NoteStore.Opened opened = notes.opened(row.id());
        Figure readers = figures.about(opened.count());
        return new Ledger(
                lines(NEWS, news, shown),
                lines(ENDS, ends, shown),
                readers,
                readers.some() ? opened.last() : null,
                row.report() == null
                        ? List.of()
                        : consents.disclosures(row.report().value()).stream()
                                .filter(d -> !d.recipient().equals(Publishing.MEMBERS))
                                .toList());
    }

    private @Nullable FigureTable shown(List<Delivery> news, List<Delivery> ends) {
        long[] cells = new long[TOLD.cells()];
        count(NEWS, news, cells);
        count(ENDS, ends, cells);
        try {
            return figures.tables(List.of(Table.ofInner(TOLD, cells)), List.of()).getFirst();
        } catch (NoPatternException tooFew) {
            return null;
        }
    }

    private static void count(int of, List<Delivery> told, long[] cells) {
        for (Delivery one : told) {
            int way = 1 + WAYS.indexOf(way(one));
            int outcome = 1 + Ledger.OUTCOMES.indexOf(outcome(one));
            cells[TOLD.cell(of, way, outcome)]++;
        }
    }

    /// @param shown null when so few were told that nothing may be shown
    private static List<Ledger.Line> lines(
            int of, List<Delivery> told, @Nullable FigureTable shown) {
        List<Ledger.Line> lines = new ArrayList<>();
        for (String way : WAYS) {
            if (told.stream().anyMatch(d -> way(d).equals(way))) {
                lines.add(line(of, way, told, shown));
            }
        }
        return lines;
    }

    private static Ledger.Line line(
            int of,
            String way,
            List<Delivery> told,
            @Nullable FigureTable shown) {
        int node = 1 + WAYS.indexOf(way);
        List<Figure> counts = new ArrayList<>();
        for (int outcome = 1; outcome <= Ledger.OUTCOMES.size(); outcome++) {
            counts.add(shown == null ? Figures.hidden() : shown.at(of, node, outcome));
        }
        boolean many = counts.subList(0, 3).stream().anyMatch(Figure::some);
        Instant last =
                told.stream()
                        .filter(d -> way(d).equals(way))
                        .map(Delivery::sentAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null);
        return new Ledger.Line(way, counts, many ? last : null);
    }

    private static List<Delivery> of(List<Delivery> all, String kind) {
        return all.stream().filter(d -> d.subjectKind().equals(kind)).toList();
    }

    private static String way(Delivery one) {
        return one.state() == Delivery.State.PAGE ? "page" : one.way().key();
    }

    private static String outcome(Delivery one) {
        return switch (one.state()) {
            case QUEUED -> "waiting";
            case SENDING, PAGE -> "handed";
            case CANCELLED -> one.hasGone() ? "handed" : "stopped";
            case DEAD -> "parked";
            case SENT ->
                    one.delivered() == null
                            ? "handed"
                            : Boolean.TRUE.equals(one.delivered()) ? "arrived" : "failed";
        };
    }
}
