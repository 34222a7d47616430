package org.diogel.alert;

import java.util.List;

/// What members see first: what is in force, then what was taken back lately.
///
/// @param entries newest first
public record BoardPage(List<Board.Entry> entries) {

    public List<Board.Entry> inForce() {
        return entries.stream().filter(e -> e.row().state() == AlertState.PUBLISHED).toList();
    }

    public List<Board.Entry> takenBack() {
        return entries.stream()
                .filter(e -> e.row().state() == AlertState.WITHDRAWN)
                .limit(20)
                .toList();
    }
}
