package org.diogel.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How long a log is and what its root is: the text of C2SP `tlog-checkpoint`, to be signed as a
/// [SignedNote].
///
/// @param origin the log's own name, the same for ever, without spaces
/// @param extensions more lines that are signed with it; none empty
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (size < 0) {
            throw new IllegalArgumentException("A log has no fewer than no leaves");
        }
        List<String> lines = new ArrayList<>(extensions);
        lines.add(origin);
        if (lines.stream().anyMatch(line -> line.isEmpty() || line.chars().anyMatch(c -> c < ' '))) {
            throw new IllegalArgumentException("A line of a checkpoint is one line and not empty");
        }
    }

    /// @throws IllegalArgumentException when it is no checkpoint
    public static Checkpoint read(String text) {
        if (!text.endsWith("\n")) {
            throw bad();
        }
        List<String> lines = Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < 3 || !lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
            throw bad();
        }
        return new Checkpoint(
                lines.get(0),
                Long.parseLong(lines.get(1)),
                Hash.fromBase64(lines.get(2)),
                lines.subList(3, lines.size()));
    }

    private static IllegalArgumentException bad() {
        return new IllegalArgumentException("This is no checkpoint");
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin).append('\n').append(size).append('\n').append(root.base64()).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
