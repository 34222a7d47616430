package org.diogel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Forms with a file in them, in every cut a connection may deliver them. TRUST §5 D1.
class MultipartReaderTest {

    private static final String BOUNDARY = "----WebKitFormBoundaryAbC123";

    @Test
    void partsComeOutAsTheyWentInHoweverTheyAreCut() {
        Random random = new Random(2_026);
        for (int round = 0; round < 300; round++) {
            List<byte[]> parts = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                parts.add(tricky(random));
            }
            byte[] body = body(parts);
            MultipartReader reader = new MultipartReader(slow(body, random), BOUNDARY);
            for (int i = 0; i < parts.size(); i++) {
                MultipartReader.Head head = reader.next();
                assertThat(head.name()).isEqualTo("part" + i);
                assertThat(head.file()).isEqualTo(i % 2 == 0 ? null : "ŵ %22name%22.jpg");
                if (random.nextInt(5) > 0) {
                    assertThat(read(reader, random)).as("round " + round).isEqualTo(parts.get(i));
                }
            }
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void whatEndsInTheMiddleIsNeverTakenForWhole() {
        byte[] body = body(List.of("first".getBytes(StandardCharsets.UTF_8), new byte[5_000]));
        for (int cut = 0; cut < body.length - 4; cut += 1 + cut / 50) {
            byte[] some = java.util.Arrays.copyOf(body, cut);
            assertThatThrownBy(
                            () -> {
                                MultipartReader reader =
                                        new MultipartReader(new ByteArrayInputStream(some), BOUNDARY);
                                while (reader.next() != null) {
                                    read(reader, new Random(1));
                                }
                            })
                    .as("cut at " + cut)
                    .isInstanceOf(UploadBroken.class);
        }
    }

    /// No input of any kind makes it hang, run out of memory or throw anything else.
    @Test
    void nonsenseIsRefused() {
        Random random = new Random(7);
        for (int round = 0; round < (Boolean.getBoolean("diogel.deep") ? 1_000_000 : 20_000); round++) {
            byte[] some = new byte[random.nextInt(400)];
            random.nextBytes(some);
            byte[] start = ("--" + BOUNDARY + "\r\n").getBytes(StandardCharsets.US_ASCII);
            if (random.nextBoolean() && some.length > start.length) {
                System.arraycopy(start, 0, some, 0, start.length);
            }
            assertThatThrownBy(
                            () -> {
                                MultipartReader reader =
                                        new MultipartReader(new ByteArrayInputStream(some), BOUNDARY);
                                while (reader.next() != null) {
                                    read(reader, random);
                                }
                            })
                    .isInstanceOf(UploadBroken.class);
        }
    }

    /// Full of beginnings of a boundary.
    private static byte[] tricky(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = random.nextInt(40); i > 0; i--) {
            String mark = "\r\n--" + BOUNDARY;
            out.writeBytes(mark.substring(0, random.nextInt(mark.length())).getBytes(StandardCharsets.US_ASCII));
            byte[] some = new byte[random.nextInt(i % 7 == 0 ? 90_000 : 40)];
            random.nextBytes(some);
            out.writeBytes(some);
            out.write('x');
        }
        return out.toByteArray();
    }

    private static byte[] body(List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            String file = i % 2 == 0 ? "" : "; filename=\"ŵ %22name%22.jpg\"";
            out.writeBytes(
                    ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"part" + i + "\"" + file
                                    + "\r\nContent-Type: image/jpeg\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            out.writeBytes(parts.get(i));
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static InputStream slow(byte[] body, Random random) {
        return new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] into, int at, int most) {
                return super.read(into, at, Math.min(most, 1 + random.nextInt(9_000)));
            }
        };
    }

    private static byte[] read(MultipartReader reader, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] some = new byte[1 + random.nextInt(5_000)];
        for (int n = reader.read(some, 0, some.length); n >= 0; n = reader.read(some, 0, some.length)) {
            out.write(some, 0, n);
        }
        return out.toByteArray();
    }
}
