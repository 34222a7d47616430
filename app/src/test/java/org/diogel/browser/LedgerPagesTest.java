package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.diogel.WebTest;
import org.diogel.audit.Sequencer;
import org.diogel.demo.DemoPartnership;
import org.diogel.kernel.Lang;
import org.diogel.web.Languages;
import org.diogel.web.Texts;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The record's checkpoints in the browser: the officer keeps one and holds it against the record
/// later; whoever told sees that what went stands there.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerPagesTest {

    private static final String SECOND = "three made-up words";

    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Clock clock;
    @Autowired Languages languages;
    @Autowired Sequencer sequencer;

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void anOfficerKeepsOneAndHoldsItAgainstTheRecord(String tag) throws Exception {
        Lang lang = Lang.ofTag(tag).orElseThrow();
        Texts texts = languages.in(lang);
        demo.load();
        sequencer.run();
        try (Window window = open(lang)) {
            Cast.signIn(window, "dilys", clock);
            window.go("/ledger").check();
            Screens.shot(window, "ledger-" + tag);
            String line = window.page().locator("p.diogel-words strong").first().innerText();
            assertThat(line).matches("(Diogel record, size|Cofnod Diogel, maint) [0-9,]+, .*: ([0-9A-Z]{4}-){7}[0-9A-Z]{4}");
            String note = taken(window, texts.t("checkpoint.save"));
            // The record has gone on since.
            try (Window other = open(lang)) {
                Cast.signIn(other, "alun", clock);
            }
            sequencer.run();
            compare(window, line, texts, "checkpoint.verdict.consistent");
            compare(window, note, texts, "checkpoint.verdict.consistent");
            compare(window, line.replaceFirst("[0-9A-Z]$", line.endsWith("0") ? "1" : "0"), texts, "checkpoint.verdict.not");
            Screens.shot(window, "ledger-not-" + tag);
            compare(window, "hello", texts, "checkpoint.check.mend");
            assertThat(window.field("checkpoint").inputValue()).isEqualTo("hello");
        }
    }

    private static void compare(Window window, String kept, Texts texts, String key) {
        window.go("/ledger").fill("checkpoint", kept).press(texts.t("checkpoint.check.button")).check();
        assertThat(window.text()).contains(texts.t(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void whoeverToldSeesThatWhatWentIsInTheRecord(String tag) throws Exception {
        Lang lang = Lang.ofTag(tag).orElseThrow();
        Texts texts = languages.in(lang);
        demo.load();
        try (Window her = open(lang);
                Window desk = open(lang)) {
            String code = tell(her);
            Cast.signIn(desk, "dewi", clock);
            desk.go("/passing")
                    .follow(
                            desk.page()
                                    .locator("tbody a[href$='/passing']")
                                    .filter(
                                            new com.microsoft.playwright.Locator.FilterOptions()
                                                    .setHasText(texts.t("report.recipient.police-south-wales")))
                                    .last());
            desk.press(texts.t("liaison.pass.do", "who", texts.t("report.recipient.police-south-wales")));
            sequencer.run();
            her.go("/code").fill("code", code.toLowerCase(Locale.ROOT)).submit();
            her.go("/receipt/second").fill("second", SECOND).submit();
            assertThat(her.path()).as(her.text()).isEqualTo("/receipt/told");
            her.follow(her.page().locator("a[href='/receipt/record']")).check();
            Screens.shot(her, "record-" + tag);
            String sentence = texts.t("report.record.line", "line", "@");
            assertThat(her.text()).contains(sentence.substring(0, sentence.indexOf('@')));
            assertThat(taken(her, texts.t("report.record.save"))).startsWith("c2sp.org/tlog-proof@v1\n");
        }
    }

    private static String taken(Window window, String button) throws Exception {
        Path file =
                window.page()
                        .waitForDownload(
                                () -> window.page().locator("button:text-is('" + button + "')").first().click())
                        .path();
        String text = Files.readString(file);
        Files.delete(file);
        return text;
    }

    /// @return her code
    private static String tell(Window her) {
        her.go("/").follow(her.page().locator("form[action='/tell'] button").first());
        String code = her.page().locator("#code-shown").innerText();
        her.go("/tell/who").tick("who.for", "myself").tick("who.adult", "yes").submit();
        her.go("/tell/sharing").tick("sharing", "police-south-wales").submit();
        her.go("/tell/what").tick("what.kinds", "violence").tick("what.severity", "DANGEROUS").submit();
        her.go("/tell/where").tick("where.region", "SOUTH_WALES").submit();
        her.go("/tell/words").fill("words", "He would not open the door").submit();
        her.go("/tell/check").tick("child", "no").tick("life", "no").fill("second", SECOND);
        her.submit();
        assertThat(her.path()).as(her.text()).isEqualTo("/receipt");
        return code;
    }

    /// One of them without JavaScript on a narrow screen.
    private Window open(Lang lang) {
        Look look = Look.in(lang);
        return Window.open(
                "http://127.0.0.1:" + port,
                lang.equals(Lang.CY) ? look.narrow().withoutScripts() : look);
    }
}
