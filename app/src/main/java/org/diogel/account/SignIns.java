package org.diogel.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
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
import org.springframework.stereotype.Service;

/// Signing in, in two steps that need no session: a right password gives a sealed token that is good
/// for ten minutes, and with it a code or a recovery code opens the door.
@Service
class SignIns {
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

    /// Where a try comes from. @param device id of a device this account signed in on before, or ""
    record From(Function<Optional<AccountId>, String> device, String address) {}

    /// The token of the second step; empty when address and password do not belong together, whatever
    /// the reason: no such account, suspended, wrong password. All take the same time.
    ///
    /// @throws TooMany when this device has to wait
    Optional<String> password(Email email, String password, From from) {
        byte[] lookup = secrets.lookup(email);
        Optional<Credential> found = work.run(() -> credentials.byLookup(lookup));
        var one =
                Tries.Try.of(
                        "password",
                        lookup,
                        from.device.apply(found.map(Credential::id)),
                        from.address);
        tries.spend(one);
        Credential active = found.filter(Credential::active).orElse(null);
        boolean right = passwords.matches(password, active == null ? null : active.password());
        if (active == null || !right) {
            found.ifPresent(c -> note("account.password-refused", c.id()));
            return Optional.empty();
        }
        tries.giveBack(one);
        return Optional.of(tokens.seal(STEP, List.of(active.id().toString())));
    }

    /// Whose second step this is; empty when the token is too old.
    Optional<AccountId> step(String token) {
        return tokens.open(STEP, token, STEP_LASTS).map(texts -> AccountId.of(texts.getFirst()));
    }

    /// True when the code is this account's, of now, and was not used before.
    ///
    /// @throws TooMany when this device has to wait
    boolean code(AccountId id, String typed, From from) {
        return guarded(
                id,
                from,
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
        boolean used =
                guarded(
                        id,
                        from,
                        c -> credentials.useRecoveryCode(id, secrets.recovery(id, typed)));
        return used
                ? OptionalInt.of(work.run(() -> credentials.recoveryCodesLeft(id)))
                : OptionalInt.empty();
    }

    /// The account behind a session, as it is now; empty when it may no longer act.
    Optional<AccountView> standing(AccountId id) {
        return work.run(() -> accounts.find(id)).filter(AccountView::active);
    }

    private boolean guarded(AccountId id, From from, Function<Credential, Boolean> check) {
        var one =
                Tries.Try.of(
                        "code",
                        id.toString().getBytes(UTF_8),
                        from.device.apply(Optional.of(id)),
                        from.address);
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
        note(right ? "account.signed-in" : "account.code-refused", id);
        return right;
    }

    private void note(String action, AccountId id) {
        work.run(
                () -> {
                    audit.record(AuditEntry.of(action, "account", id.value()));
                    return true;
                });
    }
}
