package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.diogel.WebTest;
import org.diogel.demo.DemoPartnership;
import org.diogel.kernel.Lang;
import org.diogel.web.Languages;
import org.diogel.web.Texts;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The data protection officer makes a copy and writes down notes that were asked for, in both languages;
/// in Welsh on a narrow screen without JavaScript.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopyPagesTest {

    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Clock clock;
    @Autowired Languages languages;

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void theOfficerGathersDecidesMakesAndHandsOver(String tag) throws Exception {
        Lang lang = Lang.ofTag(tag).orElseThrow();
        demo.load();
        Texts texts = languages.in(lang);
        try (Window worker = open(lang)) {
            Cast.signIn(worker, lang.equals(Lang.CY) ? "nerys" : "dewi", clock);
            worker.go("/account/copy").check();
            worker.press(texts.t("subjectaccess.own.button")).check();
            assertThat(worker.text()).doesNotContain(texts.t("subjectaccess.own.time"));
        }
        try (Window officer = open(lang)) {
            Cast.signIn(officer, "dilys", clock);
            officer.go("/copies").check();
            Screens.walk(officer, "copies");
            officer.fill("code", "0000").press(texts.t("subjectaccess.code.button")).check();
            assertThat(officer.text()).contains(texts.t("subjectaccess.code.mend"));
            officer.go("/copies").follow(officer.page().locator("tbody tr")
                            .filter(new com.microsoft.playwright.Locator.FilterOptions()
                                    .setHasText(texts.t("subjectaccess.state.RECEIVED")))
                            .first().locator("a")).check();
            String one = officer.path();
            officer.press(texts.t("subjectaccess.gather.button")).check();
            assertThat(officer.text()).contains(texts.t("subjectaccess.state.GATHERED"))
                    .doesNotContain(texts.t("subjectaccess.make.button"));
            officer.follow(officer.page().locator("a[href$='/pieces']").first()).check();
            Screens.walk(officer, "copy-pieces");
            String pieces = officer.path();
            officer.follow(officer.page().locator("a[href*='/pieces/']").first()).check();
            officer.page().locator("[name=struck]").first().check();
            officer.page().locator("#why").selectOption("");
            officer.press(texts.t("subjectaccess.piece.button")).check();
            assertThat(officer.text()).contains(texts.t("subjectaccess.why.mend"));
            assertThat(officer.page().locator("[name=struck]").first().isChecked()).as("what was ticked stays").isTrue();
            officer.page().locator("#why").selectOption("third-party");
            officer.press(texts.t("subjectaccess.piece.button")).check();
            officer.go(pieces).press(texts.t("subjectaccess.hers.button")).check();
            officer.go(pieces);
            for (int page = 1; page < 40 && officer.path().endsWith("/pieces"); page++) {
                officer.press(texts.t("subjectaccess.pieces.button")).check();
            }
            officer.go(one).press(texts.t("subjectaccess.make.button")).check();
            Screens.walk(officer, "copy-made");
            officer.press(texts.t("subjectaccess.take.page")).check();
            assertThat(officer.text()).contains("What you should know")
                    .contains("Yr hyn y dylech ei wybod", "Schedule 2, paragraph 16");
            Screens.walk(officer, "copy-paper");
            officer.go(one).tick("move", "handed").press(texts.t("subjectaccess.move.button")).check();
            assertThat(officer.text()).contains(texts.t("subjectaccess.done.handed"));
            officer.follow(officer.page().locator("a[href$='/withheld']").first()).check();
            assertThat(officer.text()).contains(Cast.name("dilys"));
            notes(officer, texts);
        }
    }

    private void notes(Window officer, Texts texts) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        officer.go("/notes-asked").check();
        officer.go("/notes-asked/new").check();
        officer.page().locator("#who").selectOption("police");
        officer.page().locator("#power").selectOption("witness-summons");
        officer.fill("received-day", String.valueOf(today.getDayOfMonth()))
                .fill("received-month", String.valueOf(today.getMonthValue()))
                .fill("received-year", String.valueOf(today.getYear()))
                .fill("asker", "A made-up constable")
                .fill("exact", "Everything");
        officer.press(texts.t("subjectaccess.note.new.button")).check();
        assertThat(officer.text()).contains(texts.t("subjectaccess.note.power.mend"));
        officer.page().locator("#power").selectOption("victim-information");
        officer.press(texts.t("subjectaccess.note.new.button")).check();
        assertThat(officer.path()).startsWith("/notes-asked/");
        Screens.walk(officer, "note");
        officer.press(texts.t("subjectaccess.note.consider.button")).check();
        assertThat(officer.text()).contains(texts.t("subjectaccess.choose.mend"));
        for (String word : new String[] {"report", "necessity", "proportion", "otherwise", "scope"}) {
            officer.fill(word, "Made up: " + word);
        }
        officer.tick("classes", "steps").tick("view", "agrees-part").tick("notice", "given");
        officer.press(texts.t("subjectaccess.note.consider.button")).check();
        assertThat(officer.text())
                .contains("Made up: necessity", texts.t("subjectaccess.note.release.other"))
                .doesNotContain(texts.t("subjectaccess.note.release.what"));
        officer.follow(officer.page().locator("a[href$='/letter']").first()).check();
        assertThat(officer.text()).contains(texts.t("subjectaccess.letter.neither")).doesNotContain("Made up");
    }

    private Window open(Lang lang) {
        Look look = Look.in(lang);
        return Window.open(
                "http://127.0.0.1:" + port,
                lang.equals(Lang.CY) ? look.narrow().withoutScripts() : look);
    }
}
