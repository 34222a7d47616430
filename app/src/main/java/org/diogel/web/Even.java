package org.diogel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// How a page is answered whose length and whose time must not say what it holds: filled up to the
/// same number of bytes, and sent when the same time has passed since it was asked for.
///
/// A proxy that compressed it would undo the first. Where the browser takes gzip it gets gzip that
/// compresses nothing: what is encoded already, proxies leave alone.
///
/// @param bytes of the whole page; a longer page is filled up to the next whole multiple
/// @param after since the request came; an answer that took longer waits for the next whole multiple
public record Even(int bytes, Duration after) {

    private static final String BEGIN = "<!-- ";
    private static final String END = " -->\n";
    private static final SecureRandom RANDOM = new SecureRandom();

    byte[] fill(byte[] page) {
        int around = BEGIN.length() + END.length();
        int whole = Math.ceilDiv(page.length + around, bytes) * bytes;
        byte[] filled = new byte[whole];
        System.arraycopy(page, 0, filled, 0, page.length);
        byte[] random = new byte[whole];
        RANDOM.nextBytes(random);
        String noise =
                Base64.getUrlEncoder()
                        .encodeToString(random)
                        .replace('-', '0')
                        .substring(0, whole - page.length - around);
        byte[] comment = (BEGIN + noise + END).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(comment, 0, filled, page.length, comment.length);
        return filled;
    }

    /// Gzip where the browser takes it.
    static byte[] encode(byte[] page, HttpServletRequest request, HttpServletResponse response) {
        String accepted = request.getHeader("Accept-Encoding");
        response.setHeader("Vary", "Accept-Encoding");
        if (accepted == null || !accepted.matches("(?i)(.*[ ,])?gzip([ ,].*)?")) {
            return page;
        }
        response.setHeader("Content-Encoding", "gzip");
        ByteArrayOutputStream out = new ByteArrayOutputStream(page.length + 64);
        try (GZIPOutputStream gzip = new Stored(out)) {
            gzip.write(page);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    void await(HttpServletRequest request) {
        long began = Requests.began(request);
        long step = after.toNanos();
        if (step <= 0) {
            return;
        }
        long due = began + Math.ceilDiv(System.nanoTime() - began, step) * step;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private static final class Stored extends GZIPOutputStream {
        Stored(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.NO_COMPRESSION);
        }
    }
}
