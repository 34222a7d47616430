package org.diogel.liaison;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class LiaisonHoldings implements Holdings {

    private static final String ENDED =
            "kept for now; seven years after it was opened, handed over or taken back once retention"
                    + " is built";
    private static final String ERASED = "until the report is erased";

    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding(
                        "liaison.receiver",
                        "which force receives what is for whom",
                        "while the force belongs to the partnership"),
                new Holding("liaison.package", "how what she gave stands", ENDED),
                new Holding("liaison.content", "what recipients get, sealed", ERASED),
                new Holding("liaison.file", "which files may be opened with a package", ENDED),
                new Holding("liaison.event", "what was done with a package, by whom", ENDED),
                new Holding("liaison.outcome", "what came of it", ENDED),
                new Holding(
                        "liaison.note",
                        "crime numbers, questions and answers between force and desk, sealed",
                        ERASED),
                new Holding(
                        "liaison.afterword",
                        "who is told that a warning they got by hand changed or no longer counts",
                        ENDED),
                new Holding(
                        "liaison.treatment",
                        "how somebody says she was treated",
                        "what names a report until that is erased; the rest for ever, it is nobody's"),
                new Holding(
                        "liaison.answered", "that a holder said how she was treated", ERASED));
    }
}
