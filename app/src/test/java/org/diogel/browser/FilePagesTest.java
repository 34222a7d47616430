package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.evidence.TestFiles;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.report.TestReports;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Sending files and opening them as people see it: both languages, wide and at 320 pixels, dark, with
/// and without scripts.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilePagesTest {
    private static final Pattern REFERENCE = Pattern.compile("\\b[0-9A-Z]{4}-[0-9A-Z]{4}\\b");
    private static final String SECOND = "tri gair dychmygol";

    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    private TestPeople people;
    private TestReports reports;

    @BeforeAll
    void aDesk() {
        people = new TestPeople(app);
        reports = new TestReports(app);
    }

    static Stream<Look> looks() {
        return Stream.of(
                Look.in(Lang.EN),
                Look.in(Lang.CY).narrow().dark(),
                Look.in(Lang.CY).withoutScripts(),
                Look.in(Lang.EN).narrow().withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void fromHerTelephoneToTheDesk(Look look) {
        try (Window her = open(look)) {
            her.go("/");
            press(her, "form[action='/tell'] button");
            her.go("/tell/files").check();her.go("/tell/files/help").check();her.go("/tell/files/add").check();
            // Nothing answered, nothing chosen: said beside the fields.
            submit(her).check();
            assertThat(her.page().locator("#child-error").count()).isOne();
            submit(her.tick("child", "no")).check();
            assertThat(her.page().locator("#file-error").count()).isOne();
            add(her, "a.svg", "<svg/>".getBytes(StandardCharsets.UTF_8)).check();
            assertThat(her.page().locator("#file-error").count()).isOne();
            assertThat(her.page().locator("#child").isChecked()).isTrue();
            her.tick("intimate", "no").tick("share", "yes").fill("words", "Sgrinlun o’i neges");
            add(her, "photo.jpg", TestFiles.photograph()).check();
            assertThat(her.path()).isEqualTo("/tell/files");
            assertThat(her.text()).contains("Sgrinlun o’i neges");her.go("/tell/files/add").tick("child", "unsure");
            add(her, "photo.jpg", TestFiles.photograph()).check();
            assertThat(her.path()).isEqualTo("/tell/files/help");
            her.go("/tell/files").check();
            press(her, "button[name=file] >> nth=1").check();
            her.go("/tell/words").fill("words", "Beth ddigwyddodd");
            submit(her);
            her.go("/tell/check").check();
            assertThat(her.text()).contains("Sgrinlun o’i neges");
            submit(her.tick("child", "no").tick("life", "no").fill("second", SECOND));
            assertThat(her.path()).isEqualTo("/receipt");
            Matcher reference = REFERENCE.matcher(her.text());
            assertThat(reference.find()).isTrue();
            her.go("/receipt/files").check();
            her.go("/receipt/files/add").tick("child", "no");
            add(her, "nodyn.txt", "Nodyn".getBytes(StandardCharsets.UTF_8)).check();
            her.go("/receipt/second").fill("second", SECOND);
            submit(her).check();
            assertThat(her.text()).contains("Sgrinlun o’i neges");
            // What may show somebody under 18 after all: what that means, before it is done.
            her.go("/receipt/files").check();
            press(her, "a[href*='/files/seal'] >> nth=0").check();
            assertThat(her.text()).contains("Sgrinlun o’i neges");
            her.go("/receipt/choices").check();
            desk(look, reference.group());
        }
    }

    private void desk(Look look, String reference) {
        try (Window moderator = open(look)) {
            signIn(moderator, Role.MODERATOR);
            moderator.go("/queue");
            moderator.press(reference).check();
            String item = moderator.path();
            press(moderator, "a[href$='/files']").check();
            press(moderator, "a[href*='/files/']").check();String file = moderator.path();
            press(moderator, "button[value=show]").check();
            moderator.tick("purpose", "safeguarding");
            if (look.scripts()) {
                press(moderator, "button[value=show]");
                // The picture alone, of the size it has when it is held upright.
                assertThat(moderator.page().locator("img").boundingBox().height).isEqualTo(120);
                // What the browser itself would put around a picture, style and script, it may not.
                assertThat(moderator.complaints())
                        .allMatch(c -> c.contains("inline style") || c.contains("frame is sandboxed"));
                moderator.complaints().clear();
                moderator.go(file);
            }
            press(moderator, "a[href$='/child']").check();
            submit(moderator).check();
            submit(moderator.fill("reason", "Looks fourteen")).check();
            assertThat(moderator.path()).isEqualTo(item);
            try (Window lead = open(look)) {
                signIn(lead, Role.SAFEGUARDING_LEAD);
                lead.go(item + "/files").check();
                lead.go(file).check();
                submit(lead).check();
                submit(lead.tick("route", "both")).check();
            }
        }
    }

    /// A file that is too large is said to be so before it is sent, and the language can be changed.
    @Test
    void aLargeFileIsRefusedBeforeItIsSent(@TempDir Path folder) throws IOException {
        Path film = folder.resolve("film.mp4");
        try (var file = new RandomAccessFile(film.toFile(), "rw")) {
            file.setLength(26L * 1024 * 1024);
        }
        try (Window her = open(Look.in(Lang.EN))) {
            her.go("/");
            press(her, "form[action='/tell'] button");
            her.go("/tell/files/add").tick("child", "no").fill("words", "kept");
            Page page = her.page();
            page.locator("input[type=file]").setInputFiles(film);
            assertThat(page.locator("[role=alert]").innerText()).contains("too large");
            page.locator("#form .govuk-button").click();
            assertThat(her.path()).isEqualTo("/tell/files/add");
            her.check();
            her.follow(page.locator("button[name=lang][value=cy]"));
            assertThat(her.field("words").inputValue()).isEqualTo("kept");
            assertThat(her.page().locator("html").getAttribute("lang")).isEqualTo("cy");
        }
    }

    private Window add(Window her, String name, byte[] file) {
        her.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", file));
        return submit(her);
    }

    private Window open(Look look) {
        return Window.open("http://127.0.0.1:" + port, look);
    }

    private void signIn(Window window, Role role) {
        TestPeople.Somebody who = people.somebody(reports.desk(), role);
        window.go("/sign-in").fill("email", who.email()).fill("password", TestPeople.PASSWORD);
        window.submit();
        window.fill("code", who.code(0)).submit();
    }

    private static Window submit(Window window) {
        return press(window, "form#form button:not([name=lang]):not([type=button])");
    }

    private static Window press(Window window, String selector) {
        return window.follow(window.page().locator("main " + selector).first());
    }
}
