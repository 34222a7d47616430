package org.diogel.kernel;

/// Text as people really send it, made safe to keep: without the NUL that no database takes and
/// without half characters that no file can hold. Nothing else is changed; a smile, Arabic or a
/// word written from right to left stays as it was written.
public final class SafeText {

    private static final char UNREADABLE = '\uFFFD';

    private SafeText() {}

    /// One kind of line end, no NUL, every lone surrogate replaced by U+FFFD.
    public static String clean(String typed) {
        StringBuilder out = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '\r') {
                out.append('\n');
                i += i + 1 < typed.length() && typed.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < typed.length()
                    && Character.isLowSurrogate(typed.charAt(i + 1))) {
                out.append(c).append(typed.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                out.append(UNREADABLE);
            } else if (c != '\0') {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// How many characters a person would count, roughly: code points, a line end as one.
    public static int length(String clean) {
        return clean.codePointCount(0, clean.length());
    }
}
