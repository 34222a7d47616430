package org.diogel.consent;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.diogel.web.LanguageGate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Which languages the public may see: the approved ones, held in memory since every page asks. The
/// demonstration shows all and marks drafts. While none is approved, those who sign in see all, and
/// the form stays shut ([NotOpenInterceptor]).
@Component
class ApprovedLanguages implements LanguageGate {

    private final TextApprovals approvals;
    private final boolean demonstration;
    private volatile Set<Lang> approved = Set.of();

    ApprovedLanguages(TextApprovals approvals, @Value("${diogel.mode:serve}") String mode) {
        this.approvals = approvals;
        this.demonstration = mode.equals("demo");
    }

    @EventListener(ApplicationReadyEvent.class)
    void load() {
        approved =
                Acting.as(
                        new Actor.Task("set-up"),
                        "reading-approvals",
                        () ->
                                Arrays.stream(Lang.values())
                                        .filter(approvals::languageApproved)
                                        .collect(Collectors.toUnmodifiableSet()));
    }

    @TransactionalEventListener
    void approved(TextApprovals.Approved event) {
        load();
    }

    @Override
    public boolean shown(Lang lang) {
        return demonstration || approved.isEmpty() || approved.contains(lang);
    }

    @Override
    public boolean draft(Lang lang) {
        return demonstration && !approved.contains(lang);
    }

    /// Whether anybody may be asked for a report at all.
    boolean isOpen() {
        return demonstration || !approved.isEmpty();
    }
}
