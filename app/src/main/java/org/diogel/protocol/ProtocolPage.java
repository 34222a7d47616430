package org.diogel.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One protocol as those read it who draw it up.
///
/// @param lacking what it lacks before it can be brought into force: text keys
/// @param own whoever reads it drew it up, so that somebody else has to bring it into force
/// @param error text key of what went wrong with the last step, or empty
public record ProtocolPage(
        Named named,
        LocalDate today,
        List<String> lacking,
        boolean own,
        List<Event> events,
        String error) {

    /// @param who her name as it is known now
    public record Event(String what, Instant at, String who, @Nullable String note) {}

    public ProtocolRow row() {
        return named.row();
    }

    public String path() {
        return "/protocols/" + row().id();
    }

    public Party party(int index) {
        return row().parties().get(index);
    }
}
