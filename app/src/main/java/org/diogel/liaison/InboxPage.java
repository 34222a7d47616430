package org.diogel.liaison;

import java.time.Instant;
import java.util.List;

/// What a force was given: what nobody has opened first.
public record InboxPage(List<Standing> all, Instant now) {

    public List<Standing> unread() {
        return all.stream().filter(s -> s.row().state() == PackageState.SENT).toList();
    }

    /// Opened, and the force is not done with it.
    public List<Standing> going() {
        return all.stream()
                .filter(s -> s.row().state() == PackageState.OPENED && !s.isAtAnEnd())
                .toList();
    }

    public List<Standing> ended() {
        return all.stream()
                .filter(s -> s.row().state() == PackageState.OPENED && s.isAtAnEnd())
                .toList();
    }
}
