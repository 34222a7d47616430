package org.diogel.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.diogel.account.CredentialStore.Credential;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.AccountId;
import org.diogel.web.TooMany;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Signing in, in two steps that need no session: a right password gives a sealed token that is good
/// for ten minutes, and with it a code or a recovery code opens the door.
@Service
class SignIns {

    private static final String SIGNED_IN = "account.signed-in";
    private static final String PROVED = "account.proved";
    private static final String STEP = "password-step";
    private static final Duration STEP_LASTS = Duration.ofMinutes(10);

    private final SignInWork work;
    private final CredentialStore credentials;
    private final AccountStore accounts;
    private final AccountSecrets secrets;
    private final Passwords passwords;
    private final Tries tries;
    private final SealedTokens tokens;
    private final Audit audit;
    private final Clock clock;

    SignIns(
            SignInWork work,
            CredentialStore credentials,
            AccountStore accounts,
            AccountSecrets secrets,
            Passwords passwords,
            Tries tries,
            SealedTokens tokens,
            Audit audit,
            Clock clock) {
        this.work = work;
        this.credentials = credentials;
        this.accounts = accounts;
        this.secrets = secrets;
        this.passwords = passwords;
        this.tries = tries;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    /// Where a try comes from. @param device from an account's mark: the id of a device it signed in
    /// on before, or ""
    record From(Function<String, String> device, String address) {}

    /// The token of the second step; empty when address and password do not belong together, whatever
    /// the reason: no such account, suspended, wrong password. All take the same time.
    ///
    /// @throws TooMany when this device has to wait
    Optional<String> password(Email email, String password, From from) {
        byte[] lookup = secrets.lookup(email);
        Tries.Try one = attempt("password", lookup, mark(lookup), from);
        tries.spend(one);
        Optional<Credential> found = work.run(() -> credentials.byLookup(lookup));
        Credential active = found.filter(Credential::active).orElse(null);
        boolean right =
                passwords.matches(
                        password, active == null ? null : active.password(), one.isKnown());
        if (active == null || !right) {
            note("account.password-refused", found.map(Credential::id).orElse(null));
            return Optional.empty();
        }
        tries.giveBack(one);
        return Optional.of(tokens.seal(STEP, List.of(active.id().toString())));
    }

    /// The second step for somebody whose first factor was seen elsewhere.
    String stepOf(AccountId id) {
        return tokens.seal(STEP, List.of(id.toString()));
    }

    /// By which a device remembers this account without its name or id.
    String mark(AccountId id) {
        return mark(work.run(() -> accounts.lookup(id)));
    }

    /// Whose second step this is; empty when the token is too old.
    Optional<AccountId> step(String token) {
        return tokens.open(STEP, token, STEP_LASTS).map(texts -> AccountId.of(texts.getFirst()));
    }

    /// True when the code is this account's, of now, and was not used before.
    ///
    /// @throws TooMany when this device has to wait
    boolean code(AccountId id, String typed, From from) {
        return code(id, typed, from, SIGNED_IN);
    }

    /// @param what the record of looks calls it when it was right
    private boolean code(AccountId id, String typed, From from, String what) {
        return guarded(
                id,
                from,
                what,
                c -> {
                    byte[] secret = secrets.openTotp(id, c.totp());
                    OptionalLong step =
                            OneTimeCodes.step(secret, typed, clock.instant(), c.lastStep());
                    return step.isPresent() && credentials.acceptStep(id, step.getAsLong());
                });
    }

    /// How many recovery codes are left after using this one; empty when it is none of them.
    ///
    /// @throws TooMany when this device has to wait
    OptionalInt recoveryCode(AccountId id, String typed, From from) {
        boolean used = recoveryCode(id, typed, from, SIGNED_IN);
        return used
                ? OptionalInt.of(work.run(() -> credentials.recoveryCodesLeft(id)))
                : OptionalInt.empty();
    }

    /// Whether this is a code of now or, for whoever lost her phone, a recovery code of somebody who is
    /// signed in. Each works once.
    ///
    /// @throws TooMany when this device has to wait
    boolean isProved(AccountId id, String typed, From from) {
        return OneTimeCodes.isShapedLike(typed)
                ? code(id, typed, from, PROVED)
                : recoveryCode(id, typed, from, PROVED);
    }

    private boolean recoveryCode(AccountId id, String typed, From from, String what) {
        return guarded(
                id,
                from,
                what,
                c -> credentials.useRecoveryCode(id, secrets.recovery(id, typed)));
    }

    /// The account behind a session, as it is now; empty when it may no longer act.
    Optional<AccountView> standing(AccountId id) {
        return work.run(() -> accounts.find(id)).filter(AccountView::active);
    }

    private boolean guarded(
            AccountId id, From from, String what, Function<Credential, Boolean> check) {
        Tries.Try one = attempt("code", id.toString().getBytes(UTF_8), mark(id), from);
        tries.spend(one);
        boolean right =
                work.run(
                        () ->
                                credentials
                                        .byId(id)
                                        .filter(Credential::active)
                                        .filter(check::apply)
                                        .isPresent());
        if (right) {
            tries.giveBack(one);
        }
        note(right ? what : "account.code-refused", id);
        return right;
    }

    private static Tries.Try attempt(String lock, byte[] account, String mark, From from) {
        return Tries.Try.of(lock, account, from.device.apply(mark), from.address);
    }

    private static String mark(byte[] lookup) {
        return HexFormat.of().formatHex(lookup);
    }

    /// A row is written for an unknown address too, naming nobody: both cost the same.
    private void note(String action, @Nullable AccountId id) {
        work.run(
                () -> {
                    audit.record(
                            AuditEntry.of(action, "account", id == null ? null : id.value()));
                    return true;
                });
    }
}
