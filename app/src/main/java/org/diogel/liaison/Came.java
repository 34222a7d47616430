package org.diogel.liaison;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What came of a package, as somebody says.
///
/// @param what as in [Outcomes]
/// @param number the force's own number, or an empty text; sealed
/// @param replaces the one it corrects
public record Came(String what, LocalDate day, String number, @Nullable UUID replaces) {

    /// Says nothing of the number.
    @Override
    public String toString() {
        return "Came[" + what + ", " + day + "]";
    }
}
