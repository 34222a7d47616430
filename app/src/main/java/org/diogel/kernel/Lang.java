package org.diogel.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language Diogel speaks. Welsh and English are equals: every text exists in both.
public enum Lang {
    EN("en", "English"),
    CY("cy", "Cymraeg");

    private final String tag;
    private final String ownName;

    Lang(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /// The BCP 47 tag, for `lang` attributes and file names.
    public String tag() {
        return tag;
    }

    /// What its speakers call it.
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.of(tag, "GB");
    }

    public static Optional<Lang> ofTag(String tag) {
        return Arrays.stream(values()).filter(lang -> lang.tag.equals(tag)).findFirst();
    }
}
