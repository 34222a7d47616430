package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diogel.WebTest;
import org.diogel.demo.DemoPartnership;
import org.diogel.kernel.Lang;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// How messages reach a member, what the police ask to be passed on, and what somebody asks about
/// themselves, in the browser.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendingPagesTest {

    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Clock clock;

    @BeforeAll
    void fill() {
        demo.load();
    }

    @Test
    void aMemberChoosesAndProvesHerNumberWithoutScripts() throws Exception {
        try (Window window = open(Look.in(Lang.EN).narrow().withoutScripts())) {
            Cast.signIn(window, "mali", clock);
            window.go("/messages");
            window.follow(window.link("Choose how messages reach you, from which areas and when"));
            Screens.shot(window, "ways-en");
            window.tick("regions", "GWENT");
            window.press("Save").check();
            assertThat(window.text()).contains("Saved.");
            assertThat(window.page().locator("[name=regions][value=GWENT]").isChecked()).isTrue();

            window.fill("phone", "029 2018 0000");
            window.press("Send me a code").check();
            assertThat(window.text()).contains("Type a mobile number");
            window.fill("phone", "07700 900345");
            window.press("Send me a code").check();
            String code = code(window);
            window.go("/account/messages/code");
            window.fill("code", "12");
            window.press("Use this number").check();
            window.fill("code", code);
            window.press("Use this number").check();
            assertThat(window.text()).contains("Text messages can go to +447700900345");
            window.press("Remove this number").check();
            assertThat(window.text()).doesNotContain("900345");
        }
    }

    /// As it stands in the outbox, once the background has sent it.
    private String code(Window window) throws InterruptedException {
        Pattern code = Pattern.compile("Your code: (\\d{6})");
        for (int tries = 0; tries < 60; tries++) {
            Matcher found = code.matcher(window.go("/outbox").text());
            if (found.find()) {
                window.check();
                return found.group(1);
            }
            Thread.sleep(500);
        }
        throw new AssertionError("no code was sent");
    }

    @Test
    void aModeratorPassesOnWhatThePoliceAsk() throws Exception {
        try (Window window = open(Look.in(Lang.EN));
                Window second = open(Look.in(Lang.CY));
                Window member = open(Look.in(Lang.EN))) {
            Cast.signIn(window, "ffion", clock);
            window.go("/warnings/new");
            window.press("Write the message").check();
            assertThat(window.text()).contains("Choose what it is.");
            window.tick("kind", "police-appeal");
            window.fill("body", "Made-up Police");
            window.fill("person", "A sergeant, rung back on the switchboard");
            window.fill("reason", "Somebody may have seen the car");
            window.press("Write the message").check();
            Screens.shot(window, "appeal-en");
            window.press("Put before a second person").check();
            assertThat(window.text()).contains("Say what is asked of members.");
            window.fill("asked.en", "Who has seen a small blue car?");
            window.fill("asked.cy", "Pwy sydd wedi gweld car bach glas?");
            window.tick("regions", "SOUTH_WALES");
            window.tick("audience", "all");
            window.press("Put before a second person").check();
            String path = window.path();

            Cast.signIn(second, "dewi", clock);
            second.go(path).check();
            assertThat(second.text()).contains("Apêl gan yr heddlu", "Made-up Police");
            second.press("Cyhoeddi").check();
            second.go(path).check();
            Screens.shot(second, "ledger-cy");

            Cast.signIn(member, "mali", clock);
            member.go(path.replace("/warnings/", "/messages/")).check();
            assertThat(member.text())
                    .contains("The police asked us to pass this on: Made-up Police", "small blue car")
                    .doesNotContain("sergeant");
        }
    }

    @ParameterizedTest
    @MethodSource("org.diogel.kernel.Lang#whole")
    void somebodyAsksAboutThemselvesAndTheOfficerAnswers(Lang lang) throws Exception {
        boolean welsh = lang.equals(Lang.CY);
        try (Window asker = open(Look.in(lang).narrow().withoutScripts());
                Window officer = open(Look.in(lang));
                Window desk = open(Look.in(lang))) {
            asker.go("/ask").check();
            Screens.shot(asker, "ask-" + lang.tag());
            asker.submit().check();
            assertThat(asker.text()).contains(welsh ? "Dewiswch beth hoffech chi." : "Choose what you want.");
            asker.tick("kind", "contest");
            asker.fill("words", "It was not me");
            asker.submit().check();
            String code = asker.page().locator(".diogel-code").innerText();

            Cast.signIn(officer, "dilys", clock);
            officer.go("/requests").check();
            officer.follow(
                            officer.page()
                                    .locator("main td a")
                                    .filter(
                                            new com.microsoft.playwright.Locator.FilterOptions()
                                                    .setHasText(
                                                            welsh
                                                                    ? "Dweud bod rhywbeth yn anghywir"
                                                                    : "To say that something is wrong"))
                                    .first())
                    .check();
            Screens.shot(officer, "request-" + lang.tag());
            assertThat(officer.text()).contains("It was not me");
            String path = officer.path();
            officer.page().locator("[name=agency]").selectOption(
                    new com.microsoft.playwright.options.SelectOption().setLabel(
                            "Prosiect Goleudy (dychmygol) / Lantern Project (made-up)"));
            officer.fill("question", "Is it 7Q2M-K4TD?");
            officer.press(welsh ? "Gofyn" : "Ask").check();
            assertThat(officer.text()).contains(welsh ? "cyfeirnod adroddiad" : "reference of a report");
            officer.fill("question", "Is anything held?");
            officer.press(welsh ? "Gofyn" : "Ask").check();

            Cast.signIn(desk, welsh ? "sioned" : "dewi", clock);
            desk.go("/questions").check();
            desk.page().locator("textarea").first().fill("Nothing that matters");
            desk.press(welsh ? "Ateb" : "Answer").check();

            officer.go(path).check();
            assertThat(officer.text()).contains("Nothing that matters");
            officer.tick("answer", "looked");
            officer.press(welsh ? "Rhoi’r ateb hwn" : "Give this answer").check();

            asker.go("/ask/code").check();
            asker.fill("code", "AAAA");
            asker.submit().check();
            asker.fill("code", code);
            asker.submit().check();
            assertThat(asker.text())
                    .contains(welsh ? "Ni allwn gadarnhau na gwadu" : "We can neither confirm nor deny");
            asker.fill("more", "One thing more");
            asker.submit().check();
            assertThat(asker.text()).contains("One thing more");
        }
    }

    private Window open(Look look) {
        return Window.open("http://127.0.0.1:" + port, look);
    }
}
