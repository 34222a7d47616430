package org.diogel.account;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.diogel.web.TooMany;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords with Argon2id: 32 MiB, two passes, one lane, above OWASP's least (19 MiB, two
/// passes). Few at a time: a flood of tries waits, then is turned away, and never eats the memory. Half
/// of the turns are kept for devices that signed in before and for links somebody was given.
@Component
class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int KIBIBYTES = 32 * 1024;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 4;
    private static final int STRANGERS_AT_ONCE = 2;
    private static final int WAIT_SECONDS = 5;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, KIBIBYTES, PASSES);
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Semaphore strangers = new Semaphore(STRANGERS_AT_ONCE, true);

    /// Compared with when there is no such account, so that the answer takes as long.
    private final String nobody = hash("nobody has this password");

    String hash(String password) {
        return inTurn(() -> String.valueOf(argon2.encode(normal(password))));
    }

    /// @param hash null when there is no account: takes as long and answers false
    /// @param known whether the device signed in to this account before
    /// @throws TooMany when no turn came in time
    boolean matches(String password, @Nullable String hash, boolean known) {
        Supplier<Boolean> work =
                () -> argon2.matches(normal(password), hash == null ? nobody : hash);
        boolean same = known ? inTurn(work) : inTurn(strangers, () -> inTurn(work));
        return same && hash != null;
    }

    /// The same password typed on another keyboard gives the same bytes; an over-long one is cut so
    /// that hashing it costs no more than another.
    private static String normal(String password) {
        String text = Normalizer.normalize(password, Normalizer.Form.NFC);
        return text.length() > 1024 ? text.substring(0, 1024) : text;
    }

    private <T> T inTurn(Supplier<T> work) {
        return inTurn(turns, work);
    }

    private static <T> T inTurn(Semaphore turns, Supplier<T> work) {
        try {
            if (!turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TooMany(WAIT_SECONDS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooMany(WAIT_SECONDS);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
