package org.diogel.account;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diogel.kernel.SettingRefused;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The directories this Diogel trusts, from one file of lines `key.setting=value` (see the guide). A
/// file that would let in more people than it seems to is refused at the start.
@Component
class Directories {
    private static final Set<String> SETTINGS =
            Set.of(
                    "name",
                    "issuer",
                    "client-id",
                    "secret-file",
                    "tenants",
                    "agency",
                    "second-factor");
    /// Issuers that every tenant of a provider shares.
    private static final Set<String> EVERYBODY =
            Set.of("/common/", "/organizations/", "/consumers/", "{");

    private final List<Directory> all = new ArrayList<>();
    private final boolean demonstration;

    /// @throws SettingRefused with one sentence that says what to do
    Directories(SignInSettings settings, Environment environment) {
        demonstration = environment.getProperty("diogel.mode", "serve").equals("demo");
        String file = settings.directories().strip();
        if (!file.isEmpty()) {
            read(Path.of(file));
        }
    }

    List<Directory> all() {
        return List.copyOf(all);
    }

    Optional<Directory> find(String key) {
        return all.stream().filter(d -> d.key().equals(key)).findFirst();
    }

    /// Those of an agency. @param agency its name
    List<Directory> of(String agency) {
        return all.stream().filter(d -> d.agency().equalsIgnoreCase(agency)).toList();
    }

    private void read(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException unreadable) {
            throw new SettingRefused(
                    "DIOGEL_SIGNIN_DIRECTORIES names " + file + ", which cannot be read.");
        }
        Set<String> keys = new TreeSet<>();
        for (String line : lines.stringPropertyNames()) {
            int dot = line.indexOf('.');
            String key = dot < 0 ? line : line.substring(0, dot);
            if (!key.matches("[a-z0-9-]{1,30}") || !SETTINGS.contains(line.substring(dot + 1))) {
                throw refused(key, "has a line that means nothing: " + line);
            }
            keys.add(key);
        }
        keys.forEach(key -> all.add(directory(key, lines)));
        if (all.stream().map(Directory::issuer).distinct().count() < all.size()) {
            throw new SettingRefused("Two directories have the same issuer; write them as one.");
        }
    }

    private Directory directory(String key, Properties lines) {
        String issuer = need(key, "issuer", lines);
        if (!isGood(issuer)) {
            throw refused(
                    key,
                    "needs an issuer that is its own, with https and without query: not one that all"
                            + " tenants of a provider share");
        }
        String second = lines.getProperty(key + ".second-factor", "ours").strip();
        Directory.SecondFactor factor =
                Arrays.stream(Directory.SecondFactor.values())
                        .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(second))
                        .findFirst()
                        .orElseThrow(() -> refused(key, "needs second-factor ours, theirs or amr"));
        Set<String> tenants =
                Arrays.stream(lines.getProperty(key + ".tenants", "").split("[,\\s]+"))
                        .filter(t -> !t.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
        return new Directory(
                key,
                need(key, "name", lines),
                issuer,
                need(key, "client-id", lines),
                secret(key, need(key, "secret-file", lines)),
                tenants,
                need(key, "agency", lines),
                factor);
    }

    private boolean isGood(String issuer) {
        try {
            URI uri = URI.create(issuer);
            boolean local =
                    demonstration
                            && "http".equals(uri.getScheme())
                            && Set.of("127.0.0.1", "localhost").contains(uri.getHost());
            return ("https".equals(uri.getScheme()) || local)
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && EVERYBODY.stream().noneMatch((issuer + "/")::contains);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static String need(String key, String setting, Properties lines) {
        String value = lines.getProperty(key + "." + setting, "").strip();
        if (value.isEmpty()) {
            throw refused(key, "needs " + setting);
        }
        return value;
    }

    private static String secret(String key, String file) {
        try {
            String secret = Files.readString(Path.of(file)).strip();
            if (!secret.isEmpty()) {
                return secret;
            }
        } catch (IOException unreadable) {
            // Said below, without what the machine says about it.
        }
        throw refused(key, "has a secret-file that cannot be read or is empty");
    }

    private static SettingRefused refused(String key, String why) {
        return new SettingRefused("The directory " + key + " " + why + ".");
    }
}
