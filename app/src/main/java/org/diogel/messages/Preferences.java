package org.diogel.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Region;
import org.diogel.vault.Place;
import org.diogel.vault.SealKey;
import org.diogel.vault.Vault;
import org.diogel.web.Stale;
import org.diogel.web.TooMany;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the one acting chose about messages to her.
@Service
class Preferences {

    /// Brings the code that proves a number; it goes to that number and nowhere else.
    static final String CODE = "number-code";

    static final int MOST_TRIES = 5;
    static final int MOST_ASKED = 3;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LASTS = Duration.ofMinutes(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PreferenceStore store;
    private final UnsentStore unsent;
    private final Messages messages;
    private final Channels channels;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    Preferences(
            PreferenceStore store,
            UnsentStore unsent,
            Messages messages,
            Channels channels,
            Vault vault,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.unsent = unsent;
        this.messages = messages;
        this.channels = channels;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param number hers, whole; empty where she gave none
    /// @param textFault why the last text message did not reach her; empty where it did or nobody knows
    record Mine(Preference chosen, String number, String textFault) {
        @Override
        public String toString() {
            return "Mine[" + chosen.version() + "]";
        }
    }

    @Transactional(readOnly = true)
    Mine get() {
        AccountId me = me();
        Preference chosen = chosen(me);
        byte[] number = chosen.number();
        return number == null
                ? new Mine(chosen, "", "")
                : new Mine(
                        chosen,
                        open(me, NUMBER, number),
                        unsent.lastTextFault(me).orElse(""));
    }

    /// Whether text messages can be sent from here at all.
    boolean canText() {
        return channels.find(Way.TEXT).isPresent();
    }

    /// What is chosen on the page; a text message only where there is a number.
    ///
    /// @param version of the page it was chosen on
    record Choice(
            List<Region> regions,
            boolean mail,
            boolean text,
            @Nullable Integer quietFrom,
            @Nullable Integer quietUntil,
            int version) {}

    /// @throws Stale when she changed it elsewhere since
    @Transactional
    void save(Choice choice) {
        AccountId me = me();
        byte[] number = chosen(me).number();
        put(
                me,
                new Preference(
                        choice.regions(),
                        choice.mail(),
                        choice.text() && number != null,
                        number,
                        choice.quietFrom(),
                        choice.quietUntil(),
                        choice.version()));
    }

    /// Sends a code to a number. It counts once the code has come back.
    ///
    /// @param number `+447700900123`
    /// @throws TooMany when three codes were asked for within an hour
    @Transactional
    void ask(String number) {
        AccountId me = me();
        Instant now = clock.instant();
        Optional<PreferenceStore.Waiting> before = store.findWaiting(me);
        Instant since =
                before.map(PreferenceStore.Waiting::since)
                        .filter(at -> at.plus(HOUR).isAfter(now))
                        .orElse(now);
        int asked = since.equals(now) ? 0 : before.map(PreferenceStore.Waiting::asked).orElse(0);
        if (asked >= MOST_ASKED) {
            throw new TooMany(Duration.between(now, since.plus(HOUR)).toSeconds() + 1);
        }
        UUID id = UUID.randomUUID();
        String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        store.putWaiting(
                me,
                new PreferenceStore.Waiting(
                        id,
                        seal(me, WAITING, number),
                        seal(me, "code", code),
                        0,
                        asked + 1,
                        since,
                        now.plus(LASTS)));
        messages.queue(Outgoing.duty(me, CODE, CODE, id).asUrgent().by(Way.TEXT));
        audit.record(AuditEntry.of("messages.number-asked", "account", me.value()));
    }

    /// Takes the number over when this is the code that was sent to it.
    ///
    /// @return false when it is not, was tried too often, or is too late
    @Transactional
    boolean confirm(String typed) {
        AccountId me = me();
        PreferenceStore.Waiting waiting = store.findWaiting(me).orElse(null);
        if (waiting == null
                || waiting.tries() >= MOST_TRIES
                || !waiting.expires().isAfter(clock.instant())) {
            return false;
        }
        boolean right =
                MessageDigest.isEqual(
                        open(me, "code", waiting.code()).getBytes(UTF_8), typed.getBytes(UTF_8));
        store.putWaiting(
                me,
                new PreferenceStore.Waiting(
                        waiting.id(),
                        waiting.number(),
                        waiting.code(),
                        right ? MOST_TRIES : waiting.tries() + 1,
                        waiting.asked(),
                        waiting.since(),
                        waiting.expires()));
        if (right) {
            Preference old = chosen(me);
            byte[] number = seal(me, NUMBER, open(me, WAITING, waiting.number()));
            put(me, with(old, number, true));
        }
        return right;
    }

    /// Forgets her number; text messages end with it.
    @Transactional
    void forgetNumber() {
        AccountId me = me();
        Preference old = chosen(me);
        // Whoever had nothing but text messages would hear nothing more.
        put(me, with(new Preference(
                        old.regions(),
                        old.mail() || old.text(),
                        false,
                        old.number(),
                        old.quietFrom(),
                        old.quietUntil(),
                        old.version()),
                null,
                false));
    }

    /// Where a text message to somebody goes; read as the outbox.
    Optional<String> numberOf(AccountId account) {
        byte[] number = chosen(account).number();
        return number == null ? Optional.empty() : Optional.of(open(account, NUMBER, number));
    }

    /// Where a code goes and what it is, while it counts; read as the outbox.
    ///
    /// @param asking the message's subject: an older one brings no newer code
    Optional<Sent> codeOf(AccountId account, UUID asking) {
        return store.readWaiting(account)
                .filter(w -> w.id().equals(asking) && w.expires().isAfter(clock.instant()))
                .map(w -> new Sent(open(account, WAITING, w.number()), open(account, "code", w.code())));
    }

    record Sent(String number, String code) {
        @Override
        public String toString() {
            return "Sent";
        }
    }

    private static final String NUMBER = "number";
    private static final String WAITING = "number that waits";

    private void put(AccountId me, Preference chosen) {
        if (!store.save(me, chosen)) {
            throw new Stale();
        }
        audit.record(AuditEntry.of("messages.chosen", "account", me.value(), "ways"));
    }

    private static Preference with(Preference old, byte @Nullable [] number, boolean text) {
        return new Preference(
                old.regions(),
                old.mail(),
                text,
                number,
                old.quietFrom(),
                old.quietUntil(),
                old.version());
    }

    private Preference chosen(AccountId account) {
        return store.find(account).orElse(Preference.NOTHING_CHOSEN);
    }

    private byte[] seal(AccountId account, String field, String plain) {
        return vault.sealUnder(SealKey.ACCOUNT, place(account, field), plain.getBytes(UTF_8));
    }

    private String open(AccountId account, String field, byte[] sealed) {
        return new String(vault.openUnder(SealKey.ACCOUNT, place(account, field), sealed), UTF_8);
    }

    private static Place place(AccountId account, String field) {
        return new Place("messages.preference", account.value(), field);
    }

    private static AccountId me() {
        return Acting.person().account();
    }
}
