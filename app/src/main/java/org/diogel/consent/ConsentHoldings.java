package org.diogel.consent;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class ConsentHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("consent.recipient", "who could be told"),
                new Holding("consent.subject", "whether all sharing was stopped"),
                new Holding("consent.statement", "when she agreed or took it back"),
                new Holding("consent.agreed", "to whom each statement agreed"),
                new Holding("consent.supplement", "who may have what she added too"),
                new Holding("consent.words", "the words that asked her"),
                new Holding("consent.disclosure", "what has gone, to whom, when, why it might"),
                new Holding("consent.stopped", "what taking back stopped"),
                new Holding("consent.text_approval", "who approved which language’s texts"));
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                new Expiry(
                        "consent-ended",
                        "SELECT count, oldest, held FROM consent.due_subjects(:before)",
                        "SELECT consent.erase_subjects(:before, :most)"),
                new Expiry(
                        "consent-approval",
                        "SELECT count, oldest, held FROM consent.due_approvals(:before)",
                        "SELECT consent.erase_approvals(:before, :most)"));
    }
}
