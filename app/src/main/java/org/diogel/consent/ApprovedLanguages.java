package org.diogel.consent;

import java.util.Objects;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Which languages the public may see: the approved ones, held in memory since every page asks. The
/// demonstration shows all and marks drafts. While none is approved, those who sign in see English
/// and Welsh, and the form stays shut ([Opening]).
@Component
class ApprovedLanguages implements LanguageGate {

    private final TextApprovals approvals;
    private final TransactionTemplate apart;
    private final boolean demonstration;
    private volatile Set<Lang> approved = Set.of();

    ApprovedLanguages(
            TextApprovals approvals,
            PlatformTransactionManager transactions,
            @Value("${diogel.mode:serve}") String mode) {
        this.approvals = approvals;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
        this.demonstration = mode.equals("demo");
    }

    /// In a transaction of its own: the one that approved has ended when this hears of it, and says
    /// no longer who is acting.
    @EventListener(ApplicationReadyEvent.class)
    void load() {
        approved =
                Acting.as(
                        new Actor.Task("set-up"),
                        "reading-approvals",
                        () -> Objects.requireNonNull(apart.execute(_ -> read())));
    }

    private Set<Lang> read() {
        return Lang.all().stream()
                .filter(approvals::languageApproved)
                .collect(Collectors.toUnmodifiableSet());
    }

    @TransactionalEventListener
    void decided(TextApprovals.Decided event) {
        load();
    }

    @Override
    public boolean shown(Lang lang) {
        return demonstration
                || approved.contains(lang)
                || lang.isWhole() && Lang.whole().stream().noneMatch(approved::contains);
    }

    @Override
    public boolean draft(Lang lang) {
        return demonstration && !approved.contains(lang);
    }

    /// Whether anybody may be asked for a report: English or Welsh has to be approved, so that nobody
    /// is met by a language she never chose.
    boolean isOpen() {
        return demonstration || Lang.whole().stream().anyMatch(approved::contains);
    }
}
