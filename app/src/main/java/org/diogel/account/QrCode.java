package org.diogel.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The secret of an authenticator app as a picture its camera reads: one SVG path, no style.
final class QrCode {
    private static final int QUIET = 4;

    private QrCode() {}

    /// @param issuer the service's neutral name @param account the address; the app shows both
    static String address(String issuer, String account, String base32) {
        return "otpauth://totp/"
                + escape(issuer)
                + ":"
                + escape(account)
                + "?secret="
                + base32
                + "&issuer="
                + escape(issuer)
                + "&algorithm=SHA1&digits=6&period=30";
    }

    /// The dark squares, each one unit, with the quiet border a camera needs.
    static QrPicture draw(String text) {
        io.nayuki.qrcodegen.QrCode code =
                io.nayuki.qrcodegen.QrCode.encodeText(
                        text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + QUIET).append(',').append(y + QUIET);
                    path.append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(path.toString(), code.size + 2 * QUIET);
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
