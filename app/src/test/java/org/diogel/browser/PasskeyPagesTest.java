package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import java.util.stream.Stream;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Passkeys in a real browser, with an authenticator that Chromium plays: made, used to sign in, used to
/// show that it is she, removed; and what the pages say where there is none.
@WebTest
class PasskeyPagesTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    static Stream<Look> looks() {
        return Stream.of(Look.in(Lang.EN), Look.in(Lang.CY).narrow());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aPasskeyFromItsMakingToItsEnd(Look look) throws Exception {
        TestPeople people = new TestPeople(app);
        var who = people.somebody(people.agency("Prosiect " + System.nanoTime()), Role.ADMINISTRATOR);
        try (Window window = Window.open("http://localhost:" + port, look)) {
            signIn(window, who);
            window.go("/account/passkeys").check();
            window.follow(form(window, "make").locator("button")).check();
            assertThat(window.page().locator(".govuk-error-message").count()).isOne();
            authenticator(window);
            window.fill("name", "Ffôn gwaith");
            window.follow(form(window, "make").locator("button"));
            assertThat(window.text()).contains("Ffôn gwaith");
            shot(window, "account-passkeys");
            window.follow(window.page().locator("form[action='/sign-out'] button"));
            window.go("/sign-in");
            shot(window, "account-sign-in-passkey");
            window.follow(form(window, "use").locator("button"));
            assertThat(window.path()).isEqualTo("/people");
            TestPeople.stale(who);
            window.go("/account/passkeys");
            assertThat(window.path()).isEqualTo("/prove");
            shot(window, "account-prove");
            window.follow(form(window, "use").locator("button"));
            assertThat(window.path()).isEqualTo("/account/passkeys");
            window.check();
            window.onPaper(() -> assertThat(window.text()).contains("Ffôn gwaith"));
            TestPeople.stale(who);
            window.go("/account/passkeys").check();
            window.fill("code", who.code(1));
            window.submit().check();
            window.follow(window.page().locator("form[action$='/remove'] button")).check();
            assertThat(window.text()).doesNotContain("Ffôn gwaith");
            window.go("/account").check();
        }
    }

    /// What is cancelled, or not there, changes nothing and says so.
    @Test
    void aPasskeyThatIsNotGivenIsNoSignIn() {
        try (Window window = Window.open("http://localhost:" + port, Look.in(Lang.EN))) {
            window.go("/sign-in");
            authenticator(window);
            form(window, "use").locator("button").click();
            window.page().getByText("No passkey was used").waitFor();
            assertThat(window.path()).isEqualTo("/sign-in");
        }
    }

    @Test
    void withoutScriptsThePageSaysWhatToDo() {
        try (Window window =
                Window.open("http://localhost:" + port, Look.in(Lang.EN).withoutScripts())) {
            window.go("/sign-in").check();
            assertThat(form(window, "use").isVisible()).isFalse();
            assertThat(window.text()).contains("Passkeys need JavaScript");
            assertThat(window.field("password").isVisible()).isTrue();
        }
    }

    private static void signIn(Window window, TestPeople.Somebody who) {
        window.go("/sign-in");
        window.page().locator("#form [name=email]").fill(who.email());
        window.page().locator("#form [name=password]").fill(TestPeople.PASSWORD);
        window.submit();
        window.fill("code", who.code(0));
        window.submit();
    }

    private static Locator form(Window window, String mode) {
        return window.page().locator("form[data-diogel-passkey=" + mode + "]");
    }

    private static void shot(Window window, String name) {
        Look look = window.look();
        if (look.width() > Look.NARROWEST) {
            Screens.shot(window, name);
        }
    }

    /// Lasts until the next [Window#check], whose own session with the page ends it.
    private static void authenticator(Window window) {
        CDPSession devices = window.context().newCDPSession(window.page());
        devices.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject all = new JsonObject();
        all.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", all);
    }
}
