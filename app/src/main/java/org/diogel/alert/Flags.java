package org.diogel.alert;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diogel.kernel.Lang;
import org.diogel.report.Answers;

/// Compares a warning with the report it is drawn from and says what could identify her. It errs on
/// the side of asking: a flag costs a sentence, a missed one may cost her safety. DOMAIN §4.6.
final class Flags {

    private static final int COPIED = 8;
    private static final int WHOLE_NUMBER = 7;
    /// Digits that make a number though it begins with neither 0 nor +.
    private static final int WHOLE_ALONE = 9;
    private static final int UNICODE = Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern TIME =
            Pattern.compile(
                    "\\b([01]?\\d|2[0-3])[:.][0-5]\\d\\b"
                            + "|\\b(1[0-2]|0?[1-9])\\s?(am|pm|a\\.m|p\\.m|yb|yp|y\\.b|y\\.h|yh)\\b"
                            + "|\\bo['’]clock\\b|\\bo['’]r gloch\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY =
            Pattern.compile(
                    "\\b(0?[1-9]|[12]\\d|3[01])[/.-](0?[1-9]|1[0-2])([/.-]\\d{2,4})?\\b"
                            + "|\\b(mon|tues|wednes|thurs|fri|satur|sun)day\\b"
                            + "|\\b(dydd|ddydd|nydd|nos) (llun|mawrth|mercher|iau|wener|gwener|sadwrn|sul)\\b"
                            + "|\\b\\d{1,2}(st|nd|rd|th|af|ain|ed|eg|fed)?( o)? (january|february|march"
                            + "|april|may|june|july|august|september|october|november|december|ionawr"
                            + "|chwefror|mawrth|fawrth|ebrill|mai|fai|mehefin|fehefin|gorffennaf"
                            + "|orffennaf|awst|medi|fedi|hydref|tachwedd|dachwedd|rhagfyr|ragfyr)\\b"
                            + "|\\b(yesterday|last night|ddoe|neithiwr)\\b",
                    Pattern.CASE_INSENSITIVE | UNICODE);
    private static final Pattern POSTCODE =
            Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DISTRICT =
            Pattern.compile(
                    "\\b("
                            + String.join(
                                    "|",
                                    String.join(" ", WarningFields.lines("postcode-areas.txt"))
                                            .split(" "))
                            + ")\\d[A-Z\\d]?\\b(?! ?\\d[A-Z]{2}\\b)",
                    Pattern.CASE_INSENSITIVE);
    /// A district of one letter, or a motorway.
    private static final Pattern ONE_LETTER =
            Pattern.compile("\\b[BEGLMNSW]\\d{1,2}[A-Z]?\\b(?! ?\\d[A-Z]{2}\\b)");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "\\b\\d+[a-z]?,? (\\p{L}+ ){1,3}(street|road|avenue|lane|terrace|crescent|drive|close)\\b"
                            + "|\\b\\d+[a-z]?,? (stryd|heol|ffordd|lôn|rhodfa|teras|maes) \\p{L}+",
                    Pattern.CASE_INSENSITIVE | UNICODE);
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d ().–-]{5,}\\d");
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+\\.\\p{L}{2,}");
    private static final Pattern PLATE =
            Pattern.compile(
                    "(?i:\\b[A-Z]{2}\\d{2}[A-Z]{3}\\b)|\\b[A-Z]{2}\\d{2} ?[A-Z]{3}\\b"
                            + "|\\b[A-Z]\\d{1,3} ?[A-Z]{3}\\b|\\b[A-Z]{3} ?\\d{1,3}[A-Z]\\b");

    private static final List<Words> PLACES = words("place-words.txt");
    private static final List<Words> ABOUT_HER = words("about-her-words.txt");
    /// Mutated forms of our words that mean something else in English.
    private static final Set<String> ENGLISH = Set.of("bark", "marry");
    private static final List<String> HERS =
            List.of("contact.name", "contact.detail", "contact.secret");
    private static final List<String> HER_WORDS = List.of("words", "support.more");

    private final Map<String, Flag> found = new LinkedHashMap<>();
    private final Answers told;
    private final boolean fullNumbers;

    private Flags(Answers told, boolean fullNumbers) {
        this.told = told;
        this.fullNumbers = fullNumbers;
    }

    /// @param fullNumbers whether this partnership shows telephone numbers and addresses whole
    static List<Flag> of(Warning warning, Answers told, boolean fullNumbers) {
        Flags flags = new Flags(told, fullNumbers);
        for (WarningField field : WarningFields.all()) {
            if (!field.hasOptions() && field.kind() != WarningField.Kind.TOLD) {
                for (Lang lang : Lang.whole()) {
                    String name = Warning.key(field, lang);
                    flags.check(field, new Text(name, warning.whole(name)));
                }
            }
        }
        return List.copyOf(flags.found.values());
    }

    /// @param name of the value, such as `description.en`
    private record Text(String name, String whole, Words words) {
        Text(String name, String whole) {
            this(name, whole, Words.of(whole));
        }
    }

    private void check(WarningField field, Text text) {
        hers(text);
        if (!fullNumbers) {
            match(EMAIL, "email", text);
        }
        switch (field.name()) {
            case "phone" -> longLines(text, "\\d", fullNumbers ? Integer.MAX_VALUE : 4, "digits");
            case "vehicle" -> longLines(text, "[\\p{L}\\p{N}]", 4, "plate");
            default -> numbers(text);
        }
        if (field.name().equals("names") && text.words().size() > 1) {
            add("name", text, 0, text.whole().length());
        }
        if (field.spoken()) {
            spoken(text);
        }
    }

    private void spoken(Text text) {
        match(PLATE, "plate", text);
        match(ADDRESS, "address", text);
        match(POSTCODE, "address", text);
        match(DISTRICT, "address", text);
        match(ONE_LETTER, "place", text);
        match(TIME, "time", text);
        match(DAY, "day", text);
        Set<String> not = text.name().endsWith(".en") ? ENGLISH : Set.of();
        for (Words place : PLACES) {
            add("place", text, text.words().findAnyForm(place, not));
        }
        for (Words about : ABOUT_HER) {
            add("about-her", text, text.words().findAnyForm(about, not));
        }
        for (String field : HER_WORDS) {
            add("copied", text, text.words().findRuns(COPIED, Words.of(told.text(field))));
        }
    }

    /// Who she is, how she is reached and who must not know never stand in a warning, whatever the
    /// reason.
    private void hers(Text text) {
        for (String field : HERS) {
            String hers = told.text(field);
            if (hers.length() >= 3) {
                add("contact", text, text.words().find(Words.of(hers)));
            }
            String number = hers.replaceAll("\\D", "");
            if (number.length() >= WHOLE_NUMBER) {
                sameNumber(text, number.substring(number.length() - WHOLE_NUMBER));
            }
        }
    }

    private void sameNumber(Text text, String number) {
        List<Integer> places = new ArrayList<>();
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.whole().length(); i++) {
            if (text.whole().substring(i, i + 1).matches("\\d")) {
                places.add(i);
                digits.append(text.whole().charAt(i));
            }
        }
        int at = digits.indexOf(number);
        if (at >= 0) {
            add("contact", text, places.get(at), places.get(at + number.length() - 1) + 1);
        }
    }

    private void numbers(Text text) {
        Matcher number = NUMBER.matcher(text.whole());
        while (!fullNumbers && number.find()) {
            int digits = number.group().replaceAll("\\D", "").length();
            boolean dialled = number.group().matches("(?s)[+0].*");
            if (digits >= (dialled ? WHOLE_NUMBER : WHOLE_ALONE)) {
                add("digits", text, number.start(), number.end());
            }
        }
    }

    /// Lines on which more of these characters stand than may.
    private void longLines(Text text, String counted, int most, String kind) {
        Matcher line = Pattern.compile(".+").matcher(text.whole());
        while (line.find()) {
            if (Pattern.compile(counted).matcher(line.group()).results().count() > most) {
                add(kind, text, line.start(), line.end());
            }
        }
    }

    private void match(Pattern pattern, String kind, Text text) {
        Matcher matcher = pattern.matcher(text.whole());
        while (matcher.find()) {
            add(kind, text, matcher.start(), matcher.end());
        }
    }

    private void add(String kind, Text text, List<Words.Span> spans) {
        spans.forEach(span -> add(kind, text, span.start(), span.end()));
    }

    private void add(String kind, Text text, int start, int end) {
        String words = text.whole().substring(start, end);
        long hash = 1125899906842597L;
        String same = kind + "|" + text.name() + "|" + words.toLowerCase(Locale.ROOT);
        for (char c : same.toCharArray()) {
            hash = 31 * hash + c;
        }
        String id = kind + "-" + HexFormat.of().toHexDigits(hash);
        found.putIfAbsent(id, new Flag(kind, text.name(), start, end, words, id));
    }

    private static List<Words> words(String file) {
        return WarningFields.lines(file).stream().map(Words::of).toList();
    }

    /// Those that still stand in the way of proposing.
    static List<Flag> open(List<Flag> flags, Warning warning) {
        return flags.stream()
                .filter(flag -> flag.mustMend() || warning.reason(flag).length() < 10)
                .toList();
    }

    static List<String> kinds() {
        return List.of(
                "contact", "name", "address", "digits", "email", "plate", "copied", "time", "day",
                "place", "about-her");
    }
}
