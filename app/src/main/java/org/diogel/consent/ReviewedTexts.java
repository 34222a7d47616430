package org.diogel.consent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diogel.kernel.Lang;
import org.diogel.web.Languages;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The texts on which somebody's safety or agreement hangs: what she is told about danger, sharing
/// and taking back. Which ones they are stands in `consent/reviewed-texts.txt`, one message key or
/// the beginning of one a line. Their digest changes with every letter, and with it the approval.
@Component
final class ReviewedTexts {

    private final List<String> prefixes;
    private final Languages languages;
    private final Map<Lang, String> bodies = new HashMap<>();

    ReviewedTexts(Languages languages) {
        this.languages = languages;
        try (var in = new ClassPathResource("consent/reviewed-texts.txt").getInputStream()) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            prefixes =
                    Arrays.stream(all.split("\n"))
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (Lang lang : Lang.all()) {
            bodies.put(lang, join(texts(lang)));
        }
    }

    List<String> prefixes() {
        return prefixes;
    }

    /// Every reviewed text of one language by its key.
    SortedMap<String, String> texts(Lang lang) {
        SortedMap<String, String> all = new TreeMap<>();
        for (String prefix : prefixes) {
            all.putAll(languages.in(lang).patterns(prefix));
        }
        return all;
    }

    /// All of them as one text: key, tab, text, a line each, in the order of their keys.
    String body(Lang lang) {
        return bodies.getOrDefault(lang, "");
    }

    private static String join(SortedMap<String, String> texts) {
        StringBuilder body = new StringBuilder();
        texts.forEach((key, text) -> body.append(key).append('\t').append(text).append('\n'));
        return body.toString();
    }

    /// The texts of a [#body] by their keys.
    static SortedMap<String, String> read(String body) {
        SortedMap<String, String> texts = new TreeMap<>();
        String key = "";
        for (String line : body.split("\n", -1)) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                key = line.substring(0, tab);
                texts.put(key, line.substring(tab + 1));
            } else if (!line.isEmpty()) {
                texts.merge(key, line, (before, more) -> before + "\n" + more);
            }
        }
        return texts;
    }

    /// SHA-256 of [#body] in hexadecimal.
    String digest(Lang lang) {
        return HexFormat.of().formatHex(digest(body(lang)));
    }

    static byte[] digest(String body) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }
}
