package org.diogel.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The address of a profile in a text, taken apart. The text is in small letters.
///
/// @param site key of the site, or the host of one that is not known
/// @param name as it stands in the address; null when the address is of no profile
/// @param rest the text without the address
record ProfileAddress(String site, @Nullable String name, String rest) {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?<![\\p{L}\\p{Nd}@._-])(?<scheme>https?:/{1,2})?(?:www\\.)?"
                            + "(?<host>[\\p{L}\\p{Nd}-]{1,60}(?:\\.[\\p{L}\\p{Nd}-]{1,60}){1,4})"
                            + "(?::\\d{1,5})?"
                            + "(?<path>[/?]\\S*)?");

    /// A name in an app's own address, such as `tg://resolve?domain=name`.
    private static final Pattern APP =
            Pattern.compile(
                    "(?<app>tg|skype|snapchat|instagram|twitter|fb|kik)://?\\S*?"
                            + "(?:domain|username|screen_name|id|add|profile)[=/]"
                            + "(?<name>[^&/\\s]+)\\S*");

    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9a-f]{2})+");

    /// On a site that is not known, only what is surely somebody's name.
    private static final List<String> ELSEWHERE =
            List.of(
                    "/user/{name}",
                    "/users/{name}",
                    "/u/{name}",
                    "/profile/{name}",
                    "/profiles/{name}",
                    "/member/{name}",
                    "/members/{name}");

    static Optional<ProfileAddress> in(String text) {
        Matcher app = APP.matcher(text);
        if (app.find()) {
            String site = app.group("app");
            String key = wordOf(site);
            return Optional.of(new ProfileAddress(key, app.group("name"), without(text, app)));
        }
        Matcher found = ADDRESS.matcher(text);
        while (found.find()) {
            String host = found.group("host");
            String path = found.group("path");
            Optional<Sites.Site> known = Sites.at(host);
            // Without either it may be a name with a dot.
            if (found.group("scheme") != null || (path != null && path.length() > 1)) {
                String name =
                        known.map(site -> name(site.addresses(), path))
                                .orElseGet(() -> elsewhere(path));
                String site = known.map(Sites.Site::key).orElse(host);
                return Optional.of(new ProfileAddress(site, name, without(text, found)));
            }
        }
        return Optional.empty();
    }

    private static String wordOf(String app) {
        return Sites.words().stream()
                .filter(word -> word.written().equals(app))
                .findFirst()
                .map(word -> word.site().key())
                .orElse(app);
    }

    private static String without(String text, Matcher found) {
        return (text.substring(0, found.start()) + " " + text.substring(found.end())).strip();
    }

    private static @Nullable String elsewhere(@Nullable String path) {
        String name = name(ELSEWHERE, path);
        List<String> parts = parts(path == null ? "" : path);
        return name == null && parts.size() == 1 && parts.getFirst().startsWith("@")
                ? parts.getFirst()
                : name;
    }

    private static @Nullable String name(List<String> addresses, @Nullable String path) {
        if (path == null) {
            return null;
        }
        return addresses.stream()
                .map(address -> fit(address, path))
                .filter(name -> name != null && !name.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String fit(String address, String path) {
        int query = address.indexOf('?');
        List<String> wanted = parts(query < 0 ? address : address.substring(0, query));
        List<String> given = parts(path.split("[?#]", 2)[0]);
        if (given.size() < wanted.size()) {
            return null;
        }
        String name = null;
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).equals("{name}")) {
                name = given.get(i);
            } else if (!wanted.get(i).equals("{}") && !wanted.get(i).equals(given.get(i))) {
                return null;
            }
        }
        if (query >= 0) {
            return parameter(path, address.substring(query + 1, address.indexOf('=')));
        }
        return name == null || Sites.isNoName(name) ? null : name;
    }

    private static @Nullable String parameter(String path, String key) {
        int query = path.indexOf('?');
        return query < 0
                ? null
                : Arrays.stream(path.substring(query + 1).split("[&#]"))
                        .filter(pair -> pair.startsWith(key + "="))
                        .map(pair -> decoded(pair.substring(key.length() + 1)))
                        .findFirst()
                        .orElse(null);
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty())
                .map(ProfileAddress::decoded)
                .toList();
    }

    /// Percent signs as addresses have them; one that stands for nothing stays.
    private static String decoded(String part) {
        Matcher found = ENCODED.matcher(part);
        return found.replaceAll(
                run -> {
                    byte[] bytes = HexFormat.of().parseHex(run.group().replace("%", ""));
                    return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
                });
    }
}
