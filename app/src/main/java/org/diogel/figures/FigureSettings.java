package org.diogel.figures;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the partnership has agreed about numbers.
///
/// @param threshold the smallest count that may be shown of others; counts from 1 to below it are
///     hidden
@ConfigurationProperties("diogel.figures")
record FigureSettings(@DefaultValue("5") long threshold) {}
