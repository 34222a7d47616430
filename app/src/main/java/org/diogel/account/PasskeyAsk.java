package org.diogel.account;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.diogel.account.Challenges.Challenge;
import org.diogel.kernel.AccountId;

/// What a page tells the browser so that it asks for a passkey or makes one. Bytes are base64url.
///
/// @param token sealed; comes back with the answer
/// @param known ids of passkeys there are, parted by spaces; empty when any will do
/// @param user, userName, userLabel whom a new one is for; empty when none is made
public record PasskeyAsk(
        String token,
        String challenge,
        String rp,
        String origin,
        String known,
        String user,
        String userName,
        String userLabel) {

    static PasskeyAsk use(PasskeyPlace.Here here, Challenge challenge, List<byte[]> known) {
        return of(here, challenge, known, "", "", "");
    }

    /// @param email as she signs in otherwise; empty when she types it on the same page
    static PasskeyAsk make(
            PasskeyPlace.Here here,
            Challenge challenge,
            List<byte[]> known,
            AccountId account,
            String email,
            String name) {
        return of(here, challenge, known, text(UserHandle.of(account)), email, name);
    }

    private static PasskeyAsk of(
            PasskeyPlace.Here here,
            Challenge challenge,
            List<byte[]> known,
            String user,
            String email,
            String name) {
        String ids = known.stream().map(PasskeyAsk::text).collect(Collectors.joining(" "));
        return new PasskeyAsk(
                challenge.token(),
                challenge.text(),
                here.rp(),
                here.origin(),
                ids,
                user,
                email,
                name);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
