package org.diogel.liaison;

import org.diogel.alert.Warning;
import org.jspecify.annotations.Nullable;

/// What somebody of the desk has to tell who got a warning by hand.
///
/// @param text of the correction, once somebody took it; null where there is none to give
/// @param mayRead whether the actor may read what warnings say
/// @param changed it changed while it was read
public record AfterwordPage(
        Afterword afterword, @Nullable Warning text, boolean mayRead, boolean changed) {

    public boolean isTaken() {
        return afterword.takenAt() != null;
    }

    /// Whether somebody else has to take it.
    public boolean isForModerators() {
        return afterword.correction() != null && !mayRead;
    }
}
