package org.diogel.evidence;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a file is, by its own bytes, and whether another is hidden in it.
///
/// A table of our own, since the question is not "which of fifteen hundred types may this be" but
/// "is it surely one of these fifteen": a general detector says what a file most likely is, and takes
/// its name into account.
final class Shape {

    private static final int HEAD = 1024;
    private static final int LONGEST_ZIP_END = 65_557;

    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "mif1", "msf1");
    private static final Set<String> SOUND = Set.of("M4A ", "M4B ");
    private static final Set<String> VIDEO =
            Set.of(
                    "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ",
                    "mmp4", "MSNV", "dash");

    /// The boxes an ISO media file is made of (ISO/IEC 14496-12), and what telephones add to them.
    private static final Set<String> BOXES =
            Set.of(
                    "ftyp", "moov", "mdat", "free", "skip", "wide", "uuid", "meta", "moof", "mfra",
                    "sidx", "styp", "udta", "pnot", "PICT", "emsg", "prft", "pdin", "ssix", "mpvd",
                    "sefd", "thum", "beam");

    /// What makes a browser or a reader take it for something else.
    private static final List<String> MARKUP =
            List.of("<script", "<html", "<!doctype", "<svg", "<iframe", "<?php", "%pdf-");

    /// What a program or an archive begins with.
    private static final List<String> OTHERS =
            List.of("PK\u0003\u0004", "MZ", "\u007fELF", "Rar!", "7z\u00bc\u00af", "#!/");

    private Shape() {}

    static Optional<FileKind> kind(byte[] file) {
        if (begins(file, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(FileKind.JPEG);
        }
        if (begins(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(FileKind.PNG);
        }
        if (begins(file, 0, "%PDF-")) {
            return Optional.of(FileKind.PDF);
        }
        if (begins(file, 0, "RIFF") && begins(file, 8, "WEBP")) {
            return Optional.of(FileKind.WEBP);
        }
        if (begins(file, 0, "RIFF") && begins(file, 8, "WAVE")) {
            return Optional.of(FileKind.WAV);
        }
        if (begins(file, 4, "ftyp")) {
            return ofBrand(latin(file, 8, 4));
        }
        if (begins(file, 0, "\u001aE\u00df\u00a3") && latin(file, 0, 64).contains("webm")) {
            return Optional.of(FileKind.WEBM);
        }
        if (begins(file, 0, "OggS")) {
            return Optional.of(FileKind.OGG);
        }
        if (begins(file, 0, "#!AMR\n")) {
            return Optional.of(FileKind.AMR);
        }
        if (begins(file, 0, "ID3") || isMp3Frame(file)) {
            return Optional.of(FileKind.MP3);
        }
        return isText(file) ? Optional.of(FileKind.TEXT) : Optional.empty();
    }

    private static Optional<FileKind> ofBrand(String brand) {
        if (HEIC.contains(brand)) {
            return Optional.of(FileKind.HEIC);
        }
        if (SOUND.contains(brand)) {
            return Optional.of(FileKind.M4A);
        }
        if (brand.equals("qt  ")) {
            return Optional.of(FileKind.MOV);
        }
        if (brand.startsWith("3gp") || brand.startsWith("3g2")) {
            return Optional.of(FileKind.THREEGP);
        }
        return VIDEO.contains(brand) ? Optional.of(FileKind.MP4) : Optional.empty();
    }

    /// Whether it is at the same time something else: an archive that ends with it, markup at its
    /// beginning, or anything of that sort behind its end. What cameras themselves put behind the end
    /// of a picture (a second picture, a short film) is none of these.
    ///
    /// @param end where the kind itself ends, as far as that is known
    static boolean isTwoThings(FileKind kind, byte[] file, int end) {
        if (hasZipEnd(file)) {
            return true;
        }
        String head = latin(file, 0, HEAD).toLowerCase(Locale.ROOT);
        if (MARKUP.stream().anyMatch(mark -> head.indexOf(mark, kind == FileKind.PDF ? 1 : 0) >= 0)) {
            return true;
        }
        if (end >= file.length) {
            return false;
        }
        int next = end;
        while (next < file.length && file[next] <= ' ' && file[next] > 0) {
            next++;
        }
        int first = next;
        if (OTHERS.stream().anyMatch(other -> begins(file, first, other))) {
            return true;
        }
        String behind = latin(file, end, file.length - end).toLowerCase(Locale.ROOT);
        return MARKUP.stream().anyMatch(behind::contains);
    }

    /// Where a document or a film itself ends; the whole length where that is not known.
    static int end(FileKind kind, byte[] file) {
        return switch (kind) {
            case PDF -> {
                int from = Math.max(0, file.length - 64 * 1024);
                int last = latin(file, from, file.length - from).lastIndexOf("%%EOF");
                if (last < 0) {
                    throw new Refused(Refusal.BROKEN);
                }
                yield from + last + 5;
            }
            case WEBP, WAV -> (int) Math.min(file.length, 8L + little(file, 4));
            case MP4, MOV, THREEGP, M4A, HEIC -> boxes(file);
            default -> file.length;
        };
    }

    /// The boxes of an ISO media file, one after another.
    private static int boxes(byte[] file) {
        long at = 0;
        while (at + 8 <= file.length) {
            ByteBuffer box = ByteBuffer.wrap(file, (int) at, file.length - (int) at);
            long size = box.getInt() & 0xffff_ffffL;
            if (!BOXES.contains(latin(file, (int) at + 4, 4))) {
                return (int) at;
            }
            if (size == 0) {
                return file.length;
            }
            if (size == 1) {
                if (at + 16 > file.length) {
                    return (int) at;
                }
                size = box.getLong(box.position() + 4);
            }
            if (size < 8 || size > file.length - at) {
                // Cut short by whatever saved it, as recordings are.
                return size < 8 ? (int) at : file.length;
            }
            at += size;
        }
        return (int) at;
    }

    /// The record at the end of a ZIP archive, which programs, office documents and more are.
    private static boolean hasZipEnd(byte[] file) {
        for (int i = file.length - 22; i >= Math.max(0, file.length - LONGEST_ZIP_END); i--) {
            if (begins(file, i, "PK\u0005\u0006\0\0\0\0")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMp3Frame(byte[] file) {
        return file.length > 4
                && (file[0] & 0xff) == 0xff
                && (file[1] & 0xe6) == 0xe2
                && (file[2] & 0xf0) != 0xf0
                && (file[2] & 0x0c) != 0x0c;
    }

    private static boolean isText(byte[] file) {
        String text;
        if (begins(file, 0, "\u00ff\u00fe") || begins(file, 0, "\u00fe\u00ff")) {
            text = decoded(file, StandardCharsets.UTF_16);
        } else {
            text = decoded(file, StandardCharsets.UTF_8);
            if (text.isEmpty()) {
                text = decoded(file, Charset.forName("windows-1252"));
            }
        }
        String start = text.replace("\ufeff", "").stripLeading();
        return !start.isEmpty()
                && text.chars()
                        .noneMatch(c -> (c < 0x20 && "\t\n\r\f".indexOf(c) < 0) || c == 0x7f)
                && !start.startsWith("<")
                && !start.startsWith("{\\rtf")
                && !start.startsWith("%!")
                && OTHERS.stream().noneMatch(start::startsWith);
    }

    private static String decoded(byte[] file, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(file));
            return text.toString();
        } catch (CharacterCodingException another) {
            return "";
        }
    }

    static boolean begins(byte[] file, int at, String with) {
        if (at < 0 || file.length - at < with.length()) {
            return false;
        }
        for (int i = 0; i < with.length(); i++) {
            if ((file[at + i] & 0xff) != with.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String latin(byte[] file, int at, int length) {
        int from = Math.min(at, file.length);
        return new String(
                file, from, Math.min(length, file.length - from), StandardCharsets.ISO_8859_1);
    }

    private static long little(byte[] file, int at) {
        return (file[at] & 0xffL)
                | (file[at + 1] & 0xffL) << 8
                | (file[at + 2] & 0xffL) << 16
                | (file[at + 3] & 0xffL) << 24;
    }
}
