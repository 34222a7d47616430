package org.diogel.kernel;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a [Handle] is read: its site first, then what is left of the line.
final class HandleReading {

    private static final int LONGEST = 300;
    private static final int LONGEST_NAME = 60;
    private static final int FEWEST = 3;
    private static final int MOST_WORDS = 4;

    private static final Set<String> CALLS = Set.of("whatsapp", "signal", "telegram", "viber");
    private static final Pattern ACCOUNT = Pattern.compile("[1-9][0-9]*");

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 APART = Normalizer2.getNFKDInstance();
    private static final SpoofChecker LOOKS =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    /// What people put before a name, in both languages.
    private static final Pattern LABEL =
            Pattern.compile(
                    "^(?:(?:his|her|their|user ?name|user|profile|handle|account|name|id|is|called|ei|eu"
                            + "|enw defnyddiwr|enw|proffil|cyfrif|yw|o'r enw)(?=[\\s:=]|$)[\\s:=]*)+");

    private static final Pattern UNKNOWN_SITE =
            Pattern.compile("^([\\p{L}\\p{Nd}.-]{2,40}) ?: ?(.+)$");

    /// After the name and before the site.
    private static final Pattern JOINING =
            Pattern.compile("(?:[\\s(/|,-]|(?<=\\s)(?:on|ar|from|o))+$");

    /// How somebody writes what she did not see: a part is compared with nothing.
    private static final Pattern LEFT_OPEN = Pattern.compile("[?*]");

    private static final Pattern COLON = Pattern.compile("\\s?[:=].*");
    private static final Pattern AFTER = Pattern.compile("(?:[\\s:=|/,(].*)?");
    private static final Pattern ON = Pattern.compile("(?:\\s(?:on|ar)\\s|\\()$");
    private static final Pattern BEFORE = Pattern.compile("[\\s(/|,]$");
    private static final Pattern END = Pattern.compile("[\\s).!]+$");

    private static final Pattern FEDERATED = Pattern.compile("@[^@\\s]{1,60}@[^@\\s]{3,60}");

    private static final Pattern WRAPPING =
            Pattern.compile(
                    "^[\\s\"'‘’“”`<>()\\[\\]{},;:=/|-]+"
                            + "|[\\s\"'‘’“”`<>()\\[\\]{},;:=/|.!?-]+$");

    private static final Pattern SEPARATORS =
            Pattern.compile("[\\p{P}\\p{Z}\\p{M}\\p{C}\\p{Sk}\\p{Sm}\\s]+");

    private HandleReading() {}

    static Handle read(String raw) {
        if (raw.length() > LONGEST) {
            return unreadable(raw);
        }
        String text = LABEL.matcher(line(raw)).replaceFirst("");
        if (text.matches("/?u/[^/\\s]+/?")) {
            return named(raw, "reddit", text.substring(text.indexOf("u/") + 2));
        }
        Optional<ProfileAddress> address = ProfileAddress.in(text);
        if (address.isPresent()) {
            return named(raw, address.get().site(), address.get().name());
        }
        String open = END.matcher(text).replaceFirst("");
        for (Sites.Word word : Sites.words()) {
            String rest = without(open, word.written());
            if (rest != null) {
                return named(raw, word.site().key(), rest);
            }
        }
        Matcher colon = UNKNOWN_SITE.matcher(text);
        if (colon.matches() && !Sites.isReserved(colon.group(1))) {
            // Of a site nobody knows only one word is a name: the rest of a sentence is none.
            String name = bare(colon.group(2));
            return named(raw, colon.group(1), name.indexOf(' ') < 0 ? name : null);
        }
        return named(raw, null, text);
    }

    /// One line in small letters, without what cannot be seen.
    private static String line(String raw) {
        return FOLD.normalize(SafeText.clean(raw)).replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
    }

    /// What is left when a site's word stands at the beginning or the end; null when it does not. A
    /// short one is also a kiss or a word of its own: it needs more around it.
    private static @Nullable String without(String text, String word) {
        int letters = word.length();
        if (text.startsWith(word)) {
            String rest = text.substring(letters);
            if ((letters == 1 ? COLON : AFTER).matcher(rest).matches()) {
                return rest;
            }
        }
        if (text.endsWith(word)) {
            String rest = text.substring(0, text.length() - letters);
            if ((letters <= 2 ? ON : BEFORE).matcher(rest).find()) {
                return JOINING.matcher(rest).replaceFirst("");
            }
        }
        return null;
    }

    private static String bare(String text) {
        String name = text;
        String before;
        do {
            before = name;
            name = WRAPPING.matcher(name).replaceAll("");
            name = LABEL.matcher(name).replaceFirst("");
        } while (!name.equals(before));
        if (FEDERATED.matcher(name).matches()) {
            return name;
        }
        return name.startsWith("@") ? name.substring(1).strip() : name;
    }

    private static Handle named(String raw, @Nullable String site, @Nullable String written) {
        if (written == null) {
            return unreadable(raw);
        }
        String name = bare(line(written));
        String where = site;
        if (where == null && FEDERATED.matcher(name).matches()) {
            where = "fediverse";
        }
        if (name.startsWith("@")) {
            name = name.substring(1);
        }
        if (!isName(where, name)) {
            return unreadable(raw);
        }
        return new Handle(raw, where, name, skeleton(name));
    }

    private static boolean isName(@Nullable String site, String name) {
        int words = name.split(" ").length;
        if (name.length() < FEWEST
                || name.length() > LONGEST_NAME
                || words > (site == null ? 1 : MOST_WORDS)
                || name.indexOf('\uFFFD') >= 0
                || LEFT_OPEN.matcher(name).find()
                || name.codePoints().noneMatch(HandleReading::tells)) {
            return false;
        }
        boolean address = !"fediverse".equals(site) && Email.of(name).comparable().isPresent();
        return !address && !isNumber(site, name);
    }

    /// On most sites a row of digits is the number of an account; on these it is a telephone's.
    private static boolean isNumber(@Nullable String site, String name) {
        boolean account = site != null && !CALLS.contains(site) && ACCOUNT.matcher(name).matches();
        return !account && PhoneNumber.of(name).comparable().isPresent();
    }

    private static boolean tells(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL;
    }

    /// Unicode's own table of letters that look alike (UTS 39), and what it says nothing of: an i
    /// in a row of strokes, accents that people leave out.
    private static @Nullable String skeleton(String name) {
        String looks = FOLD.normalize(LOOKS.getSkeleton(capitals(name)));
        String plain =
                SEPARATORS
                        .matcher(APART.normalize(looks))
                        .replaceAll("")
                        .replaceAll("[i1ı]", "l")
                        .replace('0', 'o');
        return plain.isEmpty() ? null : plain;
    }

    /// Among Latin letters, a letter of another alphabet whose capital looks Latin: it may have been
    /// written as one, and small letters were made of all.
    private static String capitals(String name) {
        if (name.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
            return name;
        }
        StringBuilder out = new StringBuilder(name.length());
        name.codePoints()
                .forEach(
                        c -> {
                            String big = Character.toString(Character.toUpperCase(c));
                            String looks = c < 128 ? "" : FOLD.normalize(LOOKS.getSkeleton(big));
                            boolean latin = looks.length() == 1 && looks.charAt(0) < 128;
                            out.append(latin ? looks : Character.toString(c));
                        });
        return out.toString();
    }

    private static Handle unreadable(String raw) {
        return new Handle(raw, null, null, null);
    }
}
