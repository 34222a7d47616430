package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diogel.evidence.TestFiles;
import org.diogel.web.Texts;

/// The walk of ten minutes that the README describes, one method a person's turn. Every page on the
/// way is checked.
final class Walk {
    static final String SECOND = "tri pheth bach dirgel";
    static final String WORDS =
            "Roedd y drws ynghlo. He kept asking where I live and would not let me out.";

    private static final String LETTER = ".diogel-letter";
    private static final int MEMBERS = 3;
    private static final Pattern REFERENCE = Pattern.compile("\\b[0-9A-Z]{4}-[0-9A-Z]{4}\\b");

    private final String base;
    private final Look look;
    private final Texts texts;
    private final Texts staff;
    private final Clock clock;
    private final Runnable afterPage;

    String code = "";
    String reference = "";
    String message = "";
    private int letters;

    /// In a language that staff read too.
    ///
    /// @param afterPage runs whenever a page was checked
    Walk(String base, Look look, Texts texts, Clock clock, Runnable afterPage) {
        this(base, look, texts, texts, clock, afterPage);
    }

    /// @param texts of the language she reads
    /// @param staff of the one that those who sign in read, [Look#staff]
    Walk(String base, Look look, Texts texts, Texts staff, Clock clock, Runnable afterPage) {
        this.base = base;
        this.look = look;
        this.texts = texts;
        this.staff = staff;
        this.clock = clock;
        this.afterPage = afterPage;
    }

    Window open() {
        return Window.open(base, look);
    }

    /// The window of somebody who signs in.
    Window openForStaff() {
        return Window.open(base, look.staff());
    }

    String t(String key, Object... arguments) {
        return texts.t(key, arguments);
    }

    private String s(String key, Object... arguments) {
        return staff.t(key, arguments);
    }

    /// She tells what happened, decides that members may be warned, and keeps the code.
    Walk tell(Window her) {
        seen(her.go("/"), "start");
        seen(her.press(t("report.start.tell")), "code");
        code = her.page().locator("#code-shown").innerText();
        next(her, "now", t("report.continue"));
        next(her.tick("now.danger", "no").tick("now.injured", "no"), "who");
        next(her.tick("who.for", "myself").tick("who.adult", "yes"), "sharing");
        next(her.tick("sharing", "members"), "what");
        next(her.tick("what.kinds", "robbery").tick("what.kinds", "threats")
                .tick("what.severity", "DANGEROUS"), "when");
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")).minusDays(1);
        her.tick("when.sure", "exact")
                .fill("when.date-day", Integer.toString(yesterday.getDayOfMonth()))
                .fill("when.date-month", Integer.toString(yesterday.getMonthValue()))
                .fill("when.date-year", Integer.toString(yesterday.getYear()));
        next(her.tick("when.time", "night"), "where");
        her.tick("where.region", "SOUTH_WALES").tick("where.place", "hotel");
        next(her.tick("where.contact", "website"), "words");
        next(her.fill("words", WORDS), "them");
        her.tick("them.relation", "website").tick("them.count", "one");
        her.fill("them.names", "Rob");
        next(her.fill("them.manner", "Asks the same question again and again."), "looks");
        her.tick("them.height", "tall").tick("them.features", "beard");
        next(her.fill("them.description", "Tall, red beard, left-handed."), "reach");
        next(her.fill("them.phone", "07700 900142"), "vehicle");
        her.fill("them.vehicle", "QI07 SAF").tick("car.kind", "van");
        next(her.fill("them.car", "White van, side door"), "kept");
        next(her.tick("kept.what", "messages"), "files");
        files(her);
        next(her.tick("support.wanted", "listen"), "contact");
        next(her.tick("contact.may", "no"), "about");
        next(her.tick("equality.age", "25-34"), "check");
        Locator warning = her.page().locator(".diogel-excerpt[aria-labelledby=preview-warning]");
        assertThat(warning.innerText()).contains("Tall, red beard").contains("Rob");
        assertThat(warning.locator("s").allInnerTexts())
                .anyMatch(struck -> struck.contains("Roedd y drws"));
        assertThat(her.page().locator("#sharing-members").isChecked()).isTrue();
        assertThat(her.page().locator("input[name=sharing]:checked").count()).isOne();
        her.tick("child", "no").tick("life", "no").fill("second", SECOND);
        seen(her.submit(), "receipt");
        assertThat(her.page().locator("#code-shown").innerText()).isEqualTo(code);
        reference = reference(her.text());
        return this;
    }

