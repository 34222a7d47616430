package org.diogel.liaison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.diogel.report.ReportId;
import org.jspecify.annotations.Nullable;

/// That somebody who got a warning by hand has to be told, or was told, that it was corrected or no
/// longer counts.
///
/// @param reference of the package that brought it
/// @param what `corrected`, `withdrawn` or `expired`
/// @param correction the warning that took its place; null where none did
/// @param version grows with every change
/// @param takenAt when somebody of the desk took the paper
/// @param toldHow one of [Handing#WAYS]
public record Afterword(
        UUID id,
        PackageId packageId,
        ReportId report,
        String reference,
        String recipient,
        String what,
        @Nullable UUID correction,
        int version,
        Instant since,
        @Nullable Instant takenAt,
        @Nullable LocalDate toldOn,
        @Nullable String toldHow) {}
