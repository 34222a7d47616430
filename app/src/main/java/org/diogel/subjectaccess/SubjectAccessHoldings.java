package org.diogel.subjectaccess;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class SubjectAccessHoldings implements Holdings {

    private static final String KEPT = "two years after it ended";
    private static final String ASKED = "seven years after it ended";

    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("subjectaccess.request", "that somebody asked for a copy, and its clock", KEPT),
                new Holding(
                        "subjectaccess.piece",
                        "what was gathered, sealed, and what was decided about each piece",
                        "its content fourteen days after the copy was made; the decision " + KEPT),
                new Holding("subjectaccess.pack", "the copy, sealed", "fourteen days"),
                new Holding("subjectaccess.event", "what was done with a request, by whom", KEPT),
                new Holding(
                        "subjectaccess.asked",
                        "what somebody outside asked for of what people told; words sealed",
                        ASKED),
                new Holding("subjectaccess.asked_event", "what was done with that, by whom", ASKED));
    }
}
