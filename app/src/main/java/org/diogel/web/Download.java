package org.diogel.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// A file that somebody sent, given to somebody who may have it. Whatever is in it does nothing: it is
/// what we say it is, runs no script, loads nothing, and is nobody's page.
///
/// @param name neutral, letters, digits, a dot
/// @param shown a JPEG of our own making, in the window; anything else is saved, and is no more than
///     bytes to the browser
public record Download(byte[] bytes, String name, boolean shown) {

    private static final String POLICY =
            "default-src 'none'; sandbox; form-action 'none'; frame-ancestors 'none'; base-uri"
                    + " 'none'; object-src 'none'";

    public Download {
        if (!name.matches("[a-z0-9]{1,20}\\.[a-z0-9]{1,5}")) {
            throw new IllegalArgumentException("A neutral name");
        }
    }

    void write(HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader(
                "Content-Disposition",
                (shown ? "inline" : "attachment") + "; filename=\"" + name + "\"");
        response.setContentType(shown ? "image/jpeg" : "application/octet-stream");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /// Says nothing of it.
    @Override
    public String toString() {
        return "Download";
    }
}
