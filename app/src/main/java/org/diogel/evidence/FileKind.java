package org.diogel.evidence;

/// Every kind of file that is taken; what is not here is not taken. Known by its first bytes
/// ([Shape]), never by its name.
public enum FileKind {
    JPEG("jpg", Group.PICTURE, true),
    PNG("png", Group.PICTURE, true),
    WEBP("webp", Group.PICTURE, true),
    HEIC("heic", Group.PICTURE, false),
    PDF("pdf", Group.DOCUMENT, false),
    TEXT("txt", Group.DOCUMENT, false),
    MP4("mp4", Group.VIDEO, false),
    MOV("mov", Group.VIDEO, false),
    THREEGP("3gp", Group.VIDEO, false),
    WEBM("webm", Group.VIDEO, false),
    M4A("m4a", Group.SOUND, false),
    MP3("mp3", Group.SOUND, false),
    OGG("ogg", Group.SOUND, false),
    WAV("wav", Group.SOUND, false),
    AMR("amr", Group.SOUND, false);

    /// What it is to somebody who looks at a list.
    public enum Group {
        PICTURE,
        DOCUMENT,
        VIDEO,
        SOUND
    }

    private final String ending;
    private final Group group;
    private final boolean copied;

    FileKind(String ending, Group group, boolean copied) {
        this.ending = ending;
        this.group = group;
        this.copied = copied;
    }

    /// Without a dot.
    public String ending() {
        return ending;
    }

    /// Of the copy where one is made, otherwise of the file as it came.
    String goingEnding() {
        return isDrawn() ? JPEG.ending : ending;
    }

    public Group group() {
        return group;
    }

    /// Whether a copy of it is made without what is hidden in it: drawn anew, or, for WebP, of the chunks
    /// that showing needs.
    public boolean isCopied() {
        return copied;
    }

    /// Whether it is a photograph out of which we cannot take the place and the phone.
    boolean keepsHidden() {
        return group == Group.PICTURE && !copied;
    }

    /// Whether its copy is a JPEG of our own drawing.
    boolean isDrawn() {
        return this == JPEG || this == PNG;
    }
}
