package org.diogel.alert;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diogel.kernel.Lang;
import org.diogel.report.Answers;

/// Compares a warning with the report it is drawn from and says what could identify her. It errs on
/// the side of asking: a flag costs a sentence, a missed one may cost her safety. DOMAIN §4.6.
final class Flags {

    private static final int COPIED = 8;
    private static final int UNICODE = Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern TIME =
            Pattern.compile(
                    "\\b([01]?\\d|2[0-3])[:.][0-5]\\d\\b"
                            + "|\\b(1[0-2]|0?[1-9])\\s?(am|pm|a\\.m|p\\.m|yb|yp|y\\.b|y\\.h|yh)\\b"
                            + "|\\bo['’]clock\\b|\\bo['’]r gloch\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY =
            Pattern.compile(
                    "\\b\\d{1,2}[/.-]\\d{1,2}([/.-]\\d{2,4})?\\b"
                            + "|\\b(mon|tues|wednes|thurs|fri|satur|sun)day\\b"
                            + "|\\b(dydd|nos) (llun|mawrth|mercher|iau|wener|gwener|sadwrn|sul)\\b"
                            + "|\\b\\d{1,2}(st|nd|rd|th|af|ain|ed|eg|fed)?( o)? (january|february|march"
                            + "|april|may|june|july|august|september|october|november|december|ionawr"
                            + "|chwefror|mawrth|ebrill|mai|fai|mehefin|gorffennaf|orffennaf|awst|medi"
                            + "|fedi|hydref|tachwedd|dachwedd|rhagfyr)\\b"
                            + "|\\b(yesterday|last night|ddoe|neithiwr)\\b",
                    Pattern.CASE_INSENSITIVE | UNICODE);
    private static final Pattern POSTCODE =
            Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "\\b\\d+[a-z]?,? (\\p{L}+ ){1,3}(street|road|avenue|lane|terrace|crescent|drive|close)\\b"
                            + "|\\b\\d+[a-z]?,? (stryd|heol|ffordd|lôn|rhodfa|teras|maes) \\p{L}+",
                    Pattern.CASE_INSENSITIVE | UNICODE);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}’']+");
    private static final List<String> PLACES = WarningFields.lines("place-words.txt");
    private static final List<String> ABOUT_HER = WarningFields.lines("about-her-words.txt");
    private static final List<String> HERS =
            List.of("contact.name", "contact.detail", "contact.secret", "contact.times", "support.more");

    private final Map<String, Flag> found = new LinkedHashMap<>();
    private final Answers told;
    private final boolean fullNumbers;

    private Flags(Answers told, boolean fullNumbers) {
        this.told = told;
        this.fullNumbers = fullNumbers;
    }

    /// @param fullNumbers whether this partnership shows telephone numbers whole
    static List<Flag> of(Warning warning, Answers told, boolean fullNumbers) {
        Flags flags = new Flags(told, fullNumbers);
        for (WarningField field : WarningFields.all()) {
            if (!field.hasOptions() && field.kind() != WarningField.Kind.TOLD) {
                for (Lang lang : Lang.values()) {
                    flags.check(field, Warning.key(field, lang), warning);
                }
            }
        }
        return List.copyOf(flags.found.values());
    }

    private void check(WarningField field, String name, Warning warning) {
        String text = String.join("\n", warning.list(name));
        if (text.isEmpty()) {
            return;
        }
        String plain = plain(text);
        hers(name, text, plain);
        if (field.name().equals("names")) {
            if (WORD.matcher(text).results().count() > 1) {
                add("name", name, text);
            }
            return;
        }
        if (field.name().equals("phone")) {
            if (!fullNumbers && text.lines().anyMatch(l -> l.replaceAll("\\D", "").length() > 4)) {
                add("digits", name, text);
            }
            return;
        }
        if (field.name().equals("email") || field.name().equals("vehicle")) {
            return;
        }
        match(ADDRESS, "address", name, text);
        match(POSTCODE, "address", name, text);
        match(TIME, "time", name, text);
        match(DAY, "day", name, text);
        words(PLACES, "place", name, plain);
        words(ABOUT_HER, "about-her", name, plain);
        copied(name, text);
    }

    /// Her own contact details never stand in a warning, whatever the reason.
    private void hers(String name, String text, String plain) {
        String digits = text.replaceAll("\\D", "");
        for (String field : HERS) {
            String hers = told.text(field);
            String number = hers.replaceAll("\\D", "");
            boolean sameNumber =
                    number.length() >= 7
                            && digits.contains(number.substring(number.length() - 7));
            boolean sameWords = hers.length() >= 3 && holds(plain, plain(hers));
            if (sameNumber || sameWords) {
                add("contact", name, hers);
            }
        }
    }

    private void match(Pattern pattern, String kind, String name, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            add(kind, name, matcher.group());
        }
    }

    private void words(List<String> list, String kind, String name, String plain) {
        for (String word : list) {
            if (holds(plain, plain(word))) {
                add(kind, name, word);
            }
        }
    }

    /// Eight words in a row that stand in her own account too.
    private void copied(String name, String text) {
        List<String> hers = wordsOf(told.text("words"));
        List<String> ours = wordsOf(text);
        String all = " " + String.join(" ", hers) + " ";
        for (int i = 0; i + COPIED <= ours.size(); i++) {
            String run = String.join(" ", ours.subList(i, i + COPIED));
            if (all.contains(" " + run + " ")) {
                add("copied", name, run);
                i += COPIED - 1;
            }
        }
    }

    private static boolean holds(String plain, String words) {
        return !words.isEmpty() && (" " + plain + " ").contains(" " + words + " ");
    }

    private static String plain(String text) {
        return String.join(" ", wordsOf(text));
    }

    private static List<String> wordsOf(String text) {
        String lower =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replace('\'', '’');
        return WORD.matcher(lower).results().map(r -> r.group()).toList();
    }

    private void add(String kind, String name, String words) {
        String shown = words.strip();
        long hash = 1125899906842597L;
        for (char c : (kind + "|" + name + "|" + shown.toLowerCase(Locale.ROOT)).toCharArray()) {
            hash = 31 * hash + c;
        }
        String id = kind + "-" + HexFormat.of().toHexDigits(hash);
        found.putIfAbsent(id, new Flag(kind, name, shown, id));
    }

    /// Those that still stand in the way of proposing.
    static List<Flag> open(List<Flag> flags, Warning warning) {
        List<Flag> open = new ArrayList<>();
        for (Flag flag : flags) {
            if (flag.mustMend() || warning.reason(flag).length() < 10) {
                open.add(flag);
            }
        }
        return open;
    }

    static List<String> kinds() {
        return Arrays.asList(
                "contact", "name", "address", "digits", "time", "day", "place", "about-her", "copied");
    }
}
