package org.diogel.access;

import org.diogel.kernel.Region;
import org.jspecify.annotations.Nullable;

/// Who answers for an area.
///
/// @param region null: wherever no other answers, and where none was said
public record Desk(@Nullable Region region, Agency agency) {}
