package org.diogel.database;

import java.util.List;
import java.util.stream.Collectors;

/// What a check of a backup found, in the order it looked.
public record BackupReport(List<Line> lines) {
    public record Line(boolean sound, String what, String found) {}

    public boolean isSound() {
        return lines.stream().allMatch(Line::sound);
    }

    /// A short table for the terminal.
    public String text() {
        return lines.stream()
                        .map(
                                line ->
                                        "%-8s %-34s %s"
                                                .formatted(
                                                        line.sound ? "ok" : "UNSAFE",
                                                        line.what,
                                                        line.found))
                        .collect(Collectors.joining("\n"))
                + "\n"
                + (isSound() ? "This backup can be restored." : "Do not rely on this backup.");
    }
}
