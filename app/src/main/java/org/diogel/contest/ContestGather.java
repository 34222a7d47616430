package org.diogel.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Held;
import org.diogel.kernel.Subject;
import org.springframework.stereotype.Component;

/// What somebody wrote who asks about themselves. What officer and projects say of it is theirs: it could
/// say whether anything is held.
@Component
class ContestGather implements Gathers {

    private final RequestStore store;
    private final QuestionStore questions;
    private final Words words;

    ContestGather(RequestStore store, QuestionStore questions, Words words) {
        this.store = store;
        this.questions = questions;
        this.words = words;
    }

    @Override
    public Set<String> tables(Subject.Kind kind) {
        return kind == Subject.Kind.REQUEST
                ? Set.of("contest.request", "contest.entry", "contest.question")
                : Set.of();
    }

    @Override
    public List<Held> about(Subject subject) {
        if (!subject.is(Subject.Kind.REQUEST)) {
            return List.of();
        }
        return store.find(new RequestId(subject.id())).map(this::about).orElse(List.of());
    }

    private List<Held> about(RequestRow row) {
        List<Held> all = new ArrayList<>();
        Asked asked = words.open(row.key(), row.id(), row.kind(), store.bytes(row.id()));
        List<Held.Line> lines = new ArrayList<>();
        lines.add(Held.Line.of("what", asked.kind()));
        lines.add(Held.Line.of("name", asked.name()));
        lines.add(Held.Line.of("number", asked.reach()));
        lines.add(Held.Line.of("words", asked.words()));
        all.add(
                new Held(
                        "contest.request",
                        Held.Whose.HERS,
                        true,
                        row.receivedAt(),
                        lines.stream().filter(line -> !line.values().getFirst().isEmpty()).toList()));
        for (Requests.Said said : Requests.said(row, store.entries(row.id()), words)) {
            all.add(
                    new Held(
                            "contest.entry",
                            Held.Whose.HERS,
                            true,
                            said.at(),
                            List.of(
                                    said.answer().isEmpty()
                                            ? Held.Line.of("words", said.words())
                                            : Held.Line.of("what", said.answer()))));
        }
        questions
                .about(row.id())
                .forEach(
                        question ->
                                all.add(
                                        new Held(
                                                "contest.question",
                                                Held.Whose.RESERVED,
                                                false,
                                                question.askedAt(),
                                                List.of(
                                                        Held.Line.of(
                                                                "agency", question.agency().toString())))));
        return all;
    }
}
