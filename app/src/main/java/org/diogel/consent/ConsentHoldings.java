package org.diogel.consent;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class ConsentHoldings implements Holdings {

    private static final String LEDGER =
            "kept for now; seven years after the report is closed or erased once retention is built";

    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("consent.recipient", "who could be told", "while Diogel can reach them"),
                new Holding("consent.subject", "whether all sharing was stopped", LEDGER),
                new Holding("consent.statement", "when she agreed or took it back", LEDGER),
                new Holding("consent.agreed", "to whom each statement agreed", LEDGER),
                new Holding("consent.supplement", "who may have what she added too", LEDGER),
                new Holding("consent.words", "the words that asked her", "for ever: nobody’s data"),
                new Holding("consent.disclosure", "what has gone, to whom, when, why it might", LEDGER),
                new Holding("consent.stopped", "what taking back stopped", LEDGER),
                new Holding(
                        "consent.text_approval",
                        "who approved which language’s texts",
                        "kept for now; seven years after a newer approval once retention is built"));
    }
}
