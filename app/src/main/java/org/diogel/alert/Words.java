package org.diogel.alert;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A text as words that know where they stand in it, to be searched for others. Capitals, kinds of
/// apostrophe and ways of writing a letter make no difference.
final class Words {

    /// @param start of the first letter in the text @param end behind the last
    record Span(int start, int end) {}

    private record Word(int start, int end, String plain) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}’']+");

    /// How Welsh changes the beginning of a word: softly, by the nose, by the breath; a vowel takes an
    /// h. Longer beginnings first.
    private static final List<Map.Entry<String, List<String>>> MUTATIONS =
            List.of(
                    Map.entry("ll", List.of("l")),
                    Map.entry("rh", List.of("r")),
                    Map.entry("p", List.of("b", "mh", "ph")),
                    Map.entry("t", List.of("d", "nh", "th")),
                    Map.entry("c", List.of("g", "ngh", "ch")),
                    Map.entry("b", List.of("f", "m")),
                    Map.entry("d", List.of("dd", "n")),
                    Map.entry("g", List.of("", "ng")),
                    Map.entry("m", List.of("f")),
                    Map.entry("a", List.of("ha")),
                    Map.entry("e", List.of("he")),
                    Map.entry("i", List.of("hi")),
                    Map.entry("o", List.of("ho")),
                    Map.entry("u", List.of("hu")),
                    Map.entry("w", List.of("hw")),
                    Map.entry("y", List.of("hy")));

    /// Single letters to a Welsh eye: they do not change.
    private static final Set<String> FIXED = Set.of("ch", "dd", "ph", "th", "ng");

    private static final int SHORTEST = 3;
    private static final Set<String> WHOSE = Set.of("my", "her", "his", "their");
    private static final Set<String> WHOSE_WELSH = Set.of("fy", "ei", "eu");

    private final List<Word> words;

    private Words(List<Word> words) {
        this.words = words;
    }

    static Words of(String text) {
        return new Words(
                WORD.matcher(text)
                        .results()
                        .map(r -> new Word(r.start(), r.end(), plain(r.group())))
                        .toList());
    }

    int size() {
        return words.size();
    }

    /// Every place where these words stand in this order.
    List<Span> find(Words others) {
        return find(others, String::equals);
    }

    /// As [#find], where a word of the others may also stand with its Welsh mutations; `their` and
    /// `eu` stand for every word that says whose.
    ///
    /// @param not forms that mean something else
    List<Span> findAnyForm(Words others, Set<String> not) {
        return find(others, (word, other) -> !not.contains(word) && isFormOf(word, other));
    }

    /// Runs of so many words that stand in these others too, none overlapping.
    List<Span> findRuns(int length, Words others) {
        String all = " " + String.join(" ", others.plain()) + " ";
        List<String> ours = plain();
        List<Span> runs = new ArrayList<>();
        for (int i = 0; i + length <= ours.size(); i++) {
            String run = String.join(" ", ours.subList(i, i + length));
            if (all.contains(" " + run + " ")) {
                runs.add(span(i, length));
                i += length - 1;
            }
        }
        return runs;
    }

    private interface Same {
        boolean test(String word, String other);
    }

    private List<Span> find(Words others, Same same) {
        List<Span> found = new ArrayList<>();
        int length = others.words.size();
        for (int i = 0; length > 0 && i + length <= words.size(); i++) {
            boolean all = true;
            for (int k = 0; all && k < length; k++) {
                all = same.test(words.get(i + k).plain, others.words.get(k).plain);
            }
            if (all) {
                found.add(span(i, length));
            }
        }
        return found;
    }

    private Span span(int from, int length) {
        return new Span(words.get(from).start, words.get(from + length - 1).end);
    }

    private List<String> plain() {
        return words.stream().map(Word::plain).toList();
    }

    private static boolean isFormOf(String word, String other) {
        if (word.equals(other)) {
            return true;
        }
        if (other.equals("their")) {
            return WHOSE.contains(word);
        }
        if (other.equals("eu")) {
            return WHOSE_WELSH.contains(word) || word.endsWith("’i") || word.endsWith("’u");
        }
        return other.length() >= SHORTEST && isMutationOf(word, other);
    }

    private static boolean isMutationOf(String word, String radical) {
        if (FIXED.stream().anyMatch(radical::startsWith)) {
            return false;
        }
        return MUTATIONS.stream()
                .filter(m -> radical.startsWith(m.getKey()))
                .findFirst()
                .stream()
                .flatMap(
                        m ->
                                m.getValue().stream()
                                        .map(to -> to + radical.substring(m.getKey().length())))
                .anyMatch(word::equals);
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('\'', '’');
    }
}
