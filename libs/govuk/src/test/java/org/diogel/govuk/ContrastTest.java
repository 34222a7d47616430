package org.diogel.govuk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every pair of colours that meets on a page keeps its contrast (WCAG 2.2 §1.4.3, §1.4.11), in the
/// light scheme and in the dark.
class ContrastTest {

    private static final Pattern TOKEN =
            Pattern.compile("--diogel-([a-z-]+):\\s*(#[0-9a-f]{3}(?:[0-9a-f]{3})?)\\b");

    private static final List<String> HUES =
            List.of("blue", "green", "purple", "red", "orange", "teal", "magenta", "yellow");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textIsReadable(String scheme) throws IOException {
        Map<String, String> colours = scheme(scheme);
        for (String ground : List.of("paper", "surface")) {
            for (String text : List.of("ink", "link", "link-hover", "visited", "secondary")) {
                atLeast(4.5, colours, text, ground);
            }
            atLeast(4.5, colours, "danger", ground);
            atLeast(4.5, colours, "success", ground);
            atLeast(3.0, colours, "border", ground);
        }
        for (String ground : List.of("accent", "action", "action-hover", "danger", "success")) {
            atLeast(4.5, colours, "on-accent", ground);
        }
        for (String hue : HUES) {
            atLeast(4.5, colours, hue, hue + "-tint");
        }
        for (String ground : List.of("notice", "hover", "quiet")) {
            atLeast(4.5, colours, "ink", ground);
        }
        atLeast(4.5, colours, "link", "notice");
        atLeast(4.5, colours, "on-brand", "brand");
        atLeast(4.5, colours, "focus-ink", "focus");
        atLeast(3.0, colours, "focus-line", "focus");
        atLeast(7.0, colours, "ink", "paper");
    }

    private static void atLeast(
            double ratio, Map<String, String> colours, String text, String ground) {
        assertThat(contrast(colours.get(text), colours.get(ground)))
                .as("%s on %s", text, ground)
                .isGreaterThanOrEqualTo(ratio);
    }

    /// The light colours, with the dark ones over them if asked for.
    private static Map<String, String> scheme(String name) throws IOException {
        String css = AssetsTest.text("diogel.css");
        int dark = css.indexOf("prefers-color-scheme");
        assertThat(dark).isPositive();
        Map<String, String> colours = new HashMap<>();
        Matcher each = TOKEN.matcher(name.equals("dark") ? css : css.substring(0, dark));
        while (each.find()) {
            colours.put(each.group(1), each.group(2));
        }
        assertThat(colours).hasSizeGreaterThan(35);
        return colours;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        String six = colour.length() == 7 ? colour : colour.replaceAll("([0-9a-f])", "$1$1");
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int part = 0; part < 3; part++) {
            double value = Integer.parseInt(six.substring(1 + 2 * part, 3 + 2 * part), 16) / 255.0;
            double linear =
                    value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
            sum += weights[part] * linear;
        }
        return sum;
    }
}
