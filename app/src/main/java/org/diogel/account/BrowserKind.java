package org.diogel.account;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What somebody signed in with, as coarsely as she needs to know her own again. What the browser says of
/// itself is not kept: these names are.
enum BrowserKind {
    ANDROID("android"),
    IPHONE("iphone", "ipad"),
    WINDOWS("windows"),
    MAC("macintosh"),
    CHROME_OS("cros"),
    LINUX("linux"),
    OTHER;

    private final String[] says;

    BrowserKind(String... says) {
        this.says = says;
    }

    /// @param agent the header `User-Agent`
    static BrowserKind of(@Nullable String agent) {
        String text = agent == null ? "" : agent.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> Arrays.stream(kind.says).anyMatch(text::contains))
                .findFirst()
                .orElse(OTHER);
    }

    /// @param kept null in a session that began before this was kept
    static BrowserKind named(@Nullable String kept) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(kept)).findFirst().orElse(OTHER);
    }

    /// Message key.
    String text() {
        return "account.sessions.on." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
