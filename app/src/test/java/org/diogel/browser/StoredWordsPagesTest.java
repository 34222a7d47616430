package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.diogel.WebTest;
import org.diogel.demo.DemoPartnership;
import org.diogel.kernel.Lang;
import org.diogel.trust.Planted;
import org.diogel.web.Languages;
import org.diogel.web.Texts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What is typed to become a script does nothing in a browser either: nothing runs, nothing is asked
/// for, and the policy of the page has nothing to refuse. What needs no browser is in
/// `org.diogel.trust.StoredWordsTest`. TRUST §5 D3.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredWordsPagesTest {

    private static final String SECOND = "three made-up words";

    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Languages languages;
    @Autowired Clock clock;

    private final List<String> dialogs = new ArrayList<>();

    @BeforeAll
    void fill() {
        demo.load();
    }

    @Test
    void nothingRunsWhereverItIsRead() throws Exception {
        Texts texts = languages.in(Lang.EN);
        String all = String.join("\n", Planted.all()).replace("\u0000", "");
        String reference;
        try (Window her = open()) {
            her.go("/").press(texts.t("report.start.tell"));
            quiet(her.go("/tell/words").fill("words", all).submit());
            quiet(her.go("/tell/words"));
            her.go("/tell/them").fill("them.names", Planted.all().get(2)).fill("them.manner", all).submit();
            her.go("/tell/where").tick("where.region", "SOUTH_WALES").submit();
            her.go("/tell/sharing").tick("sharing", "members").submit();
            quiet(her.go("/tell/check"));
            her.tick("child", "no").tick("life", "no").fill("second", SECOND);
            quiet(her.submit());
            reference = her.text().replaceAll("(?s).*\\b([0-9A-Z]{4}-[0-9A-Z]{4})\\b(?!-).*", "$1");
            quiet(her.go("/receipt/second").fill("second", SECOND).submit());
            assertThat(her.text()).contains("<script id=\"planted\">");
            quiet(her.go("/receipt/choices"));
        }
        try (Window moderator = open()) {
            Cast.signIn(moderator, "ffion", clock);
            quiet(moderator.go("/queue").press(reference));
            moderator.press(texts.t("queue.item.open")).tick("purpose", "write-warning");
            quiet(moderator.submit());
            assertThat(moderator.text()).contains("<script id=\"planted\">");
            quiet(moderator.press(texts.t("queue.item.warn")));
        }
        assertThat(dialogs).isEmpty();
    }

    /// The control: a browser says so when something runs or is refused.
    @Test
    void aScriptThatRanWouldBeSeen() {
        try (Window window = open()) {
            window.go("/");
            window.page().evaluate("() => { window.planted = 1; }");
            assertThat(ran(window)).isTrue();
            window.page().evaluate(
                    "() => { const i = document.createElement('img');"
                            + " i.src = 'https://planted.invalid/x'; document.body.append(i); }");
            window.page().waitForCondition(() -> !window.complaints().isEmpty());
        }
    }

    private Window open() {
        Window window = Window.open("http://127.0.0.1:" + port, Look.in(Lang.EN));
        window.page().onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        return window;
    }

    private static void quiet(Window window) {
        // What waits for a pointer or the keyboard is given both.
        window.page().mouse().move(200, 300);
        window.page().keyboard().press("Tab");
        // The link that skips to the words takes room while it is focused.
        window.page().evaluate("() => document.activeElement.blur()");
        assertThat(ran(window)).as(window.path()).isFalse();
        assertThat(window.complaints()).as(window.path()).isEmpty();
        assertThat(window.strangers()).as(window.path()).isEmpty();
        assertThat(window.page().locator(".planted, #planted, [planted], planted-tag").count())
                .as(window.path())
                .isZero();
    }

    private static boolean ran(Window window) {
        return (Boolean) window.page().evaluate("() => 'planted' in window");
    }
}
