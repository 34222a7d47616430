package org.diogel.vault;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// A small clamd that really speaks INSTREAM and knows one virus, the harmless one that every scanner
/// is tested with.
public final class TestClamd implements AutoCloseable {

    /// In parts, so that no scanner takes this file for it.
    public static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!" + "$H+H*";

    public static final String SETTING = "diogel.scanner.address";

    private final ServerSocket server;
    private final String says;
    public final AtomicInteger scanned = new AtomicInteger();

    /// One that answers as it should.
    public TestClamd() throws IOException {
        this("");
    }

    /// @param says what it answers whatever it is shown; empty for a verdict, `hang` for nothing
    public TestClamd(String says) throws IOException {
        this.says = says;
        this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::serve);
    }

    public String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket one = server.accept();
                Thread.ofVirtual().start(() -> answer(one));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket one) {
        try (one) {
            DataInputStream in = new DataInputStream(one.getInputStream());
            byte[] command = in.readNBytes(10);
            if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                one.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
                return;
            }
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                whole.write(in.readNBytes(length));
            }
            scanned.incrementAndGet();
            if (says.equals("hang")) {
                in.read();
                return;
            }
            boolean found = whole.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
            String verdict = found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
            String answer = says.isEmpty() ? verdict : says;
            one.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
