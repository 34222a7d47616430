package org.diogel.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.diogel.Project;
import org.junit.jupiter.api.Test;

/// A count reaches a page only as a [Figure].
class CountsTest {

    /// What texts count that is no count of anything anybody did: spans of time, pages of a form, looks a
    /// reader has left herself.
    private static final Set<String> MEASURES = Set.of("days", "seconds", "number", "of", "left");

    /// Numbers that page records carry: as above, and those made a [Figure] where they are printed.
    private static final Set<String> NUMBERS =
            Set.of(
                    "StepPage.number",
                    "FilesPage.number",
                    "FilesPage.steps",
                    "LookPage.left",
                    "PersonPage.version",
                    "WaysPage.version",
                    "RunningPage.freeDisk",
                    "RunningPage.parked",
                    "StepPage.steps",
                    "ErrorPage.status",
                    "ErrorPage.seconds",
                    "PeoplePage.secondsLeft",
                    "OwnPage.recoveryCodesLeft",
                    "SignedInPage.left");

    @Test
    void whatATextCountsIsCalledCount() {
        Pattern plural = Pattern.compile("\\{(\\w+), *(?:plural|number|selectordinal)");
        List<String> wrong = new ArrayList<>();
        int counts = 0;
        for (var file : Project.files("app/src/main/resources/messages", ".properties")) {
            for (MatchResult found : plural.matcher(Project.text(file)).results().toList()) {
                if (found.group(1).equals("count")) {
                    counts++;
                } else if (!MEASURES.contains(found.group(1))) {
                    wrong.add(Project.name(file) + ": " + found.group(1));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(counts).isGreaterThan(8);
    }

    @Test
    void noTemplatePrintsHowManyThereAre() {
        Pattern printed = Pattern.compile("\\$(?:unsafe)?\\{([^}]*)}");
        Pattern raw = Pattern.compile("\\.(size|length)\\(\\)");
        // What is made a figure on the spot; and the size of a picture or a file is no count.
        Pattern fine = Pattern.compile("Figures\\.listed\\([\\w.()]+\\)|(?:picture\\(\\)|line)\\.size\\(\\)");
        List<String> wrong = new ArrayList<>();
        for (var file : Project.files("app/src/main/jte", ".jte")) {
            for (MatchResult found : printed.matcher(Project.text(file)).results().toList()) {
                if (raw.matcher(fine.matcher(found.group(1)).replaceAll("")).find()) {
                    wrong.add(Project.name(file) + ": " + found.group());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noPageRecordCarriesARawCount() throws Exception {
        Pattern model = Pattern.compile("@param ([\\w.]+) model");
        Pattern imported = Pattern.compile("@import (org\\.diogel\\.[\\w.]+)");
        Set<String> found = new TreeSet<>();
        int pages = 0;
        for (var file : Project.files("app/src/main/jte", ".jte")) {
            String text = Project.text(file);
            for (MatchResult type : model.matcher(text).results().toList()) {
                for (MatchResult name : imported.matcher(text).results().toList()) {
                    if (name.group(1).endsWith("." + type.group(1))) {
                        numbers(Class.forName(name.group(1)), found);
                        pages++;
                    }
                }
            }
        }
        assertThat(found).isSubsetOf(NUMBERS);
        assertThat(pages).isGreaterThan(20);
    }

    private static void numbers(Class<?> page, Set<String> found) {
        if (page.isRecord()) {
            for (RecordComponent component : page.getRecordComponents()) {
                String type = component.getGenericType().getTypeName();
                if (type.matches(
                        "int|long|double|.*(Integer|Long|Double|BigDecimal|OptionalInt|OptionalLong).*")) {
                    found.add(page.getSimpleName() + "." + component.getName());
                }
            }
        }
        for (Class<?> inner : page.getDeclaredClasses()) {
            numbers(inner, found);
        }
    }
}
