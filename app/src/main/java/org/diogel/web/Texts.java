package org.diogel.web;

import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.diogel.figures.Figure;
import org.diogel.kernel.Lang;

/// The texts of one language. Keys begin with the feature's name; arguments are named:
/// `t("alert.readers", "count", figure)`. What is called `count` is a [Figure]: a count reaches a page
/// in no other way.
public final class Texts {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String DATE = "EEEE d MMMM yyyy";
    private static final String SHORT_DATE = "d MMM yyyy";
    private static final String TIME = "HH:mm";

    /// How a pack writes dates, by its tag and their parts.
    private static final Map<String, String> PATTERNS = new ConcurrentHashMap<>();

    private final TextBundles bundles;
    private final Lang lang;

    Texts(TextBundles bundles, Lang lang) {
        this.bundles = bundles;
        this.lang = lang;
    }

    public Lang lang() {
        return lang;
    }

    /// @throws IllegalArgumentException for a key that no file has
    public String t(String key, Object... arguments) {
        return bundles.format(lang, key, named(List.of(arguments)));
    }

    public String t(Form.Mend mend) {
        return bundles.format(lang, mend.key(), named(mend.arguments()));
    }

    /// The kinds of number the language tells apart: `one`, `few`, `other` …
    public Set<String> plurals() {
        return PluralRules.forLocale(lang.locale()).getKeywords();
    }

    /// Whether there is a text of that key; for texts whose key comes from data.
    public boolean has(String key) {
        return bundles.has(lang, key);
    }

    /// The texts as they stand in the files, not filled in, whose keys begin so: for whoever reviews
    /// wording.
    public Map<String, String> patterns(String prefix) {
        return bundles.patterns(lang, prefix);
    }

    /// A text that holds markup of our own. Arguments are escaped, so that nothing anybody typed is
    /// ever markup.
    public Content rich(String key, Object... arguments) {
        Map<String, Object> safe = new LinkedHashMap<>();
        named(List.of(arguments))
                .forEach(
                        (name, value) ->
                                safe.put(name, value instanceof String s ? escape(s) : value));
        String html = bundles.format(lang, key, safe);
        return output -> output.writeContent(html);
    }

    /// What a reader of this language calls a language.
    public String language(Lang which) {
        return which.nameIn(lang);
    }

    /// "Sunday 1 March 2026", "Dydd Sul 1 Mawrth 2026".
    public String date(LocalDate date) {
        return format(DATE, Date.from(date.atStartOfDay(LONDON).toInstant()));
    }

    /// The date in Europe/London.
    public String date(Instant instant) {
        return date(instant.atZone(LONDON).toLocalDate());
    }

    /// "Sunday 1 March 2026, 14:05", local time in Europe/London.
    public String dateTime(Instant instant) {
        return format(DATE, Date.from(instant)) + ", " + format(TIME, Date.from(instant));
    }

    /// "1 Mar 2026, 14:05", for dense lists.
    public String shortTime(Instant instant) {
        return format(SHORT_DATE, Date.from(instant)) + ", " + format(TIME, Date.from(instant));
    }

    /// English and Welsh as the partnership writes them; a pack as its language does.
    private String format(String parts, Date date) {
        String pattern =
                lang.isWhole() || parts.equals(TIME)
                        ? parts
                        : PATTERNS.computeIfAbsent(lang.tag() + parts, _ -> pattern(parts));
        SimpleDateFormat format = new SimpleDateFormat(pattern, lang.locale());
        format.setTimeZone(TimeZone.getTimeZone("Europe/London"));
        return format.format(date);
    }

    private String pattern(String parts) {
        return DateTimePatternGenerator.getInstance(lang.locale())
                .getBestPattern(parts.replace(" ", ""));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }

    private static Map<String, Object> named(List<Object> pairs) {
        if (pairs.size() % 2 != 0) {
            throw new IllegalArgumentException("Arguments come as name, value, name, value");
        }
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            String name = (String) pairs.get(i);
            named.put(name, name.equals("count") ? counted(pairs.get(i + 1)) : pairs.get(i + 1));
        }
        return named;
    }

    /// A text has plurals for numbers alone: whoever shows a figure that may be hidden asks first.
    private static Object counted(Object value) {
        if (value instanceof Figure figure) {
            return figure.value();
        }
        throw new IllegalArgumentException("A count is shown as a Figure");
    }
}
