package org.diogel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/asvs.md` has every item of levels 1 and 2 once, names tests that exist, and its totals are
/// right; the threat model names tests that exist too. TRUST §6.
class AsvsTest {

    /// How many items the standard has: level 1 and level 2 of each chapter.
    private static final int[][] TOTALS = {
        {8, 19}, {4, 7}, {8, 11}, {2, 8}, {4, 5}, {13, 22}, {6, 12}, {4, 3}, {4, 3}, {5, 24}, {3, 11},
        {3, 6}, {1, 12}, {2, 7}, {3, 10}, {0, 16}, {0, 7}
    };

    private static final List<String> WORDS =
            List.of("document", "deployment", "not applicable", "open");

    private static final Pattern ITEM =
            Pattern.compile("\\| (\\d+)\\.(\\d+)\\.(\\d+) \\| ([12]) \\| ([^|]+) \\| ([^|]+) \\|");

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    private static final Set<String> TESTS =
            Project.files("", ".java").stream()
                    .map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());

    private record Item(int chapter, String id, int level, String shown, String how) {
        String way() {
            return shown.startsWith("`") ? "test" : shown;
        }
    }

    @Test
    void everyItemStandsThereOnceInItsChapter() {
        List<Item> items = items();
        Set<String> ids = new HashSet<>();
        assertThat(items).allSatisfy(item -> assertThat(ids.add(item.id())).as(item.id()).isTrue());
        for (int chapter = 1; chapter <= TOTALS.length; chapter++) {
            for (int level = 1; level <= 2; level++) {
                int of = chapter;
                int at = level;
                assertThat(items.stream().filter(i -> i.chapter() == of && i.level() == at).count())
                        .as("chapter %s, level %s", chapter, level)
                        .isEqualTo(TOTALS[chapter - 1][level - 1]);
            }
        }
    }

    @Test
    void whatShowsItIsATestThatExistsOrAWordWithAReason() {
        assertThat(items())
                .allSatisfy(
                        item -> {
                            assertThat(item.how().strip()).as(item.id()).endsWith(".").hasSizeGreaterThan(10);
                            if (item.way().equals("test")) {
                                assertThat(item.shown())
                                        .as(item.id())
                                        .matches("`\\w+Test`(, `\\w+Test`)*");
                            } else {
                                assertThat(item.shown()).as(item.id()).isIn(WORDS);
                            }
                        });
        Set<String> missing = new TreeSet<>();
        for (String page : List.of("docs/asvs.md", "docs/security.md", "SECURITY.md", "NOTICES.md")) {
            Matcher named = TEST.matcher(text(page));
            int found = 0;
            while (named.find()) {
                found++;
                if (!TESTS.contains(named.group(1))) {
                    missing.add(page + " " + named.group(1));
                }
            }
            assertThat(found).as(page).isPositive();
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theTotalsAreRight() {
        Map<String, String> wrong = new TreeMap<>();
        List<Item> all = items();
        for (int chapter = 0; chapter <= TOTALS.length; chapter++) {
            int of = chapter;
            List<Item> here = all.stream().filter(item -> of == 0 || item.chapter() == of).toList();
            List<String> cells = new ArrayList<>(List.of(chapter == 0 ? "all" : Integer.toString(chapter)));
            cells.add(count(here.stream().filter(item -> item.level() == 1).count()));
            cells.add(count(here.stream().filter(item -> item.level() == 2).count()));
            cells.add(count(here.stream().filter(item -> item.way().equals("test")).count()));
            for (String word : WORDS) {
                cells.add(count(here.stream().filter(item -> item.way().equals(word)).count()));
            }
            String line = "| " + String.join(" | ", cells) + " |";
            if (text("docs/asvs.md").lines().noneMatch(line::equals)) {
                wrong.put(cells.getFirst(), line);
            }
        }
        assertThat(wrong).as("lines of totals as they should be").isEmpty();
    }

    private static String count(long number) {
        return Long.toString(number);
    }

    private static List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (String line : text("docs/asvs.md").lines().toList()) {
            if (line.matches("\\| V?\\d+\\.\\d+.*")) {
                Matcher item = ITEM.matcher(line);
                assertThat(item.matches()).as(line).isTrue();
                String id = item.group(1) + "." + item.group(2) + "." + item.group(3);
                items.add(
                        new Item(
                                Integer.parseInt(item.group(1)),
                                id,
                                Integer.parseInt(item.group(4)),
                                item.group(5),
                                item.group(6)));
            }
        }
        return items;
    }

    private static String text(String path) {
        return Project.text(Project.root().resolve(path));
    }
}
