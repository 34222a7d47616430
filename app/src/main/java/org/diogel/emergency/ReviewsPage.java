package org.diogel.emergency;

import java.util.List;

/// @param all what somebody has to do something about first
public record ReviewsPage(List<NamedOpening> all) {}
