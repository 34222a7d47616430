package org.diogel.consent;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.diogel.vault.MacKey;
import org.diogel.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door to what she agreed. A subject is the id of a report. DOMAIN §4.2.
@Service
public class Consents {

    /// What the record calls it when something went.
    public static final String DISCLOSED = "consent.disclosed";

    static final String CAME_BACK = "came-back";
    private static final String DUTY = "duty";

    private final ConsentStore store;
    private final DisclosureStore gone;
    private final ReviewedTexts texts;
    private final Vault vault;
    private final Audit audit;
    private final ObjectProvider<LawfulBases> bases;

    Consents(
            ConsentStore store,
            DisclosureStore gone,
            ReviewedTexts texts,
            Vault vault,
            Audit audit,
            ObjectProvider<LawfulBases> bases) {
        this.store = store;
        this.gone = gone;
        this.texts = texts;
        this.vault = vault;
        this.audit = audit;
        this.bases = bases;
    }

    /// Everybody who can be told, in the order of the form.
    @Transactional(readOnly = true)
    public List<Recipient> listRecipients() {
        return store.recipients();
    }

    /// Writes down everything she agrees to from now on; whatever is not in the set she does not
    /// agree to. An earlier statement stays in the ledger and no longer counts.
    ///
    /// @param agreed ids of recipients, each with the SHA-256 of the excerpt she was shown;
    ///     empty means that it is kept and nobody is told
    /// @param wordsVersion version of the form, at most 40 characters
    /// @param given how she said it
    /// @param until when what she agrees to ends by itself; null: when she takes it back
    /// @throws IllegalArgumentException for a recipient that is unknown
    /// @throws IllegalStateException when all sharing was stopped and the code alone would resume it
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            UUID subject,
            Map<String, byte[]> agreed,
            Lang lang,
            String wordsVersion,
            Given given,
            @Nullable Instant until) {
        Set<String> known =
                store.recipients().stream().map(Recipient::id).collect(Collectors.toSet());
        if (!known.containsAll(agreed.keySet())) {
            throw new IllegalArgumentException("Nobody is called that");
        }
        boolean stopped = store.lockForChange(subject);
        if (stopped && Acting.who() instanceof Actor.Holder holder && !holder.second()) {
            throw new IllegalStateException("Sharing was stopped: the code alone cannot resume it");
        }
        byte[] words = store.keepWords(lang, texts.body(lang));
        Map<String, byte[]> shown = new HashMap<>();
        agreed.forEach((recipient, digest) -> shown.put(recipient, keyed(subject, digest)));
        store.state(subject, "recorded", given, lang, wordsVersion, words, shown, until);
        store.setStopped(subject, false);
    }

    /// What she agrees to now.
    ///
    /// @throws IllegalStateException for the holder of the code alone: her choices need her second
    ///     secret, and an empty list would tell an untruth
    @Transactional(readOnly = true)
    public List<Agreement> current(UUID subject) {
        requireSecond();
        return store.current(subject);
    }

    /// Writes down that a recipient she agrees to may have something too that she added later. It counts as
    /// long as every later statement agrees to that recipient.
    ///
    /// @param addition what she added
    /// @param digest SHA-256 of exactly what she was shown that the recipient would get
    /// @param wordsVersion as [#record]
    /// @throws NotAgreed when she does not agree to that recipient, or sharing was stopped
    /// @throws IllegalStateException for the holder of the code alone
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordSupplement(
            UUID subject,
            String recipient,
            UUID addition,
            byte[] digest,
            Lang lang,
            String wordsVersion) {
        requireSecond();
        if (store.lockForChange(subject) || !store.agrees(subject, recipient)) {
            throw new NotAgreed();
        }
        byte[] words = store.keepWords(lang, texts.body(lang));
        store.insertSupplement(
                subject, recipient, addition, keyed(subject, digest), lang, wordsVersion, words);
    }

    /// What of what she added later may go too, and to whom, oldest first.
    ///
    /// @throws IllegalStateException for the holder of the code alone
    @Transactional(readOnly = true)
    public List<Supplement> supplements(UUID subject) {
        requireSecond();
        return store.supplements(subject);
    }

    /// Goes on only while she agrees, and holds that true until the transaction ends: taking back
    /// waits for this transaction, or this one waits for it and finds that she took it back.
    /// Call it before locking anything else, since taking back locks in that order too.
    ///
    /// @throws NotAgreed when she does not, no longer does, or the report is not ours to send
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireStill(UUID subject, String recipient) {
        if (!isStill(subject, recipient)) {
            throw new NotAgreed();
        }
    }

    /// As [#requireStill], for whoever goes on otherwise: the answer stays true until the
    /// transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isStill(UUID subject, String recipient) {
        return store.holdStill(subject) && store.agrees(subject, recipient);
    }

    /// Whether that is what she was shown when she agreed: nothing else may be made from it.
    ///
    /// @param excerptDigest 32 bytes: SHA-256 of an excerpt
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean wasShown(UUID subject, String recipient, byte[] excerptDigest) {
        return store.wasShown(subject, recipient, keyed(subject, excerptDigest));
    }

    /// Stops all sharing at once. What has gone stays in [#disclosures].
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawAll(UUID subject) {
        store.lockForChange(subject);
        store.state(subject, "withdrawn", taken(), Lang.EN, "", null, Map.of(), null);
        store.setStopped(subject, true);
    }

    /// The report is erased: from now on what was agreed and disclosed is kept for its own time.
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(UUID subject, Instant at) {
        store.setEnded(subject, at);
    }

    private static Given taken() {
        return switch (Acting.who()) {
            case Actor.Person worker -> Given.spokenTo(worker.account());
            case Actor.Task _ -> Given.SYSTEM;
            default -> Given.HERSELF;
        };
    }

    /// Whether all sharing was stopped and not resumed; the code alone may know.
    @Transactional(readOnly = true)
    public boolean isStopped(UUID subject) {
        return store.isStopped(subject);
    }

    /// Whether a worker alone shows, in a safe place, what went and who looked; the code alone may know.
    @Transactional(readOnly = true)
    public boolean isSafePlace(UUID subject) {
        return store.isSafePlace(subject);
    }

    /// Says so from now on. Whoever holds the code can begin it and never end it.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepForSafePlace(UUID subject, boolean safePlace) {
        store.lockForChange(subject);
        store.setSafePlace(subject, safePlace);
    }

    /// Writes down, in the transaction that takes back, what that stopped.
    ///
    /// @param what as in [Stopped]
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteStopped(UUID subject, String what, String recipient, int messages) {
        gone.insertStopped(subject, what, recipient, messages);
    }

    /// What taking back stopped, oldest first.
    ///
    /// @throws IllegalStateException for the holder of the code alone
    @Transactional(readOnly = true)
    public List<Stopped> stopped(UUID subject) {
        requireSecond();
        return gone.stopped(subject);
    }

    /// How a basis in law is cited, in the words of the law.
    public String cite(Basis basis) {
        return bases.orderedStream()
                .map(known -> known.cite(basis))
                .filter(cited -> !cited.isEmpty())
                .findFirst()
                .orElse(basis.law());
    }

    /// What may be kept of an excerpt beside what was made from it: whoever has no key cannot guess from
    /// it what the excerpt said, also once the report is erased.
    ///
    /// @param excerptDigest 32 bytes: SHA-256 of the excerpt
    public byte[] mark(UUID subject, byte[] excerptDigest) {
        return keyed(subject, excerptDigest);
    }

    /// Writes down, in the sending transaction, that something went: only what was made from exactly
    /// what she was shown when she agreed.
    ///
    /// @param what a word for it in small letters and hyphens, such as `warning`, `correction`
    /// @param mark [#mark] of the excerpt it was made from
    /// @throws NotAgreed when that is not what she was shown
    @Transactional(propagation = Propagation.MANDATORY)
    public void disclosed(
            UUID subject, String recipient, String what, UUID reference, byte[] mark) {
        if (!store.wasShown(subject, recipient, mark)) {
            throw new NotAgreed();
        }
        gone.insertDisclosure(subject, recipient, what, reference, mark, basis(recipient));
        writeDown(subject, recipient, what, reference, mark);
    }

    /// Her agreement is one thing, the basis in law of whoever passes it on another: it is written down
    /// as it stands at this moment, and where no protocol names one, that is what the ledger says.
    private @Nullable Basis basis(String recipient) {
        if (!(Acting.who() instanceof Actor.Person person)) {
            return null;
        }
        return store.recipients().stream()
                .filter(one -> one.id().equals(recipient))
                .flatMap(
                        one ->
                                bases.orderedStream()
                                        .flatMap(
                                                known ->
                                                        known.of(person.agency(), one.choice())
                                                                .stream()))
                .findFirst()
                .orElse(null);
    }

    /// The record names what went by a keyed hash alone.
    private void writeDown(
            UUID subject, String recipient, String what, UUID reference, byte[] shown) {
        audit.record(
                AuditEntry.of(
                        DISCLOSED, "report", subject, trace(subject, recipient, what, reference, shown)));
    }

    /// By what the record names something that went ([#DISCLOSED]).
    public String trace(UUID subject, Disclosure gone) {
        return trace(
                subject,
                gone.recipient(),
                gone.what(),
                gone.reference(),
                HexFormat.of().parseHex(gone.excerptDigest()));
    }

    private String trace(
            UUID subject, String recipient, String what, UUID reference, byte[] shown) {
        String all = String.join("|", recipient, what, reference.toString(), HexFormat.of().formatHex(shown));
        return HexFormat.of().formatHex(keyed(subject, all.getBytes(StandardCharsets.UTF_8)));
    }

    /// Writes down, in the transaction that passes it, what a safeguarding lead passed on a ground of its
    /// own, whatever was chosen; again without [Overriding#notTold] once she was told later. She reads it
    /// only then.
    ///
    /// @param digest 32 bytes: SHA-256 of exactly what went
    @Transactional(propagation = Propagation.MANDATORY)
    public void disclosedUnderDuty(
            UUID subject,
            String recipient,
            Overriding overriding,
            UUID reference,
            byte[] digest,
            Instant wentAt) {
        store.lockForChange(subject);
        byte[] went = keyed(subject, digest);
        gone.insertOverride(subject, recipient, overriding, reference, went, wentAt);
        if (overriding.isTold()) {
            writeDown(subject, recipient, DUTY, reference, went);
        }
    }

    /// Writes down that something came back before anybody had opened it: it no longer counts as gone.
    ///
    /// @param reference the thing that was sent
    /// @param mark as [#disclosed]
    @Transactional(propagation = Propagation.MANDATORY)
    public void cameBack(UUID subject, String recipient, UUID reference, byte[] mark) {
        gone.insertReturn(subject, recipient, reference, mark);
    }

    /// How many reports chose what when they were sent, over the whole partnership: true counts, for
    /// [org.diogel.figures.Figures] alone. For moderators, safeguarding leads and analysts.
    @Transactional(readOnly = true)
    public List<Chosen> choicesByQuarter() {
        return store.choicesByQuarter();
    }

    /// What has gone, oldest first, without what came back before anybody had opened it.
    ///
    /// @throws IllegalStateException for the holder of the code alone
    @Transactional(readOnly = true)
    public List<Disclosure> disclosures(UUID subject) {
        requireSecond();
        return gone.disclosures(subject);
    }

    /// The ledger outlives the report: without the key nobody can guess what the digest is of.
    private byte[] keyed(UUID subject, byte[] digest) {
        return vault.mac(
                MacKey.EXCERPT,
                ByteBuffer.allocate(16 + digest.length)
                        .putLong(subject.getMostSignificantBits())
                        .putLong(subject.getLeastSignificantBits())
                        .put(digest)
                        .array());
    }

    private static void requireSecond() {
        if (Acting.who() instanceof Actor.Holder holder && !holder.second()) {
            throw new IllegalStateException("This needs the second secret");
        }
    }
}
