package org.diogel.report;

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