    /// She adds a screenshot, sees that it is there, and goes on.
    private void files(Window her) {
        seen(her.press(t("evidence.add.title")), "add-file");
        her.tick("child", "no").tick("intimate", "no").fill("words", "A screenshot");
        her.page()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("shot.png", "image/png", TestFiles.png()));
        seen(her.submit(), "files");
        assertThat(her.text()).contains("A screenshot").contains(t("evidence.done.added"));
        next(her, "support");
    }

    /// A moderator opens the original for a reason and writes a warning beside it; what could point
    /// to her is flagged and mended.
    Walk warn(Window moderator, String key) {
        seen(Cast.signIn(moderator, key, clock), "home");
        seen(moderator.go("/queue"), "queue");
        seen(moderator.press(reference), "report");
        seen(moderator.press(s("queue.item.open")), "why");
        moderator.tick("purpose", "write-warning");
        seen(moderator.submit(), "original");
        assertThat(moderator.text()).contains("would not let me out");
        seen(moderator.press(s("queue.item.warn")), "compose");
        assertThat(moderator.text()).doesNotContain("would not let me out");
        assertThat(moderator.field("phone").inputValue()).isEqualTo("…0142");
        Locator manner = moderator.field("manner." + staff.lang().tag());
        manner.fill("Asks the same question again and again. Meets in a hotel in Cardiff.");
        seen(propose(moderator), "flagged");
        assertThat(moderator.text()).contains("hotel").contains("Cardiff");
        moderator.fill("description.en", "Tall, red beard, left-handed.");
        moderator.fill("description.cy", "Tal, barf goch, llaw chwith.");
        moderator.fill("manner.en", "Asks the same question again and again.");
        moderator.fill("manner.cy", "Mae’n gofyn yr un cwestiwn dro ar ôl tro.");
        moderator.fill("car.en", "White van, side door");
        moderator.fill("car.cy", "Fan wen, drws ochr");
        seen(propose(moderator), "proposed");
        assertThat(moderator.text()).contains(s("alert.state.PROPOSED"));
        return this;
    }

    /// A second person publishes.
    Walk publish(Window second, String key) {
        seen(Cast.signIn(second, key, clock), "home");
        seen(second.go("/warnings"), "warnings");
        Locator first = second.page().locator("main table").first().locator("a");
        String region = s("report.o.where.region.SOUTH_WALES");
        second.follow(first.filter(new Locator.FilterOptions().setHasText(region)).first());
        seen(second, "waiting");
        assertThat(second.text()).contains("llaw chwith").contains("left-handed");
        letters = second.tabCount("/outbox", LETTER);
        seen(second.press(s("alert.publish")), "published");
        message = second.path().replace("/warnings/", "/messages/");
        return this;
    }

    /// A member reads it.
    Walk read(Window member, String key) {
        seen(Cast.signIn(member, key, clock), "home");
        seen(member.go("/messages"), "messages");
        seen(member.follow(member.page().locator("a[href='" + message + "']").first()), "message");
        assertThat(member.text())
                .contains(staff.lang().tag().equals("cy") ? "llaw chwith" : "left-handed")
                .doesNotContain("would not let me out")
                .doesNotContain("900142");
        return this;
    }

    /// The e-mail that left says nothing but that there is a message.
    Walk lookAtOutbox(Window anybody) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        anybody.go("/outbox");
        while (anybody.page().locator(LETTER).count() < letters + MEMBERS
                && System.nanoTime() < until) {
            anybody.page().waitForTimeout(300);
            anybody.go("/outbox");
        }
        seen(anybody, "outbox");
        assertThat(anybody.page().locator(LETTER).count()).isEqualTo(letters + MEMBERS);
        assertThat(anybody.page().locator(LETTER + " div:not(:first-child) > dd").allInnerTexts())
                .noneMatch(PageFaults::isTelling);
        return this;
    }

    /// She comes back with her code alone, sees what became of it, and stops all sharing.
    Walk stop(Window her) {
        seen(her.go("/code"), "come-back");
        seen(her.fill("code", code.toLowerCase(java.util.Locale.ROOT)).submit(), "receipt-later");
        assertThat(her.text()).doesNotContain("would not let me out").doesNotContain("red beard");
        seen(her.press(t("report.receipt.stop")), "stop");
        assertThat(her.text())
                .contains(t("report.told.gone"))
                .doesNotContain(t("report.told.gone.none"));
        seen(her.press(t("report.stop.do")), "stopped");
        assertThat(her.text()).contains(t("report.receipt.stopped"));
        return this;
    }

    /// With her second secret she sees what had gone by then.
    Walk lookBack(Window her) {
        seen(her.press(t("report.receipt.second")), "second");
        seen(her.fill("second", SECOND).submit(), "told");
        assertThat(her.text())
                .contains("would not let me out")
                .contains(t("report.went.warning", "who", t("report.recipient.members")));
        seen(her.press(t("report.choices.title")), "choices");
        return this;
    }

    /// The member's page shows only that it was taken back.
    Walk seeItGone(Window member) {
        seen(member.go("/messages"), "messages-after");
        assertThat(member.page().locator("table a[href='" + message + "']").count()).isZero();
        seen(member.go(message), "message-after");
        assertThat(member.text()).doesNotContain("left-handed").doesNotContain("llaw chwith");
        return this;
    }

    private Window propose(Window moderator) {
        return moderator.press(s("alert.propose"));
    }

    private void next(Window her, String step) {
        next(her, step, t("report.continue"));
    }

    private void next(Window her, String step, String button) {
        her.press(button);
        assertThat(her.path()).isEqualTo("/tell/" + step);
        seen(her, step);
    }

    private void seen(Window window, String page) {
        window.check();
        Screens.walk(window, page);
        afterPage.run();
    }

    static String reference(String text) {
        Matcher matcher = REFERENCE.matcher(text);
        assertThat(matcher.find()).as("a reference in: %s", text).isTrue();
        return matcher.group();
    }
}
