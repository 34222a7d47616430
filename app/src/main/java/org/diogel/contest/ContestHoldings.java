package org.diogel.contest;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class ContestHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding(
                        "contest.request",
                        "what somebody asks who thinks that we were told about them, sealed"),
                new Holding("contest.entry", "what was said since, sealed"),
                new Holding(
                        "contest.question",
                        "what a data protection officer asked a project, and its answer, sealed"));
    }
}
