package org.diogel.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.diogel.kernel.Lang;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every text of every feature in every language, read once at start-up from
/// `messages/<feature>_<language>.properties`, and of a pack from `languages/<language>.properties`,
/// in ICU MessageFormat: Welsh has six plural forms.
@Component
final class TextBundles {

    /// What a number dialled or a day is made of: it keeps its order among words that run the other
    /// way only where it is held apart from them.
    private static final Pattern NUMBERS = Pattern.compile("(?<![=\\d])\\+?\\d[\\d \\u00A0]*\\d");

    private static final String LEFT_TO_RIGHT = "\u2066";
    private static final String ITS_OWN_WAY = "\u2068";
    private static final String BACK = "\u2069";

    private final Map<Lang, Map<String, String>> patterns = new HashMap<>();

    TextBundles() {
        for (Lang lang : Lang.all()) {
            patterns.put(
                    lang,
                    load(
                            lang.isWhole()
                                    ? "messages/*_" + lang.tag() + ".properties"
                                    : "languages/" + lang.tag() + ".properties",
                            lang));
        }
    }

    /// @throws IllegalArgumentException for a key that no file has: a mistake in the page
    String format(Lang lang, String key, Map<String, Object> arguments) {
        String pattern = pattern(lang, key);
        if (arguments.isEmpty() && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        return new MessageFormat(pattern, lang.locale())
                .format(lang.isRightToLeft() ? apart(arguments) : arguments);
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

    /// What is put into a text that runs from the right, a name, a number, something she typed, runs
    /// as it does by itself.
    private static Map<String, Object> apart(Map<String, Object> arguments) {
        Map<String, Object> apart = new HashMap<>();
        arguments.forEach(
                (name, value) ->
                        apart.put(
                                name, value instanceof String s ? ITS_OWN_WAY + s + BACK : value));
        return apart;
    }

    private static Map<String, String> load(String pattern, Lang lang) {
        Map<String, String> all = new HashMap<>();
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (Resource file : resolver.getResources("classpath*:" + pattern)) {
                Properties properties = new Properties();
                try (var reader =
                        new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> put(all, (String) key, text(lang, (String) text)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    private static String text(Lang lang, String text) {
        return lang.isRightToLeft()
                ? NUMBERS.matcher(text).replaceAll(LEFT_TO_RIGHT + "$0" + BACK)
                : text;
    }

    private static void put(Map<String, String> all, String key, String text) {
        if (all.put(key, text) != null) {
            throw new IllegalStateException("Two files have the text " + key);
        }
    }
}
