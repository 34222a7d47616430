package org.diogel.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Held;
import org.diogel.kernel.Subject;
import org.springframework.stereotype.Component;

/// What was opened in an emergency: for whoever told, when and why, and what the worker said of it; for
/// whoever opened it, all of that.
@Component
class EmergencyGather implements Gathers {

    private static final String TABLE = "emergency.opening";

    private final EmergencyStore store;
    private final EmergencyWords words;

    EmergencyGather(EmergencyStore store, EmergencyWords words) {
        this.store = store;
        this.words = words;
    }

    @Override
    public Set<String> tables(Subject.Kind kind) {
        return kind == Subject.Kind.REQUEST ? Set.of() : Set.of(TABLE);
    }

    @Override
    public List<Held> about(Subject subject) {
        List<OpeningRow> rows =
                switch (subject.kind()) {
                    case REPORT -> store.ofReport(subject.id());
                    case ACCOUNT -> store.ofAccount(subject.id());
                    case REQUEST -> List.of();
                };
        List<Held> all = new ArrayList<>();
        rows.forEach(row -> add(all, row, subject.is(Subject.Kind.ACCOUNT)));
        return all;
    }

    private void add(List<Held> all, OpeningRow row, boolean her) {
        all.add(
                new Held(
                        TABLE,
                        Held.Whose.HERS,
                        her,
                        row.begunAt(),
                        List.of(
                                Held.Line.of("what", "emergency"),
                                Held.Line.of("ground", row.why().label()),
                                Held.Line.of("until", row.until().toString()),
                                Held.Line.of("agency", row.from().toString()))));
        EmergencyStore.Sealed sealed = store.sealed(row.id());
        List<String> said = new ArrayList<>();
        said.add(words.open(row.key(), row.id(), "reason", sealed.reason()));
        said.add(words.open(row.key(), row.id(), "answer", sealed.answer()));
        said.add(words.open(row.key(), row.id(), "words", sealed.words()));
        said.removeIf(String::isEmpty);
        if (!said.isEmpty()) {
            all.add(
                    new Held(
                            TABLE,
                            her ? Held.Whose.ANOTHERS : Held.Whose.WORKERS,
                            her,
                            row.begunAt(),
                            List.of(new Held.Line("words", said))));
        }
    }
}
