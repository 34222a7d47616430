package org.diogel.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.springframework.context.ApplicationContext;

/// Files made up for tests, byte by byte where it matters.
public final class TestFiles {

    /// The maker of the camera in [#photograph]: in its hidden facts and nowhere in its dots.
    public static final String CAMERA = "CANARY-CAMERA-OF-HERS";

    /// The latitude in [#photograph]: 51° 28' 33.77", as three fractions.
    public static final byte[] LATITUDE = fractions(51, 1, 28, 1, 3377, 100);

    /// What stands for the dots of [#webp].
    public static final byte[] DOTS = {0x2f, 1, 2, 3, 4, 5, 6};

    private TestFiles() {}

    /// A WebP picture with place, maker, profile and a chunk of somebody's own, also in its one frame.
    public static byte[] webp() {
        byte[] maker = CAMERA.getBytes(StandardCharsets.US_ASCII);
        byte[] frame = joined(new byte[16], joined(part("VP8L", DOTS), part("MINE", LATITUDE)));
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.writeBytes(part("VP8X", new byte[] {0x3e, 0, 0, 0, 1, 0, 0, 1, 0, 0}));
        parts.writeBytes(part("ICCP", maker));
        parts.writeBytes(part("ANIM", new byte[6]));
        parts.writeBytes(part("ANMF", frame));
        parts.writeBytes(part("EXIF", exif()));
        parts.writeBytes(part("XMP ", maker));
        parts.writeBytes(part("MINE", maker));
        return part("RIFF", joined("WEBP".getBytes(StandardCharsets.US_ASCII), parts.toByteArray()));
    }

    private static byte[] part(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    /// Shows the scanner what waits for it.
    public static void scan(ApplicationContext app) {
        app.getBean(Scanning.class).run();
    }

    /// 120 by 60 dots: red on the left, blue on the right.
    static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(120, 60, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 120; x++) {
            for (int y = 0; y < 60; y++) {
                picture.setRGB(x, y, x < 60 ? 0xd01020 : 0x1020d0);
            }
        }
        return picture;
    }

    public static byte[] jpeg() {
        return written(picture(), "jpg");
    }

    public static byte[] png() {
        return written(picture(), "png");
    }

    /// A photograph of a telephone held upright: to be turned by 90 degrees, with the camera's maker,
    /// the place and a comment in it, and a second picture behind its end, as telephones write it.
    public static byte[] photograph() {
        byte[] plain = jpeg();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xe1, exif());
        segment(out, 0xfe, ("Comment of " + CAMERA).getBytes(StandardCharsets.US_ASCII));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(("MPF behind the end " + CAMERA).getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /// A photograph with this behind its end.
    public static byte[] joinedPhotograph(byte[] behind) {
        return joined(photograph(), behind);
    }

    /// A JPEG with this at its beginning, as a comment.
    static byte[] jpegWithComment(String comment) {
        byte[] plain = jpeg();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xfe, comment.getBytes(StandardCharsets.UTF_8));
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    static byte[] pngWithText(String text) {
        byte[] plain = png();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 33);
        out.writeBytes(chunk("tEXt", ("Comment\0" + text).getBytes(StandardCharsets.ISO_8859_1)));
        out.write(plain, 33, plain.length - 33);
        return out.toByteArray();
    }

    public static byte[] pdf() {
        return "%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// As an iPhone writes pictures, with the maker in it.
    static byte[] heic(String brand) {
        byte[] head = ByteBuffer.allocate(16).putInt(16).put(("ftyp" + brand).getBytes(StandardCharsets.US_ASCII)).array();
        byte[] facts = CAMERA.getBytes(StandardCharsets.US_ASCII);
        byte[] rest =
                ByteBuffer.allocate(8 + facts.length).putInt(8 + facts.length)
                        .put("mdat".getBytes(StandardCharsets.US_ASCII)).put(facts).array();
        return joined(head, rest);
    }

    static byte[] mp4() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(16).putInt(16).put("ftypisom".getBytes(StandardCharsets.US_ASCII)).array());
        out.writeBytes(ByteBuffer.allocate(4_000).putInt(4_000).put("mdat".getBytes(StandardCharsets.US_ASCII)).array());
        return out.toByteArray();
    }

    static byte[] program() {
        byte[] program = new byte[4_096];
        program[0] = 'M';
        program[1] = 'Z';
        return program;
    }

    static byte[] zip(int files, int each) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < files; i++) {
                zip.putNextEntry(new ZipEntry(i == 0 ? "../../etc/passwd" : "word/vba" + i + ".bin"));
                zip.write(new byte[each]);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /// A few kilobytes that say they are so many dots.
    static byte[] pngBomb(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        out.writeBytes(
                chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 0).array()));
        Deflater deflater = new Deflater(9);
        long whole = (width + 1L) * height;
        deflater.setInput(new byte[whole > 0 && whole < 70_000_000 ? (int) whole : 1_000_000]);
        deflater.finish();
        byte[] packed = new byte[200_000];
        int length = deflater.deflate(packed);
        deflater.end();
        out.writeBytes(chunk("IDAT", java.util.Arrays.copyOf(packed, length)));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    /// A JPEG whose one scan is said a thousand times over.
    static byte[] jpegOfManyScans() {
        byte[] plain = jpeg();
        int scan = 0;
        while (!(plain[scan] == (byte) 0xff && plain[scan + 1] == (byte) 0xda)) {
            scan++;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, scan);
        for (int i = 0; i < 1_000; i++) {
            out.write(plain, scan, plain.length - 2 - scan);
        }
        out.write(0xff);
        out.write(0xd9);
        return out.toByteArray();
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    public static boolean contains(byte[] whole, byte[] part) {
        return new String(whole, StandardCharsets.ISO_8859_1)
                .contains(new String(part, StandardCharsets.ISO_8859_1));
    }

    private static byte[] exif() {
        byte[] maker = (CAMERA + "\0").getBytes(StandardCharsets.US_ASCII);
        int makerAt = 8 + 2 + 3 * 12 + 4;
        int gpsAt = makerAt + maker.length + maker.length % 2;
        ByteBuffer tiff = ByteBuffer.allocate(gpsAt + 2 + 2 * 12 + 4 + LATITUDE.length);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010f, 2, maker.length, makerAt);
        entry(tiff, 0x0112, 3, 1, 6 << 16);
        entry(tiff, 0x8825, 4, 1, gpsAt);
        tiff.putInt(0).put(maker).position(gpsAt);
        tiff.putShort((short) 2);
        entry(tiff, 0x0001, 2, 2, 'N' << 24);
        entry(tiff, 0x0002, 5, 3, gpsAt + 2 + 2 * 12 + 4);
        tiff.putInt(0).put(LATITUDE);
        return joined("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff.array());
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] fractions(int... parts) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * parts.length);
        for (int part : parts) {
            bytes.putInt(part);
        }
        return bytes.array();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xff);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    private static byte[] chunk(String type, byte[] content) {
        CRC32 crc = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] written(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
