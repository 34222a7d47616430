package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diogel.WebTest;
import org.diogel.demo.DemoPartnership;
import org.diogel.kernel.Lang;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every page that a link leads to, for a visitor and for each role, in both languages, is clean:
/// WCAG 2.2 AA, 320 pixels, policy, neutral words, nobody else asked (LOOK, TRUST §5 E).
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+|(?<=^/texts/)[A-Za-z-]+");
    private static final Set<String> NOT_PAGES = Set.of("/leave");

    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Clock clock;

    @BeforeAll
    void fill() {
        demo.load();
    }

    static Stream<Arguments> everybody() {
        return Stream.of("visitor", "ffion", "sioned", "mali", "carys", "alun", "dilys")
                .flatMap(who -> Lang.whole().stream().map(lang -> Arguments.of(who, lang)));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void isClean(String who, Lang lang) {
        try (Window window = Window.open("http://127.0.0.1:" + port, Look.in(lang))) {
            String start = "/";
            if (!who.equals("visitor")) {
                Cast.signIn(window, who, clock);
                start = window.path();
            }
            assertThat(walk(window, start)).isNotEmpty();
        }
    }

    /// Follows links breadth-first; of pages that differ in an id only, one is enough.
    private Set<String> walk(Window window, String start) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(start));
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            if (!seen.add(ID.matcher(path).replaceAll("*"))) {
                continue;
            }
            window.go(path).check();
            window.links().stream()
                    .map(link -> URI.create(link).getPath())
                    .filter(to -> !NOT_PAGES.contains(to) && !to.startsWith("/assets/"))
                    .forEach(ahead::add);
        }
        return seen;
    }
}
