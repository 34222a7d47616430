package org.diogel.liaison;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Held;
import org.diogel.kernel.Subject;
import org.diogel.report.ReportId;
import org.springframework.stereotype.Component;

/// Packages: what recipients got, and what force and desk wrote to each other about it.
@Component
class LiaisonGather implements Gathers {

    private final LiaisonGatherStore rows;
    private final PackageStore packages;
    private final PackageNoteStore notes;
    private final Letters letters;
    private final Treatments treatments;

    LiaisonGather(
            LiaisonGatherStore rows,
            PackageStore packages,
            PackageNoteStore notes,
            Letters letters,
            Treatments treatments) {
        this.rows = rows;
        this.packages = packages;
        this.notes = notes;
        this.letters = letters;
        this.treatments = treatments;
    }

    @Override
    public Set<String> tables(Subject.Kind kind) {
        return kind == Subject.Kind.REPORT
                ? Set.of(
                        "liaison.package",
                        "liaison.content",
                        "liaison.file",
                        "liaison.event",
                        "liaison.outcome",
                        "liaison.note",
                        "liaison.afterword",
                        "liaison.treatment",
                        "liaison.answered")
                : Set.of();
    }

    @Override
    public List<Held> about(Subject subject) {
        if (!subject.is(Subject.Kind.REPORT)) {
            return List.of();
        }
        UUID id = subject.id();
        List<Held> all = new ArrayList<>(rows.about(id));
        for (PackageRow row : packages.ofReport(new ReportId(id))) {
            letters.find(row).ifPresent(letter -> all.add(held(row, letter)));
            notes.notes(row.id()).forEach(note -> all.add(held(row, note)));
        }
        treatments.ofReport(new ReportId(id)).forEach(told -> all.add(held(told)));
        return all;
    }

    private static Held held(PackageRow row, Letter letter) {
        List<Held.Line> lines = new ArrayList<>();
        lines.add(Held.Line.of("recipient", row.recipient()));
        letter.lines().forEach(line -> lines.add(new Held.Line("form." + line.field(), line.values())));
        return new Held("liaison.content", Held.Whose.HERS, true, row.passedAt(), lines);
    }

    /// What an officer or a worker wrote in a talk between the two.
    private Held held(PackageRow row, PackageNoteStore.Sealed note) {
        return new Held(
                "liaison.note",
                Held.Whose.WORKERS,
                false,
                note.at(),
                List.of(
                        Held.Line.of("what", note.kind()),
                        Held.Line.of("agency", note.agency().toString()),
                        Held.Line.of("words", letters.text(row, note))));
    }

    private static Held held(Treatments.Told told) {
        List<Held.Line> lines = new ArrayList<>();
        told.answers().forEach(answer -> lines.add(Held.Line.of("what", answer.getKey() + ": " + answer.getValue())));
        if (!told.words().isEmpty()) {
            lines.add(Held.Line.of("words", told.words()));
        }
        return new Held("liaison.treatment", Held.Whose.HERS, true, null, lines);
    }
}
