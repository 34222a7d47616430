package org.diogel.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.evidence.TestFiles.joined;
import static org.diogel.evidence.TestFiles.text;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.diogel.vault.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is taken, what is not and why, and what is left of a picture's hidden facts. TRUST §5 D5.
@Timeout(120)
class FileCheckTest {

    private static final EvidenceSettings SETTINGS = new EvidenceSettings(20, 25, 100, 64, 120, 400);

    private final Check check = new Check(new Copier(SETTINGS), saying(Scanner.Verdict.NONE));

    @Test
    void everyKindIsKnownByItsBytes() {
        Map<FileKind, byte[]> files = new LinkedHashMap<>();
        files.put(FileKind.JPEG, TestFiles.photograph());
        files.put(FileKind.PNG, TestFiles.png());
        files.put(FileKind.PDF, TestFiles.pdf());
        files.put(FileKind.TEXT, text("Dwi’n gwybod ble rwyt ti’n byw.\r\nŴyr neb.\n"));
        files.put(FileKind.MP4, TestFiles.mp4());
        files.put(FileKind.WEBP, TestFiles.webp());
        files.put(FileKind.WAV, riff("WAVE"));
        files.put(FileKind.MOV, brand("qt  "));
        files.put(FileKind.THREEGP, brand("3gp5"));
        files.put(FileKind.M4A, brand("M4A "));
        files.put(FileKind.HEIC, brand("heic"));
        files.put(FileKind.OGG, padded("OggS"));
        files.put(FileKind.AMR, padded("#!AMR\n"));
        files.put(FileKind.MP3, padded("ID3\u0004"));
        files.put(FileKind.WEBM, padded("\u001aE\u00df\u00a3\u0001\u0000B\u0082\u0084webm"));
        assertThat(files.keySet()).containsExactlyInAnyOrder(FileKind.values());
        files.forEach(
                (kind, bytes) -> {
                    Check.Passed passed = check.look(bytes);
                    assertThat(passed.kind()).isEqualTo(kind);
                    assertThat(passed.copy() != null).as(kind.name()).isEqualTo(kind.isCopied());
                    assertThat(passed.state()).isEqualTo(FileState.READY);
                });
        assertThat(check.look("\ufeffnodyn".getBytes(StandardCharsets.UTF_16)).kind()).isEqualTo(FileKind.TEXT);
        assertThat(check.look("caf\u00e9 \u0093quoted\u0094".getBytes(StandardCharsets.ISO_8859_1)).kind())
                .isEqualTo(FileKind.TEXT);
    }

    @Test
    void whatIsSomethingElseWhateverItsNameIsNotTaken() {
        for (byte[] file :
                new byte[][] {
                    TestFiles.program(),
                    text("\u007fELF and the rest"),
                    text("#!/bin/sh\nrm -rf /\n"),
                    text("<html><script>alert(1)</script></html>"),
                    text("  <svg onload='alert(1)' xmlns='http://www.w3.org/2000/svg'/>"),
                    text("<?xml version='1.0'?><x/>"),
                    text("{\\rtf1 hello}"),
                    text("%!PS-Adobe"),
                    TestFiles.zip(1, 10),
                    TestFiles.zip(10_000, 1),
                    TestFiles.zip(40, 10_000_000),
                    joined(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, new byte[600]),
                    joined(new byte[] {0x1f, (byte) 0x8b, 8}, new byte[600]),
                    joined(text("GIF89a"), new byte[600]),
                    new byte[] {0},
                    brand("avif"),
                }) {
            assertRefused(file, Refusal.KIND);
        }
    }

