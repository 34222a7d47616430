package org.diogel.operation;

import java.time.Instant;
import java.util.List;
import org.diogel.figures.Figure;
import org.jspecify.annotations.Nullable;

/// @param todo what needs doing, the worst first
/// @param backup when the newest was begun; null when there is none
/// @param knowsBackups whether it is known where they go
/// @param lines what other features say of themselves
/// @param freeDisk parts of a hundred; -1 when nobody knows
public record RunningPage(
        List<Todo> todo,
        List<Desk> desks,
        int parked,
        @Nullable Instant backup,
        boolean knowsBackups,
        int freeDisk,
        boolean database,
        boolean keys,
        List<Line> lines,
        String java) {

    /// @param key of its sentence @param name that stands in it; may be empty @param path where it is
    /// mended; empty when that is not on a page
    public record Todo(String key, String name, String path) {}

    /// How one thing is. @param name what it is @param state how it is
    public record Line(String name, String state) {}

    /// A desk where something lies unread. @param oldest when the oldest was sent
    public record Desk(String name, Instant oldest, Figure late) {}
}
