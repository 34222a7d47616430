package org.diogel.kernel;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// A language Diogel speaks. English and Welsh are whole and equals: every text exists in both. Every
/// other language is a pack, a file `languages/<tag>.properties` with the public journey: who signs
/// in never meets it. Two of the same tag are equal.
public final class Lang {

    public static final Lang EN = new Lang("en", "English", false, true);
    public static final Lang CY = new Lang("cy", "Cymraeg", false, true);

    private static final List<Lang> WHOLE = List.of(EN, CY);
    private static final List<Lang> ALL = load();

    private final String tag;
    private final String ownName;
    private final boolean rightToLeft;
    private final boolean whole;

    private Lang(String tag, String ownName, boolean rightToLeft, boolean whole) {
        this.tag = tag;
        this.ownName = ownName;
        this.rightToLeft = rightToLeft;
        this.whole = whole;
    }

    /// English and Welsh: what Diogel's own people read and write.
    public static List<Lang> whole() {
        return WHOLE;
    }

    /// The whole languages first, then the packs by their own names.
    public static List<Lang> all() {
        return ALL;
    }

    /// Empty for a language there is no file of.
    public static Optional<Lang> ofTag(String tag) {
        return ALL.stream().filter(lang -> lang.tag.equals(tag)).findFirst();
    }

    /// As it was written down once: also a language whose pack has been taken away since.
    public static Lang written(String tag) {
        return ofTag(tag)
                .orElseGet(() -> {
                    ULocale locale = ULocale.forLanguageTag(tag);
                    return new Lang(
                            tag, locale.getDisplayName(locale), locale.isRightToLeft(), false);
                });
    }

    /// The BCP 47 tag, for `lang` attributes and file names.
    public String tag() {
        return tag;
    }

    /// What its speakers call it.
    public String ownName() {
        return ownName;
    }

    /// What a reader of that language calls it.
    public String nameIn(Lang reader) {
        ULocale locale = ULocale.forLanguageTag(reader.tag);
        return ULocale.forLanguageTag(tag).getDisplayNameWithDialect(locale);
    }

    public boolean isRightToLeft() {
        return rightToLeft;
    }

    /// For the `dir` attribute: `ltr` or `rtl`.
    public String direction() {
        return rightToLeft ? "rtl" : "ltr";
    }

    /// Whether every text exists in it, and not those of the public journey alone.
    public boolean isWhole() {
        return whole;
    }

    /// Dates are of the calendar her day is in here, and digits those that she can dial.
    public Locale locale() {
        return whole
                ? Locale.of(tag, "GB")
                : Locale.forLanguageTag(tag + "-u-ca-gregory-nu-latn");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lang lang && lang.tag.equals(tag);
    }

    @Override
    public int hashCode() {
        return tag.hashCode();
    }

    @Override
    public String toString() {
        return tag;
    }

    private static List<Lang> load() {
        List<Lang> packs = new ArrayList<>();
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (Resource file : resolver.getResources("classpath*:languages/*.properties")) {
                String name = String.valueOf(file.getFilename());
                Properties head = new Properties();
                try (var reader =
                        new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    head.load(reader);
                }
                packs.add(
                        new Lang(
                                name.substring(0, name.indexOf('.')),
                                head.getProperty("pack.name", name),
                                "rtl".equals(head.getProperty("pack.direction")),
                                false));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Collator byName = Collator.getInstance(ULocale.ROOT);
        packs.sort(Comparator.comparing(Lang::ownName, byName::compare));
        List<Lang> all = new ArrayList<>(WHOLE);
        all.addAll(packs);
        return List.copyOf(all);
    }
}
