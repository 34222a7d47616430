package org.diogel.access;

import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Region;
import org.jspecify.annotations.Nullable;

/// An area given to somebody else.
///
/// @param region null: wherever no other answers
/// @param shown who answered when the page was shown; null: nobody of its own
/// @param agency who answers from now on; null: nobody of its own
public record DeskChange(
        @Nullable Region region, @Nullable AgencyId shown, @Nullable AgencyId agency) {}
