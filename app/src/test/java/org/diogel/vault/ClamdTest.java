package org.diogel.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a scanner says, and what is made of one that says nothing. TRUST §5 D5.
@Timeout(60)
class ClamdTest {

    private static final byte[] HARMLESS = new byte[3_000_000];
    private static final byte[] EICAR = TestClamd.EICAR.getBytes(StandardCharsets.US_ASCII);

    @Test
    void itTellsWhatIsHarmlessFromWhatIsNot() throws Exception {
        try (TestClamd clamd = new TestClamd()) {
            Scanner scanner = new Clamd(clamd::address);
            assertThat(scanner.isSet()).isTrue();
            assertThat(scanner.scan(HARMLESS)).isEqualTo(Scanner.Verdict.CLEAN);
            assertThat(scanner.scan(EICAR)).isEqualTo(Scanner.Verdict.INFECTED);
        }
    }

    @Test
    void withoutAnAddressThereIsNone() {
        Scanner scanner = new Clamd(() -> "");
        assertThat(scanner.isSet()).isFalse();
        assertThat(scanner.scan(EICAR)).isEqualTo(Scanner.Verdict.NONE);
    }

    @Test
    void oneThatIsDownOrTalksNonsenseOrHangsIsSilentAndNeverClean() throws Exception {
        int free;
        try (ServerSocket some = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = some.getLocalPort();
        }
        for (String nowhere : new String[] {"127.0.0.1:" + free, "nonsense", "unix:/nowhere/at.all"}) {
            assertThat(new Clamd(() -> nowhere).scan(HARMLESS))
                    .as(nowhere)
                    .isEqualTo(Scanner.Verdict.SILENT);
        }
        for (String says :
                new String[] {"INSTREAM size limit exceeded. ERROR", "stream: OK or not", "OK", "hang"}) {
            try (TestClamd clamd = new TestClamd(says)) {
                assertThat(new Clamd(clamd::address, Duration.ofMillis(500)).scan(HARMLESS))
                        .as(says)
                        .isEqualTo(Scanner.Verdict.SILENT);
            }
        }
    }

    @Test
    void itSpeaksOverAUnixSocketToo(@TempDir Path folder) throws Exception {
        Path socket = folder.resolve("clamd.ctl");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try (var one = server.accept()) {
                                    ByteBuffer all = ByteBuffer.allocate(10 + 4 + EICAR.length + 4);
                                    while (all.hasRemaining() && one.read(all) >= 0) {
                                        // All of it.
                                    }
                                    one.write(ByteBuffer.wrap("stream: X FOUND\0".getBytes(StandardCharsets.US_ASCII)));
                                } catch (java.io.IOException gone) {
                                    throw new java.io.UncheckedIOException(gone);
                                }
                            });
            assertThat(new Clamd(() -> "unix:" + socket).scan(EICAR))
                    .isEqualTo(Scanner.Verdict.INFECTED);
        }
    }
}
