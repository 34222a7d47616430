package org.diogel.liaison;

/// What an officer was given, on this one response.
///
/// @param purpose why it was opened
public record LetterPage(Inbox.Reading reading, String purpose) {
    public PackageRow row() {
        return reading.row();
    }
}
