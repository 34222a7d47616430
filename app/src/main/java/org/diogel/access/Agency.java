package org.diogel.access;

import org.diogel.kernel.AgencyId;

/// @param kind `project`, `police`, `council`, `health`, `housing`, `probation` or `other`
public record Agency(AgencyId id, String name, String kind) {}
