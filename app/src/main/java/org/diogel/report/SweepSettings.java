package org.diogel.report;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param orphans whether keys without a report go even when they are many: for one start, by an
///     operator who knows why they are
@ConfigurationProperties("diogel.sweep")
record SweepSettings(boolean orphans) {}
