package org.diogel.report;

import org.diogel.kernel.SafeText;
import org.diogel.web.Form;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Words only she knows. Argon2id, since people choose them. At most four are computed at a time:
/// each takes 19 MiB.
@Component
class SecondSecret {

    static final int SHORTEST = 8;
    static final int LONGEST = 200;

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final java.util.concurrent.Semaphore places = new java.util.concurrent.Semaphore(4);

    /// The field `second` of a form in which a new one is set: empty, or neither too short nor too long.
    static Form mended(Form form) {
        String second = form.text("second");
        int length = SafeText.length(SafeText.clean(second));
        if (!second.isEmpty() && length < SHORTEST) {
            return form.withError(
                    "second", "report.error.second.short", "least", SHORTEST);
        }
        return length > LONGEST
                ? form.withError(
                        "second", "report.error.second.long", "most", LONGEST)
                : form;
    }

    String hash(String secret) {
        places.acquireUninterruptibly();
        try {
            String hash = argon.encode(Sender.normal(secret));
            if (hash == null) {
                throw new IllegalStateException("Argon2id answered nothing");
            }
            return hash;
        } finally {
            places.release();
        }
    }

    boolean matches(String secret, String hash) {
        if (secret.length() > LONGEST) {
            return false;
        }
        places.acquireUninterruptibly();
        try {
            return argon.matches(Sender.normal(secret), hash);
        } finally {
            places.release();
        }
    }
}
