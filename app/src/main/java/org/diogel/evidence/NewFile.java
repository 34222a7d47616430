package org.diogel.evidence;

/// What she says of a file.
///
/// @param words what it shows, cleaned; may be empty
/// @param intimate it shows somebody naked or in an intimate moment
/// @param share it may go to those she chose
public record NewFile(String words, boolean intimate, boolean share) {

    /// Says nothing of what was written.
    @Override
    public String toString() {
        return "NewFile";
    }
}
