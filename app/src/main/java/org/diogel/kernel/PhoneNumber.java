package org.diogel.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A telephone number as somebody wrote it, and as it can be compared with others. A number without
/// a country is read as British. What can be a number is taken, even one that was never given out:
/// numbers kept for stories and tests are such; it is only doubted. Letters never count as digits, but
/// for an O in the place of a zero; words before and after a number are left out of it.
///
/// @param raw as it was written
/// @param e164 `+447700900123`, or null when it could not be read as a number
/// @param doubt what a person should look at again
public record PhoneNumber(String raw, @Nullable String e164, Doubt doubt) {

    /// NONE: a number in use. NOT_IN_USE: possible, but no such range is given out. SHORT: probably
    /// with a digit missing. UNREADABLE: not a whole number.
    public enum Doubt {
        NONE,
        NOT_IN_USE,
        SHORT,
        UNREADABLE
    }

    /// Never throws, whatever the text.
    public static PhoneNumber of(String raw) {
        return PhoneReading.read(raw);
    }

    public Optional<String> comparable() {
        return Optional.ofNullable(e164);
    }

    /// Says nothing of the number: it must never reach a log.
    @Override
    public String toString() {
        return "PhoneNumber[" + doubt + "]";
    }
}
