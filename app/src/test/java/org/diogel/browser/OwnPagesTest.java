package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.diogel.WebTest;
import org.diogel.demo.DemoPartnership;
import org.diogel.kernel.Lang;
import org.diogel.web.Languages;
import org.diogel.web.Texts;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Her own view in the browser, in both languages, with and without scripts: an opening, a disclosure, an
/// answer to what she says is wrong and a withdrawal each stand there within a second; a copy to keep; and
/// where a worker alone shows it, nothing of it.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPagesTest {

    private static final String POLICE = "police-south-wales";
    private static final String SECOND = "tri gair dychmygol";
    private static final Duration SECONDS = Duration.ofSeconds(1);

    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Clock clock;
    @Autowired Languages languages;

    @ParameterizedTest
    @CsvSource({"en, true", "cy, false", "en, false", "cy, true"})
    void whatHappensToHerReportStandsThereWithinASecond(String tag, boolean scripts) {
        Lang lang = Lang.ofTag(tag).orElseThrow();
        demo.load();
        Texts texts = languages.in(lang);
        String police = texts.t("report.recipient." + POLICE);
        try (Window her = open(lang, scripts);
                Window desk = open(lang, scripts)) {
            String reference = tell(her);
            her.go("/receipt/second").fill("second", SECOND).submit();
            assertThat(her.path()).isEqualTo("/receipt/told");
            her.check();
            assertThat(her.text())
                    .contains(texts.t("report.told.gone.none"), texts.t("report.worker-shows"));
            Cast.signIn(desk, "ffion", clock);
            desk.go("/queue").press(reference);
            String item = desk.path();

            desk.go(item + "/original").tick("purpose", "answer-message");
            desk.press(texts.t("queue.original.do"));
            within(her, texts.t("report.look.report.opened"));
            assertThat(her.text()).contains(texts.t("report.role.moderator")).doesNotContain(Cast.name("ffion"));

            desk.go(item + "/passing").press(texts.t("liaison.pass.do", "who", police));
            within(her, texts.t("report.went.passed", "who", police));
            assertThat(her.text()).contains(texts.t("report.own.agreed"));
            her.check();
            Screens.shot(her, "own-" + tag + scripts);

            correct(her, desk, item, texts);
            copy(her, texts, tag + scripts);

            her.go("/receipt/stop").submit();
            Instant stopped = Instant.now();
            assertThat(her.path()).isEqualTo("/receipt/told");
            assertThat(her.text())
                    .contains(texts.t("report.stopped.title"))
                    .contains(texts.t("report.stopped.prepared", "who", police));
            assertThat(Duration.between(stopped, Instant.now())).isLessThan(SECONDS);
            her.check();
            Screens.shot(her, "own-stopped-" + tag + scripts);
            her.go("/receipt").check();
            assertThat(her.text()).contains(texts.t("report.stopped.code"));

            shown(her, desk, item, texts, tag + scripts);
        }
    }

    private void correct(Window her, Window desk, String item, Texts texts) {
        String wrong = texts.lang().equals(Lang.CY) ? "Nid fan oedd hi." : "It was not a van.";
        String answer = texts.lang().equals(Lang.CY) ? "Diolch, fe'i nodwyd." : "Thank you, it is noted.";
        her.go("/receipt/add").tick("kind", "correct").fill("more", wrong).submit();
        her.go("/receipt/told");
        assertThat(her.text()).contains(wrong, texts.t("report.correction.waits"));
        desk.go(item).check();
        desk.press(texts.t("queue.item.correct")).check();
        desk.submit();
        assertThat(desk.text()).contains(texts.t("queue.correct.mend"));
        desk.tick("outcome", "beside").fill("text", answer).submit();
        assertThat(desk.text()).contains(texts.t("queue.done.correct"));
        within(her, answer);
        // Nothing is lost: what she wrote stands there still.
        assertThat(her.text()).contains(wrong).doesNotContain(texts.t("report.correction.waits"));
        assertThat(desk.go(item).page().locator("a[href$='/correct']").count()).isZero();
    }

    private void copy(Window her, Texts texts, String name) {
        her.press(texts.t("report.copy.title")).check();
        assertThat(her.page().locator("section.diogel-copy").count()).isOne();
        her.go("/receipt/copy?in=both").check();
        assertThat(her.page().locator("section.diogel-copy[lang=en]").innerText())
                .contains(languages.in(Lang.EN).t("report.own.agreed"));
        assertThat(her.page().locator("section.diogel-copy[lang=cy]").innerText())
                .contains(languages.in(Lang.CY).t("report.own.agreed"));
        Screens.shot(her, "own-copy-" + name);
        Download file =
                her.page().waitForDownload(() -> her.button(texts.t("report.copy.save")).click());
        assertThat(file.suggestedFilename()).isEqualTo("copy.html");
        try (var bytes = file.createReadStream()) {
            assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(languages.in(Lang.EN).t("report.own.agreed"))
                    .contains(languages.in(Lang.CY).t("report.own.agreed"))
                    .doesNotContain("<script", "<a ", "href=", "src=", "http:", "https:");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// From now on a worker alone shows it; the pages say the same as where there is nothing.
    private void shown(Window her, Window desk, String item, Texts texts, String name) {
        desk.go(item + "/safe-place").check();
        desk.tick("where", "safe").submit();
        assertThat(desk.text()).contains(texts.t("queue.done.safe-place"));
        within(her, texts.t("report.told.gone.none"));
        her.check();
        assertThat(her.text())
                .contains(texts.t("report.told.looks.none"), texts.t("report.worker-shows"))
                .doesNotContain(texts.t("report.look.report.opened"))
                .doesNotContain(texts.t("report.stopped.title"));
        Screens.shot(her, "own-safe-" + name);
        her.go("/receipt/copy");
        assertThat(her.text()).doesNotContain(texts.t("report.look.report.opened"));
        her.go("/receipt");
        assertThat(her.text()).doesNotContain(texts.t("liaison.status.passed"));
        desk.go(item + "/show").check();
        assertThat(desk.text())
                .contains(texts.t("report.look.report.opened"), texts.t("report.stopped.title"));
        Screens.shot(desk, "own-shown-" + name);
        desk.go(item + "/show?in=both").check();
    }

    private static void within(Window her, String text) {
        Instant now = Instant.now();
        her.go("/receipt/told");
        assertThat(her.text()).contains(text);
        assertThat(Duration.between(now, Instant.now())).isLessThan(SECONDS);
    }

    /// @return the reference of her report
    private static String tell(Window her) {
        her.go("/").follow(her.page().locator("form[action='/tell'] button").first());
        her.go("/tell/who").tick("who.for", "myself").tick("who.adult", "yes").submit();
        her.go("/tell/sharing").tick("sharing", POLICE).submit();
        her.go("/tell/what").tick("what.kinds", "threats").tick("what.severity", "DANGEROUS").submit();
        her.go("/tell/where").tick("where.region", "SOUTH_WALES").submit();
        her.go("/tell/check").tick("child", "no").tick("life", "no").fill("second", SECOND);
        her.submit();
        return Walk.reference(her.text());
    }

    /// Without scripts on a narrow screen.
    private Window open(Lang lang, boolean scripts) {
        Look look = Look.in(lang);
        return Window.open(
                "http://127.0.0.1:" + port, scripts ? look : look.narrow().withoutScripts());
    }
}
