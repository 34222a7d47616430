package org.diogel.account;

import gg.jte.Content;
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

    /// Black on white in every colour scheme: cameras need it so.
    static Content svg(String text, String label) {
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
        int size = code.size + 2 * QUIET;
        return output -> {
            output.writeContent("<svg class=\"diogel-qr\" role=\"img\" width=\"240\" height=\"240\" aria-label=\"");
            output.writeContent(
                    label.replace("&", "&amp;").replace("\"", "&#34;").replace("<", "&lt;"));
            output.writeContent("\" viewBox=\"0 0 " + size + " " + size + "\">");
            output.writeContent("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\"");
            output.writeContent(path.toString());
            output.writeContent("\"/></svg>");
        };
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
