package org.diogel.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.diogel.kernel.Lang;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every text of every feature in every language, read once at start-up from
/// `messages/<feature>_<language>.properties` in ICU MessageFormat: Welsh has six plural forms.
@Component
final class TextBundles {

    private final Map<Lang, Map<String, String>> patterns = new EnumMap<>(Lang.class);

    TextBundles() {
        for (Lang lang : Lang.values()) {
            patterns.put(lang, load(lang));
        }
    }

    /// @throws IllegalArgumentException for a key that no file has: a mistake in the page
    String format(Lang lang, String key, Map<String, Object> arguments) {
        String pattern = pattern(lang, key);
        return arguments.isEmpty() && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0
                ? pattern
                : new MessageFormat(pattern, lang.locale()).format(arguments);
    }

    boolean has(Lang lang, String key) {
        return texts(lang).containsKey(key);
    }

    Map<String, String> patterns(Lang lang, String prefix) {
        Map<String, String> found = new HashMap<>();
        texts(lang)
                .forEach(
                        (key, text) -> {
                            if (key.startsWith(prefix)) {
                                found.put(key, text);
                            }
                        });
        return found;
    }

    private String pattern(Lang lang, String key) {
        String pattern = texts(lang).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text for " + key + " in " + lang.tag());
        }
        return pattern;
    }

    private Map<String, String> texts(Lang lang) {
        return patterns.getOrDefault(lang, Map.of());
    }

    private static Map<String, String> load(Lang lang) {
        Map<String, String> all = new HashMap<>();
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (Resource file :
                    resolver.getResources("classpath*:messages/*_" + lang.tag() + ".properties")) {
                Properties properties = new Properties();
                try (var reader =
                        new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> put(all, (String) key, (String) text));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    private static void put(Map<String, String> all, String key, String text) {
        if (all.put(key, text) != null) {
            throw new IllegalStateException("Two files have the text " + key);
        }
    }
}
