package org.diogel.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The parts of a JPEG file (ISO/IEC 10918-1 Annex B), as far as they matter here.
///
/// @param end where the picture ends; cameras put more behind it
/// @param orientation how it is to be turned, 1 to 8, as EXIF counts
/// @param bare the picture with nothing but what decoding needs: no EXIF, XMP, comments, thumbnails
record Jpeg(int end, int orientation, byte[] bare) {

    /// Progressive pictures have some ten scans; thousands in a small file only burn time.
    private static final int MOST_SCANS = 100;

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COM = 0xfe;

    /// @throws Refused with BROKEN
    static Jpeg read(byte[] file) {
        ByteArrayOutputStream bare = new ByteArrayOutputStream(file.length);
        bare.write(0xff);
        bare.write(SOI);
        int orientation = 1;
        int scans = 0;
        int at = 2;
        while (true) {
            while (at + 1 < file.length && file[at] == (byte) 0xff && file[at + 1] == (byte) 0xff) {
                at++;
            }
            if ((at + 4 > file.length && marker(file, at) != EOI) || marker(file, at) < 0) {
                throw new Refused(Refusal.BROKEN);
            }
            int marker = marker(file, at);
            if (marker == EOI) {
                bare.write(file, at, 2);
                return new Jpeg(at + 2, orientation, bare.toByteArray());
            }
            int length = ((file[at + 2] & 0xff) << 8) | (file[at + 3] & 0xff);
            int next = at + 2 + length;
            if (length < 2 || next > file.length) {
                throw new Refused(Refusal.BROKEN);
            }
            if (marker == APP1 && Shape.begins(file, at + 4, "Exif\0\0")) {
                orientation = orientation(ByteBuffer.wrap(file, at + 10, length - 8).slice());
            }
            if (marker == SOS) {
                if (++scans > MOST_SCANS) {
                    throw new Refused(Refusal.PIXELS);
                }
                next = scanEnd(file, next);
            }
            if (isNeeded(marker, file, at)) {
                bare.write(file, at, next - at);
            }
            if (next >= file.length) {
                // Cut short: what is there can still be looked at.
                bare.write(0xff);
                bare.write(EOI);
                return new Jpeg(file.length, orientation, bare.toByteArray());
            }
            at = next;
        }
    }

    private static int marker(byte[] file, int at) {
        return at + 1 < file.length && file[at] == (byte) 0xff ? file[at + 1] & 0xff : -1;
    }

    /// The colour profile is needed for the right colours, Adobe's mark for the right kind of them.
    private static boolean isNeeded(int marker, byte[] file, int at) {
        if (marker == APP2) {
            return Shape.begins(file, at + 4, "ICC_PROFILE\0");
        }
        return marker == APP0
                || marker == APP14
                || ((marker < APP0 || marker > APP15) && marker != COM);
    }

    /// Where the coded data behind a scan's head ends: at the next marker that is none of its own.
    private static int scanEnd(byte[] file, int from) {
        for (int i = from; i + 1 < file.length; i++) {
            if (file[i] == (byte) 0xff) {
                int next = file[i + 1] & 0xff;
                if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                    return i;
                }
            }
        }
        return file.length;
    }

    /// Tag 0x0112 of the first directory; 1 where there is none or it cannot be read.
    private static int orientation(ByteBuffer tiff) {
        try {
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xffff;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if (tiff.getShort(entry) == 0x0112) {
                    int value = tiff.getShort(entry + 8);
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException unreadable) {
            return 1;
        }
        return 1;
    }
}
