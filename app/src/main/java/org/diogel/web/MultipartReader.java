package org.diogel.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads `multipart/form-data` (RFC 7578) part by part from the connection, through one buffer: no
/// part is ever kept, and none touches a disk.
final class MultipartReader {

    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_HEAD = 8 * 1024;

    /// What a part says of itself. @param file its file name, null for a plain field
    record Head(String name, @Nullable String file) {}

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];

    // The stream as if a line had ended before it, so that the first delimiter is like the others.
    private int from;
    private int to = 2;

    /// Up to here the buffer is surely of this part.
    private int safe;

    private boolean ended;

    MultipartReader(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        buffer[0] = '\r';
        buffer[1] = '\n';
    }

    /// The head of the next part, or null after the last. What is left of the part before is skipped.
    ///
    /// @throws UploadBroken for what is no part, or ends in the middle
    @Nullable Head next() {
        byte[] skipped = new byte[BUFFER];
        while (read(skipped, 0, skipped.length) >= 0) {
            // Up to the delimiter.
        }
        from += delimiter.length;
        ended = false;
        int first = one();
        int second = one();
        if (first == '-' && second == '-') {
            return null;
        }
        // White space may stand between a boundary and the end of its line.
        while (first == ' ' || first == '\t') {
            first = second;
            second = one();
        }
        if (first != '\r' || second != '\n') {
            throw new UploadBroken();
        }
        return head();
    }

    /// Bytes of this part, or -1 at its end. As [InputStream#read(byte[], int, int)].
    int read(byte[] into, int at, int most) {
        if (from >= safe && !find()) {
            return -1;
        }
        int length = Math.min(most, safe - from);
        System.arraycopy(buffer, from, into, at, length);
        from += length;
        return length;
    }

    /// Looks how much more of the buffer is surely of this part. @return false at its end
    private boolean find() {
        if (ended) {
            return false;
        }
        while (true) {
            int last = to - delimiter.length;
            for (int i = from; i <= last; i++) {
                if (buffer[i] == '\r' && isDelimiter(i)) {
                    safe = i;
                    ended = i == from;
                    return i > from;
                }
            }
            if (last >= from) {
                safe = last + 1;
                return true;
            }
            fill();
        }
    }

    private boolean isDelimiter(int at) {
        for (int i = 1; i < delimiter.length; i++) {
            if (buffer[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    private Head head() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 4) {
            int c = one();
            lines.write(c);
            ends = c == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : c == '\r' ? 1 : 0;
            // A part without a single line begins its content at once.
            if (ends == 2 && lines.size() == 2) {
                break;
            }
            if (lines.size() > LONGEST_HEAD) {
                throw new UploadBroken();
            }
        }
        safe = from;
        for (String line : lines.toString(StandardCharsets.UTF_8).split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                String name = parameter(line, "name");
                if (name != null) {
                    return new Head(name, parameter(line, "filename"));
                }
            }
        }
        throw new UploadBroken();
    }

    /// Browsers write `%22`, `%0D` and `%0A` for what would end the text.
    private static @Nullable String parameter(String line, String name) {
        String mark = "; " + name + "=\"";
        int start = line.indexOf(mark);
        int end = start < 0 ? -1 : line.indexOf('"', start + mark.length());
        return end < 0 ? null : line.substring(start + mark.length(), end);
    }

    private int one() {
        if (from >= to) {
            fill();
        }
        return buffer[from++] & 0xff;
    }

    private void fill() {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        safe = Math.max(0, safe - from);
        from = 0;
        try {
            int read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                throw new UploadBroken();
            }
            to += read;
        } catch (IOException goneAway) {
            throw new UploadBroken();
        }
    }
}
