package org.diogel.liaison;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class LiaisonHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("liaison.receiver", "which force receives what is for whom"),
                new Holding("liaison.package", "how what she gave stands"),
                new Holding("liaison.content", "what recipients get, sealed"),
                new Holding("liaison.file", "which files may be opened with a package"),
                new Holding("liaison.event", "what was done with a package, by whom"),
                new Holding("liaison.outcome", "what came of it"),
                new Holding(
                        "liaison.note",
                        "crime numbers, questions and answers between force and desk, sealed"),
                new Holding(
                        "liaison.afterword",
                        "who is told that a warning they got by hand changed or no longer counts"),
                new Holding("liaison.treatment", "how somebody says she was treated"),
                new Holding("liaison.answered", "that a holder said how she was treated"));
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                new Expiry(
                        "liaison-ended",
                        "SELECT count, oldest, held FROM liaison.due_ended(:before)",
                        "SELECT liaison.erase_ended(:before, :most)"));
    }
}
