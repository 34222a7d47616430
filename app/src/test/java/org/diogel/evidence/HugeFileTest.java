package org.diogel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.diogel.WebTest;
import org.diogel.database.TestDatabase;
import org.diogel.report.TestReports;
import org.diogel.trust.Answer;
import org.diogel.trust.Multipart;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Far too much, too slow, or cut off: it is refused without filling memory or disk, honestly.
/// TRUST §5 D5.
@WebTest
@Timeout(240)
class HugeFileTest {

    private static final long TWO_GIGABYTES = 2L * 1024 * 1024 * 1024;
    private static final int MEGABYTE = 1024 * 1024;

    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    @Test
    void twoGigabytesAreRefusedAndAreNowhere() throws Exception {
        try (Visitor her = begun()) {
            Map<String, List<String>> fields = fields(her);
            long rows = rows();
            long files = temporary();
            long before = used();
            String answer = send(her, fields, TWO_GIGABYTES, TWO_GIGABYTES);
            assertThat(answer).startsWith("HTTP/1.1 422").contains("This file is too large: up to 25 MB fit.");
            assertThat(answer).contains("what I typed");
            assertThat(used() - before).as("bytes of memory kept").isLessThan(100L * MEGABYTE);
            assertThat(rows()).isEqualTo(rows);
            assertThat(temporary()).as("temporary files").isEqualTo(files);
            // The page that said so still works.
            assertThat(her.upload("/tell/files/add", fields, "a.jpg", TestFiles.jpeg()).status()).isEqualTo(303);
        }
    }

    /// Whoever has no right to send is told so before a byte of the file is read.
    @Test
    void withoutTheTokenNothingIsReadOfIt() throws Exception {
        try (Visitor her = begun()) {
            Map<String, List<String>> fields = fields(her);
            fields.put("_csrf", List.of("made-up"));
            assertThat(send(her, fields, 50L * MEGABYTE, 50L * MEGABYTE)).startsWith("HTTP/1.1 403");
            try (Visitor nobody = new Visitor(port)) {
                Map<String, List<String>> own = nobody.get("/code").fields();
                assertThat(nobody.upload("/tell/files/add", own, "a.jpg", TestFiles.jpeg()).status()).isEqualTo(401);
            }
        }
    }

    @Test
    void aFileThatIsCutOffLeavesNothing() throws Exception {
        try (Visitor her = begun()) {
            long rows = rows();
            assertThat(send(her, fields(her), 5L * MEGABYTE, 2L * MEGABYTE)).doesNotStartWith("HTTP/1.1 303");
            assertThat(rows()).isEqualTo(rows);
            assertThat(her.get("/tell/files").status()).isEqualTo(200);
        }
    }

    /// Twelve at once want more than there is room for: each is kept whole or told to come again.
    @Test
    void manyAtOnceStayWithinTheirRoom() throws Exception {
        long before = used();
        byte[] film = java.util.Arrays.copyOf(TestFiles.mp4(), 8 * MEGABYTE);
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> all =
                    Stream.<Callable<Answer>>generate(
                                    () ->
                                            () -> {
                                                try (Visitor her = begun()) {
                                                    return her.upload("/tell/files/add", fields(her), "a.mp4", film);
                                                }
                                            })
                            .limit(12)
                            .toList();
            int kept = 0;
            for (Future<Answer> one : many.invokeAll(all)) {
                Answer answer = one.get();
                kept += answer.status() == 303 ? 1 : 0;
                if (answer.status() != 303) {
                    assertThat(answer.page().select("#file-error").text()).contains("Many files are on their way");
                }
            }
            assertThat(kept).isPositive();
        }
        assertThat(used() - before).as("bytes of memory kept").isLessThan(150L * MEGABYTE);
    }

    private Visitor begun() throws IOException {
        new TestReports(app);
        Visitor her = new Visitor(port);
        her.headers.put("Accept-Language", "en");
        assertThat(her.post("/tell", her.get("/").fields("form[action=/tell]")).status()).isEqualTo(303);
        return her;
    }

    private static Map<String, List<String>> fields(Visitor her) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>(her.get("/tell/files/add").fields());
        fields.put("child", List.of("no"));
        fields.put("intimate", List.of("no"));
        fields.put("words", List.of("what I typed"));
        return fields;
    }

    /// Says that a file has `said` bytes, sends `sent` zeros of it behind the head of a JPEG, and reads
    /// whatever comes back.
    private String send(Visitor her, Map<String, List<String>> fields, long said, long sent) throws Exception {
        byte[] head = Multipart.head(fields, "huge.jpg");
        byte[] tail = Multipart.tail();
        StringBuilder lines = new StringBuilder("POST /tell/files/add HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n");
        lines.append("Accept-Language: en\r\nContent-Type: multipart/form-data; boundary=" + Multipart.BOUNDARY + "\r\n");
        lines.append("Content-Length: " + (head.length + said + tail.length) + "\r\n");
        lines.append("Cookie: ");
        her.cookies.forEach((name, value) -> lines.append(name).append('=').append(value).append("; "));
        lines.append("\r\n\r\n");
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            var out = socket.getOutputStream();
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            out.write(head);
            byte[] zeros = new byte[MEGABYTE];
            for (long left = sent; left > 0; left -= zeros.length) {
                out.write(zeros);
            }
            if (sent == said) {
                out.write(tail);
            } else {
                socket.shutdownOutput();
            }
            out.flush();
            InputStream in = socket.getInputStream();
            byte[] answer = new byte[64 * 1024];
            int at = 0;
            for (int n = 0; n >= 0 && at < answer.length; at += Math.max(0, n)) {
                n = in.read(answer, at, answer.length - at);
                if (new String(answer, 0, at + Math.max(0, n), StandardCharsets.UTF_8).contains("</html>")) {
                    at += Math.max(0, n);
                    break;
                }
            }
            return new String(answer, 0, at, StandardCharsets.UTF_8);
        }
    }

    private static long rows() throws Exception {
        try (var superuser = TestDatabase.superuser();
                var rows = superuser.createStatement().executeQuery("SELECT (SELECT count(*) FROM evidence.file) + (SELECT count(*) FROM evidence.piece)")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static long temporary() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(p -> p.getFileName().toString().matches("(upload|imageio|MIME).*")).count();
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
