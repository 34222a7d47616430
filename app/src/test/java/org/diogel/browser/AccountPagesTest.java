package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.diogel.WebTest;
import org.diogel.account.OneTimeCodes;
import org.diogel.account.InviteCommand;
import org.diogel.account.TestPeople;
import org.diogel.kernel.Lang;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Joining, one's own account and the list of people, as somebody sees them: both languages, wide and
/// 320 pixels, with and without scripts.
@WebTest
class AccountPagesTest {
    @LocalServerPort int port;
    @Autowired InviteCommand command;

    static Stream<Look> looks() {
        return Stream.of(
                Look.in(Lang.EN),
                Look.in(Lang.CY).narrow(),
                Look.in(Lang.EN).narrow().dark(),
                Look.in(Lang.CY).withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void joiningAndEverythingAfterIt(Look look) {
        String name = "Ann Prawf";
        String email = "ann-" + System.nanoTime() + "@example.invalid";
        try (Window window = open(look)) {
            window.go(invited(name)).check();
            submit(window).check();
            assertThat(window.page().locator(".govuk-error-message").count()).isEqualTo(2);
            window.fill("email", email).fill("password", TestPeople.PASSWORD);
            submit(window).check();
            shot(window, "account-code");
            String secret = window.page().locator("p.diogel-code").innerText().replace(" ", "");
            window.fill("code", OneTimeCodes.current(secret, Instant.now()));
            submit(window).check();
            assertThat(window.page().locator("ul.diogel-code li").count()).isEqualTo(10);
            window.onPaper(
                    () ->
                            assertThat(window.page().locator("ul.diogel-code").isVisible())
                                    .isTrue());
            shot(window, "account-recovery");
            for (String path :
                    List.of(
                            "/home",
                            "/account",
                            "/account/password",
                            "/account/recovery-codes",
                            "/areas",
                            "/areas/agency",
                            "/not-open",
                            "/running",
                            "/account/app",
                            "/invitations",
                            "/people",
                            "/people/invite")) {
                window.go(path).check();
                assertThat(window.page().locator("h1").count()).isOne();
            }
            submit(window).check();
            assertThat(window.page().locator(".govuk-error-message").count()).isEqualTo(5);
            invite(window);
            window.go("/people").check();
            shot(window, "account-people");
            window.go("/invitations").check();
            shot(window, "account-invitations");
            signInAgain(window, email, secret);
        }
    }

    /// What an administrator is shown for somebody new.
    private static void invite(Window window) {
        window.go("/people/invite");
        window.fill("name", "Nia Prawf");
        window.fill("email", "nia-" + System.nanoTime() + "@example.invalid");
        for (String field : List.of("agency", "profession")) {
            window.page()
                    .locator("select[name=" + field + "]")
                    .selectOption(new SelectOption().setIndex(1));
        }
        window.page().locator("input[name=roles][value=MODERATOR]").check();
        submit(window).check();
        assertThat(window.page().locator("p.diogel-code").count()).isOne();
        shot(window, "account-invited");
    }

    private void signInAgain(Window window, String email, String secret) {
        window.go("/account");
        window.follow(window.page().locator("form[action='/sign-out'] button").first()).check();
        window.go("/sign-in").check();
        submit(window).check();
        window.fill("email", email).fill("password", "not this one at all");
        submit(window).check();
        assertThat(window.field("email").inputValue()).isEqualTo(email);
        window.fill("password", TestPeople.PASSWORD);
        shot(window, "account-sign-in");
        submit(window).check();
        window.fill("code", OneTimeCodes.current(secret, Instant.now().plusSeconds(30)));
        submit(window).check();
        assertThat(window.path()).isEqualTo("/people");
    }

    private static Window submit(Window window) {
        return window.follow(
                window.page().locator("form#form button[type=submit]").first());
    }

    private static void shot(Window window, String name) {
        Look look = window.look();
        if (look.width() > Look.NARROWEST && look.scripts()) {
            Screens.shot(window, name);
        }
    }

    private String invited(String name) {
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said));
            command.run(name, "Swyddfa Prawf", "");
        } finally {
            System.setOut(out);
        }
        return said.toString().lines().findFirst().orElseThrow().replaceFirst("^http://[^/]+", "");
    }

    private Window open(Look look) {
        return Window.open("http://127.0.0.1:" + port, look);
    }
}
