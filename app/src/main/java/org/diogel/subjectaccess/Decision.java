package org.diogel.subjectaccess;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an officer decides about a piece.
///
/// @param struck parts left out of what is given
/// @param exemption why; null where all of it is given
public record Decision(UUID piece, boolean given, List<Integer> struck, @Nullable String exemption) {

    public Decision {
        struck = List.copyOf(struck);
        if ((given && struck.isEmpty()) != (exemption == null)) {
            throw new IllegalArgumentException("What is withheld is withheld for a reason");
        }
    }
}
