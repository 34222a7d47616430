package org.diogel.report;

/// The code, to be kept.
///
/// @param code in sevens of four
/// @param justBegun whether she has only just begun
public record KeepPage(String code, boolean justBegun) {
    /// Says nothing of the code.
    @Override
    public String toString() {
        return "KeepPage";
    }
}
