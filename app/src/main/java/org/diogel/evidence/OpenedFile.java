package org.diogel.evidence;

/// A file unsealed for one look, which is written down.
///
/// @param bytes the original as it came, or the copy
/// @param ending of the name it is saved under, without a dot
public record OpenedFile(byte[] bytes, String ending) {

    /// Says nothing of it.
    @Override
    public String toString() {
        return "OpenedFile";
    }
}
