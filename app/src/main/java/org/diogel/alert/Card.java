package org.diogel.alert;

import java.time.Instant;
import java.util.List;
import org.diogel.kernel.Region;
import org.diogel.report.Severity;

/// The least that helps somebody decide: what a warning says in structured answers, without a word
/// that describes anybody.
///
/// @param kinds options of the field `kinds` of [WarningFields]; in words by [WarningWords#option]
/// @param month `2026-03`; empty when it does not say
/// @param advice options of the field `advice`
/// @param since when it was published
public record Card(
        AlertId alert,
        Severity severity,
        List<Region> regions,
        List<String> kinds,
        String month,
        List<String> advice,
        Instant since) {}
