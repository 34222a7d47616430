package org.diogel.evidence;

/// A file as she sees it. @param words what she wrote about it
public record Mine(Evident file, String words) {

    /// Says nothing of what was written.
    @Override
    public String toString() {
        return "Mine";
    }
}
