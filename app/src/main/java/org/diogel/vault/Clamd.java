package org.diogel.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// ClamAV's daemon, by its `INSTREAM` command: pieces with their length in front, an empty one at the
/// end, one line back. Nothing is written to a disk here; clamd keeps what it is sent in its own
/// temporary folder while it looks, which belongs in memory (`TemporaryDirectory` on a tmpfs).
final class Clamd implements Scanner {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ASKED = Duration.ofSeconds(5);
    private static final byte[] HARMLESS = {'D', 'i', 'o', 'g', 'e', 'l'};
    private static final int CONNECT_MILLIS = 3_000;
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final Supplier<String> address;
    private final Duration patience;

    Clamd(Supplier<String> address) {
        this(address, PATIENCE);
    }

    /// @param patience for one file from connecting to the answer
    Clamd(Supplier<String> address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    @Override
    public boolean isSet() {
        return !address.get().isBlank();
    }

    @Override
    public boolean isAnswering() {
        return isSet() && new Clamd(address, ASKED).scan(HARMLESS) != Verdict.SILENT;
    }

    @Override
    public Verdict scan(byte[] whole) {
        if (!isSet()) {
            return Verdict.NONE;
        }
        try {
            String answer = ask(address.get().strip(), whole);
            if (answer.endsWith(" FOUND")) {
                return Verdict.INFECTED;
            }
            if (answer.equals("stream: OK")) {
                return Verdict.CLEAN;
            }
            LOG.warn("The virus scanner gave no verdict: is its StreamMaxLength large enough?");
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException down) {
            LOG.warn("The virus scanner does not answer: {}", down.getClass().getSimpleName());
        }
        return Verdict.SILENT;
    }

    private String ask(String where, byte[] whole) throws IOException {
        if (where.startsWith("unix:")) {
            try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                    var _ = closing(channel)) {
                channel.connect(UnixDomainSocketAddress.of(where.substring(5)));
                return talk(Channels.newOutputStream(channel), Channels.newInputStream(channel), whole);
            }
        }
        int colon = where.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("HOST:PORT or unix:/PATH");
        }
        try (Socket socket = new Socket();
                var _ = closing(socket)) {
            socket.connect(
                    new InetSocketAddress(
                            where.substring(0, colon), Integer.parseInt(where.substring(colon + 1))),
                    CONNECT_MILLIS);
            return talk(socket.getOutputStream(), socket.getInputStream(), whole);
        }
    }

    private static String talk(OutputStream out, InputStream in, byte[] whole) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (int at = 0; at < whole.length; at += PIECE) {
            int length = Math.min(PIECE, whole.length - at);
            out.write(ByteBuffer.allocate(4).putInt(length).array());
            out.write(whole, at, length);
        }
        out.write(new byte[4]);
        out.flush();
        StringBuilder answer = new StringBuilder();
        for (int c = in.read(); c > 0 && answer.length() < LONGEST_ANSWER; c = in.read()) {
            answer.append((char) c);
        }
        return answer.toString().strip();
    }

    /// Closes the connection when patience ends: a scanner that hangs holds nobody up for longer,
    /// also over a Unix socket, which knows no time limit.
    private Watch closing(AutoCloseable connection) {
        CountDownLatch done = new CountDownLatch(1);
        Thread.ofVirtual()
                .name("scanner-patience")
                .start(
                        () -> {
                            try (connection) {
                                if (done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                                    return;
                                }
                            } catch (InterruptedException over) {
                                Thread.currentThread().interrupt();
                            } catch (Exception closed) {
                                LOG.debug("Closing a connection that hung");
                            }
                        });
        return done::countDown;
    }

    private interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
