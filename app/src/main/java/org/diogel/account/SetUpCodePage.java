package org.diogel.account;

/// @param why key of the text that says what this does
/// @param action where the first code is sent @param state sealed, what was chosen so far
/// @param secret in groups of four
public record SetUpCodePage(
        String why, String action, String state, String secret, QrPicture picture) {

    /// @param issuer neutral name of the service @param email shown in the app beside it
    static SetUpCodePage of(
            String why, String action, String state, String issuer, String email, String secret) {
        return new SetUpCodePage(
                why,
                action,
                state,
                Letters.grouped(secret, 4, " "),
                QrCode.draw(QrCode.address(issuer, email, secret)));
    }
}
