package org.diogel.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The chunks of a WebP file (RFC 9649 §2), as far as they matter here. Nothing here decodes one: what is
/// not needed is left out, and what is needed stays byte for byte.
///
/// @param bare the picture with nothing but what showing needs: no EXIF, XMP, profiles, unknown chunks,
///     and nothing behind its end
record WebpParts(byte[] bare) {

    private static final int HEAD = 12;
    private static final int FRAME = 8;

    /// Profile, EXIF, XMP in the first byte of `VP8X`.
    private static final int HIDDEN = 0x20 | 0x08 | 0x04;

    private static final Set<String> NEEDED =
            Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF");

    /// What a frame of a moving picture is made of.
    private static final Set<String> OF_FRAME = Set.of("VP8 ", "VP8L", "ALPH");

    private static final int FRAME_HEAD = 16;

    /// @throws Refused with BROKEN
    static WebpParts read(byte[] file) {
        long end = FRAME + little(file, 4);
        if (end < HEAD || end > file.length) {
            throw new Refused(Refusal.BROKEN);
        }
        byte[] body = chunks(file, HEAD, (int) end, NEEDED);
        if (body.length == 0) {
            throw new Refused(Refusal.BROKEN);
        }
        ByteArrayOutputStream bare = new ByteArrayOutputStream(HEAD + body.length);
        bare.write(file, 0, 4);
        bare.writeBytes(size(body.length + 4));
        bare.write(file, 8, 4);
        bare.writeBytes(body);
        return new WebpParts(bare.toByteArray());
    }

    private static byte[] chunks(byte[] file, int from, int end, Set<String> needed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(end - from);
        int at = from;
        while (at < end) {
            if (end - at < FRAME) {
                throw new Refused(Refusal.BROKEN);
            }
            long length = little(file, at + 4);
            long padded = length + length % 2;
            if (length > end - at - FRAME) {
                throw new Refused(Refusal.BROKEN);
            }
            String type = new String(file, at, 4, StandardCharsets.ISO_8859_1);
            int content = at + FRAME;
            if (needed.contains(type)) {
                byte[] bytes = content(type, file, content, (int) length);
                out.write(file, at, 4);
                out.writeBytes(size(bytes.length));
                out.writeBytes(bytes);
                // The padding is nothing, whatever stood there.
                out.write(new byte[bytes.length % 2], 0, bytes.length % 2);
            }
            at = (int) Math.min(end, content + padded);
        }
        return out.toByteArray();
    }

    private static byte[] content(String type, byte[] file, int at, int length) {
        byte[] bytes = java.util.Arrays.copyOfRange(file, at, at + length);
        switch (type) {
            case "VP8X" -> {
                if (length < 1) {
                    throw new Refused(Refusal.BROKEN);
                }
                bytes[0] &= (byte) ~HIDDEN;
            }
            case "ANMF" -> {
                if (length < FRAME_HEAD) {
                    throw new Refused(Refusal.BROKEN);
                }
                byte[] picture = chunks(file, at + FRAME_HEAD, at + length, OF_FRAME);
                bytes =
                        ByteBuffer.allocate(FRAME_HEAD + picture.length)
                                .put(file, at, FRAME_HEAD)
                                .put(picture)
                                .array();
            }
            default -> {}
        }
        return bytes;
    }

    private static byte[] size(int length) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array();
    }

    private static long little(byte[] file, int at) {
        if (file.length - at < 4) {
            throw new Refused(Refusal.BROKEN);
        }
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(at) & 0xffff_ffffL;
    }
}
