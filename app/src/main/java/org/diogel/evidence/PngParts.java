package org.diogel.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The chunks of a PNG file (RFC 2083 §3), as far as they matter here.
///
/// @param end where the picture ends
/// @param bare the picture with nothing but what decoding needs: no texts, times, EXIF, profiles that
///     would have to be unpacked
record PngParts(int end, byte[] bare) {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /// @throws Refused with BROKEN
    static PngParts read(byte[] file) {
        ByteArrayOutputStream bare = new ByteArrayOutputStream(file.length);
        bare.write(file, 0, SIGNATURE);
        int at = SIGNATURE;
        while (file.length - at >= FRAME) {
            int length = ByteBuffer.wrap(file).getInt(at);
            if (length < 0 || length > file.length - at - FRAME) {
                throw new Refused(Refusal.BROKEN);
            }
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (NEEDED.contains(type)) {
                bare.write(file, at, length + FRAME);
            }
            at += length + FRAME;
            if (type.equals("IEND")) {
                return new PngParts(at, bare.toByteArray());
            }
        }
        throw new Refused(Refusal.BROKEN);
    }
}
