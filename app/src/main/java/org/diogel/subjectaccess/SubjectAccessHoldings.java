package org.diogel.subjectaccess;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class SubjectAccessHoldings implements Holdings {

    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("subjectaccess.request", "that somebody asked for a copy, and its clock"),
                new Holding(
                        "subjectaccess.piece",
                        "what was gathered, sealed, and what was decided about each piece"),
                new Holding("subjectaccess.pack", "the copy, sealed"),
                new Holding("subjectaccess.event", "what was done with a request, by whom"),
                new Holding(
                        "subjectaccess.asked",
                        "what somebody outside asked for of what people told; words sealed"),
                new Holding("subjectaccess.asked_event", "what was done with that, by whom"));
    }
}
