package org.diogel.liaison;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.diogel.consent.Chosen;
import org.diogel.consent.Consents;
import org.diogel.disclosure.Dimension;
import org.diogel.disclosure.NoPatternException;
import org.diogel.disclosure.Shape;
import org.diogel.disclosure.Table;
import org.diogel.figures.Figure;
import org.diogel.figures.FigureTable;
import org.diogel.figures.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What people choose to give to the police, by quarter, and how they say they were treated. Only
/// quarters that have ended are shown: a count that still grows gives away, between two looks, who came
/// in between. What was chosen when a report was sent is counted; later changes change no quarter.
@Service
public class Quarters {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /// `some` is what went to the police; it is no part of a report.
    private static final Dimension CHOSE = chose();

    private final Consents consents;
    private final TreatmentStore treatments;
    private final Figures figures;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Quarters(
            Consents consents,
            TreatmentStore treatments,
            Figures figures,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.consents = consents;
        this.treatments = treatments;
        this.figures = figures;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// One quarter.
    ///
    /// @param first its first day
    /// @param counts by name: `all`, `none` (nothing for the police), `nothing`, `other`, `some` (for
    ///     the police), `anonymous`, `full`; empty when the totals alone would give somebody away
    /// @param percent of all reports, how many gave the police something; null when it may not be said
    public record Quarter(
            LocalDate first, Map<String, Figure> counts, @Nullable Integer percent) {}

    /// How one question about treatment was answered in the last quarter that has ended.
    ///
    /// @param counts by answer; empty when they may not be shown
    public record Answered(String question, Map<String, Figure> counts) {}

    /// Newest first.
    public List<Quarter> list() {
        LocalDate now = current();
        Map<LocalDate, List<Chosen>> byQuarter = new TreeMap<>();
        for (Chosen chosen : run(consents::choicesByQuarter)) {
            if (chosen.quarter().isBefore(now)) {
                byQuarter.computeIfAbsent(chosen.quarter(), _ -> new ArrayList<>()).add(chosen);
            }
        }
        List<Quarter> quarters = new ArrayList<>();
        byQuarter.forEach((first, chosen) -> quarters.add(quarter(first, chosen)));
        return quarters.reversed();
    }

    /// When the numbers of this quarter can be shown.
    public LocalDate next() {
        return current().plusMonths(3);
    }

    public List<Answered> listAnswered() {
        LocalDate last = current().minusMonths(3);
        Map<String, Map<String, Long>> all = run(() -> treatments.count(last));
        List<Answered> answered = new ArrayList<>();
        for (TreatmentQuestions.Question question : TreatmentQuestions.all()) {
            Map<String, Long> counts = all.getOrDefault(question.name(), Map.of());
            List<String> names = question.answers();
            long[] inner = new long[names.size() + 1];
            for (int i = 0; i < names.size(); i++) {
                inner[i + 1] = counts.getOrDefault(names.get(i), 0L);
            }
            Shape shape =
                    new Shape(
                            question.name(),
                            List.of(Dimension.flat(question.name(), "all", names)));
            answered.add(
                    new Answered(question.name(), shown(shape, inner).orElse(Map.of())));
        }
        return answered;
    }

    private Quarter quarter(LocalDate first, List<Chosen> chosen) {
        Shape shape = new Shape("choices", List.of(CHOSE));
        long[] inner = new long[shape.cells()];
        chosen.forEach(c -> inner[CHOSE.indexOf(c.chose())] = c.reports());
        Map<String, Figure> counts = shown(shape, inner).orElse(Map.of());
        Figure all = counts.get("all");
        Figure some = counts.get("some");
        return new Quarter(first, counts, all == null || some == null ? null : percent(all, some));
    }

    /// Null when it would say what is not shown.
    private static @Nullable Integer percent(Figure all, Figure some) {
        return all.hidden() || some.hidden() || !all.some()
                ? null
                : Math.toIntExact(Math.round(100.0 * some.value() / all.value()));
    }

    /// Empty when nothing of it may be shown.
    private Optional<Map<String, Figure>> shown(Shape shape, long[] inner) {
        try {
            FigureTable table =
                    figures.tables(List.of(Table.ofInner(shape, inner)), List.of()).getFirst();
            Map<String, Figure> counts = new LinkedHashMap<>();
            List<String> nodes = shape.dimensions().getFirst().nodes();
            for (int i = 0; i < nodes.size(); i++) {
                counts.put(nodes.get(i), table.at(i));
            }
            return Optional.of(counts);
        } catch (NoPatternException givesAway) {
            return Optional.empty();
        }
    }

    private LocalDate current() {
        return first(clock.instant().atZone(LONDON).toLocalDate());
    }

    /// The first day of the quarter of a day.
    static LocalDate first(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    private static Dimension chose() {
        Map<String, @Nullable String> parents = new LinkedHashMap<>();
        parents.put("all", null);
        parents.put("none", "all");
        parents.put("nothing", "none");
        parents.put("other", "none");
        parents.put("some", "all");
        parents.put("anonymous", "some");
        parents.put("full", "some");
        return Dimension.tree("chose", parents);
    }

    private <T> T run(Supplier<T> work) {
        T result = transaction.execute(_ -> work.get());
        if (result == null) {
            throw new IllegalStateException("A query answers something");
        }
        return result;
    }
}
