package org.diogel.account;

import java.util.List;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Lang;
import org.diogel.web.NotHere;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What somebody changes about her own account; its pages ask for a factor given just now, or the
/// password.
@Service
class OwnAccount {
    private final SignInWork work;
    private final SignIns signIns;
    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final AccountSecrets secrets;
    private final Passwords passwords;
    private final Audit audit;

    OwnAccount(
            SignInWork work,
            SignIns signIns,
            AccountStore accounts,
            CredentialStore credentials,
            AccountSecrets secrets,
            Passwords passwords,
            Audit audit) {
        this.work = work;
        this.signIns = signIns;
        this.accounts = accounts;
        this.credentials = credentials;
        this.secrets = secrets;
        this.passwords = passwords;
        this.audit = audit;
    }

    /// @param recoveryCodesLeft of ten @param byPassword whether she has a password and codes
    record Own(AccountView account, String email, int recoveryCodesLeft, boolean byPassword) {
        @Override
        public String toString() {
            return "Own[" + account.id() + "]";
        }
    }

    Own get() {
        AccountId id = Acting.person().account();
        return work.run(
                () ->
                        new Own(
                                accounts.find(id).orElseThrow(),
                                secrets.open(id, accounts.sealedEmail(id).orElseThrow()),
                                credentials.recoveryCodesLeft(id),
                                credentials.byId(id).isPresent()));
    }

    /// @throws NotHere when she signs in without a password
    Own withPassword() {
        Own mine = get();
        if (!mine.byPassword) {
            throw new NotHere();
        }
        return mine;
    }

    @Transactional
    void setLanguage(Lang language) {
        accounts.setLanguage(Acting.person().account(), language);
    }

    /// False when the password she has now is another.
    ///
    /// @throws org.diogel.web.TooMany when this device has to wait
    boolean changePassword(String now, String next, SignIns.From from) {
        AccountId id = Acting.person().account();
        Email email = Email.of(withPassword().email()).orElseThrow();
        if (signIns.password(email, now, from).isEmpty()) {
            return false;
        }
        String hash = passwords.hash(next);
        work.run(
                () -> {
                    credentials.setPassword(id, hash);
                    audit.record(
                            AuditEntry.of(
                                    "account.password-changed", "account", id.value(), "password"));
                    return true;
                });
        return true;
    }

    /// Ten new codes in place of all the old ones.
    ///
    /// @throws NotHere when she signs in without a password
    List<String> newRecoveryCodes() {
        AccountId id = withPassword().account().id();
        List<String> codes = secrets.newRecoveryCodes();
        work.run(
                () -> {
                    credentials.replaceRecoveryCodes(id, secrets.recovery(id, codes));
                    audit.record(
                            AuditEntry.of(
                                    "account.recovery-renewed", "account", id.value(), "recovery"));
                    return true;
                });
        return codes;
    }

    /// Whether this is a code of now or, for whoever lost her phone, a recovery code. Each works once.
    ///
    /// @throws org.diogel.web.TooMany when this device has to wait
    boolean isProved(String typed, SignIns.From from) {
        return signIns.isProved(Acting.person().account(), typed, from);
    }

    /// Whether whoever is acting typed this, and nobody else.
    boolean typed(HeldForm form) {
        return form.owner().equals(signIns.mark(Acting.person().account()));
    }

    /// Codes come from this secret from now on, and no longer from the one before.
    ///
    /// @param step of the first code from it, which is used up
    void changeApp(byte[] totp, long step) {
        AccountId id = Acting.person().account();
        work.run(
                () -> {
                    credentials.setTotp(id, secrets.sealTotp(id, totp), step);
                    audit.record(
                            AuditEntry.of("account.app-changed", "account", id.value(), "totp"));
                    return true;
                });
    }
}
