package org.diogel.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The sites on which people have profiles, from `kernel/sites.csv`.
final class Sites {

    /// Never the key of a site: what stands in its place when none was named.
    private static final Set<String> RESERVED = Set.of("any", "like");

    /// @param key what is compared
    /// @param addresses where the name stands, such as `/add/{name}`, the likeliest first
    record Site(String key, List<String> addresses) {}

    /// @param written in small letters
    record Word(String written, Site site) {}

    private static final Map<String, Site> BY_HOST = new HashMap<>();
    private static final List<Word> WORDS = new ArrayList<>();
    private static final Set<String> NOT_NAMES = Set.copyOf(lines("not-names.txt"));

    static {
        lines("sites.csv").stream().skip(1).forEach(Sites::add);
        // "facebook messenger" before "facebook".
        WORDS.sort(Comparator.comparingInt((Word word) -> word.written().length()).reversed());
    }

    private Sites() {}

    static Optional<Site> at(String host) {
        String bare = host;
        for (int dot = bare.indexOf('.'); dot >= 0; dot = bare.indexOf('.')) {
            if (BY_HOST.containsKey(bare)) {
                return Optional.of(BY_HOST.get(bare));
            }
            bare = bare.substring(dot + 1);
        }
        return Optional.empty();
    }

    /// How people write a site, longer ones first.
    static List<Word> words() {
        return WORDS;
    }

    /// Whether this part of an address is the site's own.
    static boolean isNoName(String part) {
        return NOT_NAMES.contains(part);
    }

    static boolean isReserved(String key) {
        return RESERVED.contains(key);
    }

    private static void add(String line) {
        String[] cells = line.split(";", -1);
        Site site = new Site(cells[0], split(cells[3].toLowerCase(Locale.ROOT)));
        if (isReserved(site.key())) {
            throw new IllegalStateException("A site of kernel/sites.csv has a word kept for itself");
        }
        split(cells[1]).forEach(word -> WORDS.add(new Word(word, site)));
        for (String host : split(cells[2])) {
            WORDS.add(new Word(host, site));
            BY_HOST.put(host, site);
        }
    }

    private static List<String> split(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(","));
    }

    private static List<String> lines(String file) {
        try (var in = Sites.class.getResourceAsStream("/kernel/" + file)) {
            if (in == null) {
                throw new IllegalStateException("kernel/" + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
