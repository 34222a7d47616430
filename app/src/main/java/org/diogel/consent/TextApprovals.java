package org.diogel.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Lang;
import org.diogel.web.Stale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to which wording a named reviewer has approved, in each language by itself. A text that
/// is edited afterwards needs a new approval: what is approved is the digest of all of them.
@Service
public class TextApprovals {

    private final ApprovalStore store;
    private final ConsentStore words;
    private final ReviewedTexts texts;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    TextApprovals(
            ApprovalStore store,
            ConsentStore words,
            ReviewedTexts texts,
            Audit audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.words = words;
        this.texts = texts;
        this.audit = audit;
        this.events = events;
    }

    /// Something was approved or taken back; sent inside the transaction.
    record Decided(Lang lang) {}

    /// Whether the safety, consent and withdrawal texts stand as somebody approved them.
    @Transactional(readOnly = true)
    public boolean languageApproved(Lang lang) {
        return standing(store.history(lang, texts.digest(lang))).isPresent();
    }

    /// Every language with the texts as they stand now and whoever approved exactly these.
    @Transactional(readOnly = true)
    List<LanguageTexts> list() {
        return Lang.all().stream().map(this::read).toList();
    }

    @Transactional(readOnly = true)
    LanguageTexts get(Lang lang) {
        return read(lang);
    }

    /// @param digest of the texts the reviewer read
    /// @param reviewer her name, 3 to 120 characters
    /// @throws Stale when the texts are no longer the ones that were read
    @Transactional
    void approve(Lang lang, String digest, String reviewer) {
        words.keepWords(lang, texts.body(lang));
        decide(lang, digest, "approved", reviewer);
    }

    /// The language is hidden again until somebody approves it, although no word has changed.
    ///
    /// @param digest of the texts on the page this was decided on
    /// @param reviewer name of who found that they cannot stay, 3 to 120 characters
    /// @throws Stale when the texts are no longer those
    @Transactional
    void takeBack(Lang lang, String digest, String reviewer) {
        decide(lang, digest, "taken-back", reviewer);
    }

    private void decide(Lang lang, String digest, String act, String reviewer) {
        if (!digest.equals(texts.digest(lang))) {
            throw new Stale();
        }
        store.insert(lang, digest, act, reviewer, Acting.person().account());
        audit.record(AuditEntry.of("consent.texts-" + act, "texts", null, lang.tag()));
        events.publishEvent(new Decided(lang));
    }

    private LanguageTexts read(Lang lang) {
        String digest = texts.digest(lang);
        List<Approval> history = store.history(lang, digest);
        SortedMap<String, String> now = texts.texts(lang);
        Map<String, String> english = texts.texts(Lang.EN);
        Map<String, String> before = store.lastBody(lang).map(ReviewedTexts::read).orElse(now);
        TreeSet<String> keys = new TreeSet<>(now.keySet());
        keys.addAll(before.keySet());
        List<ReviewedText> all = new ArrayList<>();
        for (String key : keys) {
            all.add(
                    new ReviewedText(
                            key,
                            english.getOrDefault(key, ""),
                            now.getOrDefault(key, ""),
                            before.getOrDefault(key, "")));
        }
        return new LanguageTexts(lang, digest, all, standing(history), history);
    }

    /// The newest act for exactly these texts, if it approved them.
    private static Optional<Approval> standing(List<Approval> history) {
        return history.stream()
                .filter(Approval::current)
                .findFirst()
                .filter(newest -> !newest.takenBack());
    }
}
