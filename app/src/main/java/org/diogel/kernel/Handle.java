package org.diogel.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A profile's name as somebody wrote it, with or without its site, and as it can be compared with
/// others. Its address, `@name`, "name on Snapchat" and "Snapchat: name" are the same profile. A name
/// alone is compared only when it is one word: what people are called fits many. Capitals count for
/// nothing. An e-mail address or a telephone number is no profile, wherever it was found.
///
/// @param raw as it was written
/// @param site a key of `kernel/sites.csv`, or the site in small letters as it was written; null when
///     none was named
/// @param name the profile's name in small letters; null when there is none to compare
/// @param skeleton letters of any alphabet that look alike made equal, without accents, spaces, dots
///     and lines: a *possible* match only; null when nothing is left of the name so
public record Handle(
        String raw, @Nullable String site, @Nullable String name, @Nullable String skeleton) {

    private static final String ANY = "any|";
    private static final String LIKE = "like|";

    /// Never throws, whatever the text: one line of it is one profile.
    public static Handle of(String raw) {
        return HandleReading.read(raw);
    }

    /// `snapchat|name`, or `any|name` when no site was named.
    public Optional<String> comparable() {
        return Optional.ofNullable(name).map(n -> site == null ? ANY + n : site + "|" + n);
    }

    /// `any|name`: the same name, on whatever site. Where a site was named, a *possible* match only.
    public Optional<String> anywhere() {
        return Optional.ofNullable(name).map(n -> ANY + n);
    }

    /// `like|skeleton`: a name that looks the same, on whatever site. A *possible* match only.
    public Optional<String> alike() {
        return Optional.ofNullable(skeleton).map(s -> LIKE + s);
    }

    /// Says nothing of the profile: it must never reach a log.
    @Override
    public String toString() {
        return "Handle[" + (name == null ? "unreadable" : "readable") + "]";
    }
}
