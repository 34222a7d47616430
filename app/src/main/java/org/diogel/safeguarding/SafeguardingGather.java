package org.diogel.safeguarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Held;
import org.diogel.kernel.Subject;
import org.diogel.report.ReportId;
import org.springframework.stereotype.Component;

/// What a lead passed on for somebody's safety. Where she was not told because that was unsafe, a copy
/// does not tell her either unless the officer decides it.
@Component
class SafeguardingGather implements Gathers {

    private final DutyStore store;
    private final DutyWords words;

    SafeguardingGather(DutyStore store, DutyWords words) {
        this.store = store;
        this.words = words;
    }

    @Override
    public Set<String> tables(Subject.Kind kind) {
        return kind == Subject.Kind.REPORT
                ? Set.of("safeguarding.duty", "safeguarding.event", "safeguarding.words")
                : Set.of();
    }

    @Override
    public List<Held> about(Subject subject) {
        List<Held> all = new ArrayList<>();
        if (subject.is(Subject.Kind.REPORT)) {
            store.of(new ReportId(subject.id())).forEach(row -> add(all, row));
        }
        return all;
    }

    private void add(List<Held> all, DutyRow row) {
        Held.Whose whose = row.toldOn() == null ? Held.Whose.RESERVED : Held.Whose.HERS;
        all.add(
                new Held(
                        "safeguarding.duty",
                        whose,
                        false,
                        row.passedAt(),
                        List.of(
                                Held.Line.of("route", row.route()),
                                Held.Line.of("ground", row.ground()))));
        words.find(row)
                .ifPresent(
                        kept -> {
                            List<Held.Line> lines = new ArrayList<>();
                            lines.add(Held.Line.of("recipient", kept.sheet().to()));
                            lines.add(Held.Line.of("words", kept.sheet().account()));
                            kept.sheet().lines()
                                    .forEach(
                                            line ->
                                                    lines.add(
                                                            Held.Line.of(
                                                                    "words",
                                                                    line.question() + ": " + line.value())));
                            all.add(new Held("safeguarding.words", whose, false, row.passedAt(), lines));
                        });
        store.events(row.id())
                .forEach(
                        event -> {
                            List<Held.Line> lines = new ArrayList<>();
                            lines.add(Held.Line.of("what", event.what()));
                            lines.add(Held.Line.of("day", event.day().toString()));
                            String noted = words.text(row, event.id());
                            if (!noted.isEmpty()) {
                                lines.add(Held.Line.of("words", noted));
                            }
                            all.add(
                                    new Held(
                                            "safeguarding.event",
                                            whose == Held.Whose.HERS && !noted.isEmpty()
                                                    ? Held.Whose.WORKERS
                                                    : whose,
                                            false,
                                            event.at(),
                                            lines));
                        });
    }
}
