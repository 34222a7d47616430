package org.diogel;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is wrong with a language pack, a line a fault with pack and key. It needs ICU and nothing
/// else, so that a translator can run it on a file without a build: `./diogel languages ro`. With
/// `--keys` it prints the English texts a pack translates.
public final class PackCheck {

    static final String NAME = "pack.name";
    static final String DIRECTION = "pack.direction";

    private static final Pattern TAG =
            Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d ]*\\d");
    private static final Pattern FILLED_BY_SCRIPT = Pattern.compile("%[a-z]+%");
    private static final Pattern MARKUP = Pattern.compile("</?[a-z0-9]+|&[a-z#0-9]+;");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\uFFFD&&[^\\u200C\\u200D]]");
    private static final Pattern SENTENCE_END =
            Pattern.compile("[.!?…؟۔][”“\"’»)]*(?=\\s|$|\\})|[。？！]");

    private final Path resources;
    private final Map<String, String> english;
    private final Map<Character, List<String>> journey = new TreeMap<>();
    private final List<String> reviewed;

    /// @param app the folder `app` of the sources
    public PackCheck(Path app) throws IOException {
        resources = app.resolve("src/main/resources");
        for (String line : lines("languages/journey.txt")) {
            journey.computeIfAbsent(line.charAt(0), sign -> new ArrayList<>())
                    .add(line.substring(1).strip());
        }
        reviewed = lines("consent/reviewed-texts.txt");
        english = new TreeMap<>();
        try (Stream<Path> files = Files.list(resources.resolve("messages"))) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith("_en.properties")) {
                    read(Files.readString(file)).forEach((key, text) -> keep(key, text));
                }
            }
        }
    }

    private void keep(String key, String text) {
        if (is('+', key) && !is('-', key)) {
            english.put(key, text);
        }
    }

    public static void main(String[] words) throws IOException {
        PackCheck check = new PackCheck(Path.of("app"));
        if (List.of(words).contains("--keys")) {
            check.english.forEach((key, text) -> System.out.println(key + "=" + text));
            return;
        }
        List<String> faults = new ArrayList<>();
        for (String tag : words.length == 0 ? check.tags() : List.of(words)) {
            Path file = check.file(tag);
            faults.addAll(
                    Files.exists(file)
                            ? check.faults(tag, Files.readAllBytes(file))
                            : List.of(tag + ": there is no file " + file));
        }
        faults.forEach(System.out::println);
        System.exit(faults.isEmpty() ? 0 : 2);
    }

    /// Every pack there is.
    List<String> tags() throws IOException {
        try (Stream<Path> files = Files.list(resources.resolve("languages"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    Path file(String tag) {
        return resources.resolve("languages/" + tag + ".properties");
    }

    /// The texts a pack has to have, in English, by their keys.
    public Map<String, String> english() {
        return english;
    }

    /// Whether somebody's safety or agreement hangs on it.
    boolean isReviewed(String key) {
        return reviewed.stream().anyMatch(key::startsWith);
    }

    /// @return what has to be mended; empty when the pack is whole
    List<String> faults(String tag, byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException _) {
            return List.of(tag + ": the file is not UTF-8");
        }
        List<String> faults = new ArrayList<>();
        twice(text).forEach(key -> faults.add(key + ": stands twice"));
        Map<String, String> pack;
        try {
            pack = read(text);
        } catch (IOException | IllegalArgumentException unreadable) {
            return List.of(tag + ": the file cannot be read: " + unreadable.getMessage());
        }
        head(tag, pack, faults);
        english.forEach((key, original) -> {
            String translated = pack.get(key);
            if (translated == null) {
                faults.add(key + ": is missing; in English: " + original);
            } else {
                for (String fault : faults(tag, key, original, translated)) {
                    faults.add(key + ": " + fault);
                }
            }
        });
        for (String key : pack.keySet()) {
            if (!english.containsKey(key) && !key.equals(NAME) && !key.equals(DIRECTION)) {
                faults.add(key + ": is no text of the public journey");
            }
        }
        return faults.stream().map(fault -> tag + " " + fault).toList();
    }

    private static void head(String tag, Map<String, String> pack, List<String> faults) {
        ULocale locale = ULocale.forLanguageTag(tag);
        if (!TAG.matcher(tag).matches() || !locale.toLanguageTag().equals(tag)) {
            faults.add("is no language tag, such as ro, pt-BR or zh-Hans");
        }
        if (pack.getOrDefault(NAME, "").isBlank()) {
            faults.add(NAME + ": is missing: what its speakers call it");
        }
        String direction = locale.isRightToLeft() ? "rtl" : "ltr";
        if (!direction.equals(pack.get(DIRECTION))) {
            faults.add(DIRECTION + ": has to be " + direction);
        }
    }

    private List<String> faults(String tag, String key, String original, String translated) {
        List<String> faults = new ArrayList<>();
        if (translated.isBlank()) {
            faults.add("is empty; in English: " + original);
            return faults;
        }
        if (translated.indexOf('\'') >= 0) {
            faults.add("holds a straight apostrophe; write ’");
            return faults;
        }
        try {
            shape(tag, original, translated, faults);
        } catch (IllegalArgumentException unreadable) {
            faults.add("cannot be read: " + unreadable.getMessage());
            return faults;
        }
        if (!all(FILLED_BY_SCRIPT, original).equals(all(FILLED_BY_SCRIPT, translated))) {
            faults.add("has other placeholders than " + all(FILLED_BY_SCRIPT, original));
        }
        if (!all(MARKUP, original).equals(all(MARKUP, translated))) {
            faults.add("has other markup than the English");
        }
        if (UNSEEN.matcher(translated).find() || !Normalizer2.getNFCInstance().isNormalized(translated)) {
            faults.add("holds a character that cannot be seen, or is not in the composed form (NFC)");
        }
        if (translated.equals(original) && original.split("\\s+").length > 2 && !is('=', key)) {
            faults.add("is left in English");
        }
        if (isReviewed(key)) {
            safety(tag, key, original, translated, faults);
        }
        return faults;
    }

    private static void shape(String tag, String original, String translated, List<String> faults) {
        if (!arguments(original).equals(arguments(translated))) {
            faults.add("has other placeholders " + arguments(translated) + " than the English "
                    + arguments(original));
        }
        for (Set<String> forms : plurals(translated)) {
            Set<String> lacking = categories(tag);
            lacking.removeAll(forms);
            if (!lacking.isEmpty()) {
                faults.add("lacks the plural " + String.join(", ", lacking));
            }
        }
    }

    /// Nothing of what keeps somebody safe may get lost on the way.
    private void safety(
            String tag, String key, String original, String translated, List<String> faults) {
        if (!is('~', key)) {
            for (String number : all(NUMBER, original)) {
                if (!translated.replace('\u00A0', ' ').contains(number)) {
                    faults.add("lacks the number " + number);
                }
            }
        }
        if (ULocale.forLanguageTag(tag).getLanguage().equals("th")) {
            if (translated.length() < 0.45 * original.length()) {
                faults.add("is much shorter than the English: " + original);
            }
        } else if (sentences(translated) < sentences(original)) {
            faults.add("has " + sentences(translated) + " sentences, the English "
                    + sentences(original) + ": " + original);
        }
    }

    /// Every category that whole numbers have in the language.
    static Set<String> categories(String tag) {
        PluralRules rules = PluralRules.forLocale(ULocale.forLanguageTag(tag));
        Set<String> all = new TreeSet<>(Set.of("other"));
        for (int number = 0; number <= 1000; number++) {
            all.add(rules.select(number));
        }
        return all;
    }

    private boolean is(char sign, String key) {
        return journey.getOrDefault(sign, List.of()).stream().anyMatch(key::startsWith);
    }

    private static long sentences(String text) {
        return SENTENCE_END.matcher(text).results().count();
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new LinkedHashSet<>();
        pattern.matcher(text).results().forEach(one -> found.add(one.group()));
        return new TreeSet<>(found);
    }

    /// Each argument with its kind: `seconds PLURAL`.
    private static Set<String> arguments(String text) {
        MessagePattern pattern = new MessagePattern(text);
        Set<String> all = new TreeSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_START) {
                all.add(pattern.getSubstring(pattern.getPart(i + 1)) + " " + part.getArgType());
            }
        }
        // Within a plural the number itself may be named once more.
        all.removeIf(one -> one.endsWith(" NONE") && all.contains(one.replace("NONE", "PLURAL")));
        return all;
    }

    private static List<Set<String>> plurals(String text) {
        MessagePattern pattern = new MessagePattern(text);
        List<Set<String>> all = new ArrayList<>();
        List<Set<String>> open = new ArrayList<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            switch (part.getType()) {
                case ARG_START -> {
                    Set<String> forms = new TreeSet<>();
                    open.add(forms);
                    if (part.getArgType() == MessagePattern.ArgType.PLURAL) {
                        all.add(forms);
                    }
                }
                case ARG_LIMIT -> open.removeLast();
                case ARG_SELECTOR -> open.getLast().add(pattern.getSubstring(part));
                default -> {}
            }
        }
        return all;
    }

    private static Set<String> twice(String text) {
        Set<String> seen = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        Matcher key =
                Pattern.compile("(?m)^\\s*([A-Za-z0-9_.-]+)\\s*[=:]")
                        .matcher(text.replaceAll("\\\\\n[^\n]*", ""));
        while (key.find()) {
            if (!seen.add(key.group(1))) {
                twice.add(key.group(1));
            }
        }
        return twice;
    }

    static Map<String, String> read(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, String> all = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
        return all;
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(resources.resolve(file)).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
