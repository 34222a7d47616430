package org.diogel.report;

import java.util.UUID;

/// A report. Random; it stands in staff addresses and says nothing.
public record ReportId(UUID value) {
    public static ReportId random() {
        return new ReportId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException for what is no UUID
    public static ReportId of(String text) {
        return new ReportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
