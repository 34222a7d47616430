package org.diogel.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Lang;
import org.diogel.web.Stale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to which wording a named reviewer has approved. A text that is edited afterwards needs a
/// new approval: what is approved is the digest of all of them.
@Service
public class TextApprovals {

    private final ApprovalStore store;
    private final ReviewedTexts texts;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    TextApprovals(
            ApprovalStore store,
            ReviewedTexts texts,
            Audit audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.texts = texts;
        this.audit = audit;
        this.events = events;
    }

    /// Something was approved; sent inside the transaction.
    record Approved(Lang lang) {}

    /// Whether the safety, consent and withdrawal texts stand as somebody approved them.
    @Transactional(readOnly = true)
    public boolean languageApproved(Lang lang) {
        return approval(lang).isPresent();
    }

    /// Every language with the texts as they stand now and whoever approved exactly these.
    @Transactional(readOnly = true)
    List<LanguageTexts> list() {
        return Arrays.stream(Lang.values())
                .map(
                        lang ->
                                new LanguageTexts(
                                        lang, texts.digest(lang), texts.texts(lang), approval(lang)))
                .toList();
    }

    /// @param digest of the texts the reviewer read
    /// @param reviewer her name, 3 to 120 characters
    /// @throws Stale when the texts are no longer the ones that were read
    @Transactional
    void approve(Lang lang, String digest, String reviewer) {
        if (!digest.equals(texts.digest(lang))) {
            throw new Stale();
        }
        store.insert(lang, digest, reviewer, Acting.person().account());
        audit.record(AuditEntry.of("consent.texts-approved", "texts", null, lang.tag()));
        events.publishEvent(new Approved(lang));
    }

    private Optional<Approval> approval(Lang lang) {
        return store.newest(lang, texts.digest(lang));
    }
}
