package org.diogel.consent;

/// One text a reviewer reads.
///
/// @param key of the message
/// @param english what it says in English; empty where English has none any more
/// @param text as it stands; empty when it is gone since the last approval
/// @param before as it was last approved; the text itself where nothing was, empty when it is new
public record ReviewedText(String key, String english, String text, String before) {

    boolean isChanged() {
        return !text.equals(before);
    }

    @Override
    public String toString() {
        return "ReviewedText[" + key + "]";
    }
}
