package org.diogel.retention;

import java.time.Instant;
import java.time.Period;
import org.diogel.figures.Figure;
import org.jspecify.annotations.Nullable;

/// One rule, and what would go by it: nothing has.
///
/// @param version what is switched on with it
/// @param switched whether it is switched at all; else it runs from the start
/// @param now how many are due @param soon how many more within thirty days
/// @param oldest since when the oldest is; empty where there is none, or too few to say
/// @param held how many of those due are on hold
/// @param ran when it ran last
public record RuleLine(
        String code,
        String version,
        Period after,
        boolean switched,
        boolean on,
        Figure now,
        Figure soon,
        @Nullable Instant oldest,
        Figure held,
        @Nullable Instant ran,
        Figure erased,
        boolean failed) {}