    @Test
    void whatHasSomethingElseHiddenInItIsNotTaken() {
        byte[] zip = TestFiles.zip(2, 50);
        for (byte[] one :
                new byte[][] {
                    TestFiles.jpeg(), TestFiles.photograph(), TestFiles.png(), TestFiles.pdf(), TestFiles.mp4(),
                    riff("WEBP"), padded("OggS")
                }) {
            assertRefused(joined(one, zip), Refusal.DOUBLE);
        }
        for (byte[] one : new byte[][] {TestFiles.jpeg(), TestFiles.png(), TestFiles.pdf(), TestFiles.mp4()}) {
            for (String other : new String[] {"<script>alert(1)</script>", "...<HTML><body>", "<?php x", "MZ program"}) {
                assertRefused(joined(one, text(other)), Refusal.DOUBLE);
            }
        }
        assertRefused(joined(TestFiles.jpeg(), TestFiles.pdf()), Refusal.DOUBLE);
        assertRefused(TestFiles.jpegWithComment("<script>alert(1)</script>"), Refusal.DOUBLE);
        assertRefused(TestFiles.pngWithText("<html><body onload=alert(1)>"), Refusal.DOUBLE);
        assertRefused(text("a note <script>alert(1)</script>"), Refusal.DOUBLE);
        assertRefused(TestFiles.jpegWithComment("%PDF-1.4"), Refusal.DOUBLE);
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsNotTaken() {
        assertRefused(TestFiles.pngBomb(60_000, 60_000), Refusal.PIXELS);
        assertRefused(TestFiles.pngBomb(Integer.MAX_VALUE, Integer.MAX_VALUE), Refusal.PIXELS, Refusal.BROKEN);
        assertRefused(TestFiles.jpegOfManyScans(), Refusal.PIXELS);
        long before = used();
        check.look(TestFiles.pngBomb(8_000, 7_900));
        assertThat(used() - before).as("bytes kept").isLessThan(100_000_000);
    }

    @Test
    void aPictureThatIsBrokenIsNotTakenAndNothingElseHappens() {
        Random random = new Random(2_026);
        byte[] jpeg = TestFiles.photograph();
        byte[] png = TestFiles.png();
        for (int round = 0; round < 4_000; round++) {
            byte[] some = (round % 2 == 0 ? jpeg : png).clone();
            for (int i = random.nextInt(12); i >= 0; i--) {
                some[4 + random.nextInt(some.length - 4)] = (byte) random.nextInt(256);
            }
            byte[] cut = random.nextInt(3) == 0 ? java.util.Arrays.copyOf(some, 4 + random.nextInt(some.length - 4)) : some;
            try {
                check.look(cut);
            } catch (Refused refused) {
                assertThat(refused.why()).isNotNull();
            }
        }
        assertRefused(text("%PDF-1.4 without an end"), Refusal.BROKEN);
    }

    @Test
    void theCopyOfAPhotographHasItsDotsTheRightWayUpAndNothingElse() throws Exception {
        byte[] photograph = TestFiles.photograph();
        assertThat(TestFiles.contains(photograph, TestFiles.LATITUDE)).isTrue();
        assertThat(TestFiles.contains(photograph, text(TestFiles.CAMERA))).isTrue();

        byte[] copy = check.look(photograph).copy();

        assertThat(TestFiles.contains(copy, TestFiles.LATITUDE)).isFalse();
        assertThat(TestFiles.contains(copy, text("CANARY"))).isFalse();
        assertThat(TestFiles.contains(copy, text("Exif"))).isFalse();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(copy));
        // Turned by a quarter: what was on the left is now above.
        assertThat(picture.getWidth()).isEqualTo(60);
        assertThat(picture.getHeight()).isEqualTo(120);
        assertThat(isRed(picture.getRGB(30, 20))).isTrue();
        assertThat(isRed(picture.getRGB(30, 100))).isFalse();
        assertRefused(joined(text("just a note"), TestFiles.zip(1, 9)), Refusal.KIND);
        byte[] again = check.look(TestFiles.pngWithText("CANARY-TEXT")).copy();
        assertThat(TestFiles.contains(again, text("CANARY"))).isFalse();
    }

    @Test
    void theCopyOfAWebpHasItsPictureAndNothingElse() {
        byte[] webp = TestFiles.webp();
        assertThat(TestFiles.contains(webp, TestFiles.LATITUDE)).isTrue();
        Check.Passed passed = check.look(webp);
        byte[] copy = passed.copy();
        assertThat(TestFiles.contains(copy, TestFiles.LATITUDE)).isFalse();
        assertThat(TestFiles.contains(copy, text("CANARY"))).isFalse();
        for (String chunk : new String[] {"EXIF", "XMP ", "ICCP", "MINE"}) {
            assertThat(TestFiles.contains(copy, text(chunk))).as(chunk).isFalse();
        }
        assertThat(TestFiles.contains(copy, TestFiles.DOTS)).isTrue();
        assertThat(copy[4] & 0xff).as("the size it says").isEqualTo(copy.length - 8);
        assertThat(copy[20] & 0x2c).as("it says that nothing is hidden in it").isZero();
        assertThat(copy[20] & 0x10).as("the rest stays").isNotZero();
        assertThat(WebpParts.read(copy).bare()).isEqualTo(copy);
        for (int cut = 12; cut < webp.length; cut++) {
            byte[] some = java.util.Arrays.copyOf(webp, cut);
            some[4] = (byte) (cut - 8);
            some[5] = (byte) ((cut - 8) >> 8);
            try {
                assertThat(TestFiles.contains(WebpParts.read(some).bare(), TestFiles.LATITUDE)).isFalse();
            } catch (Refused refused) {
                assertThat(refused.why()).isEqualTo(Refusal.BROKEN);
            }
        }
    }

    @Test
    void theScannerDecidesAndItsSilenceIsNoYes() {
        byte[] eicar = text(org.diogel.vault.TestClamd.EICAR);
        assertThat(with(Scanner.Verdict.CLEAN).look(eicar).state()).isEqualTo(FileState.READY);
        assertThat(with(Scanner.Verdict.SILENT).look(eicar).state()).isEqualTo(FileState.QUARANTINED);
        assertThatThrownBy(() -> with(Scanner.Verdict.INFECTED).look(eicar))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.why()).isEqualTo(Refusal.HARMFUL));
    }

    private Check with(Scanner.Verdict verdict) {
        return new Check(new Copier(SETTINGS), saying(verdict));
    }

    private static Scanner saying(Scanner.Verdict verdict) {
        return new Scanner() {
            @Override
            public boolean isSet() {
                return verdict != Verdict.NONE;
            }

            @Override
            public boolean isAnswering() {
                return isSet() && verdict != Verdict.SILENT;
            }

            @Override
            public Verdict scan(byte[] whole) {
                return verdict;
            }
        };
    }

    private void assertRefused(byte[] file, Refusal... why) {
        assertThatThrownBy(() -> check.look(file))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.why()).isIn((Object[]) why));
    }

    private static boolean isRed(int rgb) {
        return (rgb >> 16 & 0xff) > 150 && (rgb & 0xff) < 100;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static byte[] padded(String start) {
        return joined(start.getBytes(StandardCharsets.ISO_8859_1), new byte[200]);
    }

    private static byte[] riff(String kind) {
        byte[] file = padded("RIFF\u00c8\0\0\0" + kind);
        file[4] = (byte) (file.length - 8);
        return file;
    }

    private static byte[] brand(String brand) {
        byte[] file = TestFiles.mp4();
        System.arraycopy(brand.getBytes(StandardCharsets.US_ASCII), 0, file, 8, 4);
        return file;
    }
}
