package org.diogel.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A text with signatures under it: C2SP `signed-note`.
///
/// @param body what is signed, with its last line break
public record SignedNote(String body, List<Line> signatures) {

    private static final String DASH = "\u2014 ";
    private static final int LONGEST = 64 * 1024;
    private static final int MOST = 100;

    /// One signature.
    ///
    /// @param name of the key
    /// @param key the first four bytes of what [NoteKey#id] says
    public record Line(String name, int key, byte[] signature) {
        String text() {
            byte[] all = new byte[4 + signature.length];
            ByteBuffer.wrap(all).putInt(key).put(signature);
            return DASH + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!body.endsWith("\n") || body.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("A note is lines of text");
        }
    }

    /// @throws IllegalArgumentException when it is no signed note
    public static SignedNote read(String text) {
        int gap = text.lastIndexOf("\n\n");
        if (gap < 0 || gap + 2 >= text.length() || text.length() > LONGEST || !text.endsWith("\n")) {
            throw bad();
        }
        List<Line> lines = new ArrayList<>();
        for (String line : text.substring(gap + 2, text.length() - 1).split("\n", -1)) {
            lines.add(line(line));
        }
        if (lines.size() > MOST) {
            throw bad();
        }
        SignedNote read = new SignedNote(text.substring(0, gap + 1), lines);
        // Base 64 can be written in more ways than one, and a note in one only.
        if (!read.text().equals(text)) {
            throw bad();
        }
        return read;
    }

    private static Line line(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length() + 1) {
            throw bad();
        }
        String name = line.substring(DASH.length(), space);
        byte[] all = Base64.getDecoder().decode(line.substring(space + 1));
        if (!NoteKey.isName(name) || all.length < 5) {
            throw bad();
        }
        ByteBuffer read = ByteBuffer.wrap(all);
        int key = read.getInt();
        byte[] signature = new byte[read.remaining()];
        read.get(signature);
        return new Line(name, key, signature);
    }

    private static IllegalArgumentException bad() {
        return new IllegalArgumentException("This is no signed note");
    }

    /// Whether this key signed it. A signature that claims to be of this key and is not makes the whole
    /// note false.
    public boolean isSignedBy(NoteKey key) {
        List<Line> own =
                signatures.stream()
                        .filter(line -> line.name().equals(key.name()) && line.key() == key.id())
                        .toList();
        return !own.isEmpty() && own.stream().allMatch(line -> key.verifies(body, line.signature()));
    }

    public String text() {
        StringBuilder text = new StringBuilder(body).append('\n');
        signatures.forEach(line -> text.append(line.text()));
        return text.toString();
    }
}
