package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Somebody's browser window with cookies of its own. Whatever page it visits, it notes what the
/// browser complains of and every request to anybody but Diogel; [#check] then says what is wrong.
final class Window implements AutoCloseable {
    private static final int PATIENCE = 10_000;

    private final String base;
    private final Look look;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();

    private Window(String base, Look look) {
        this.base = base;
        this.look = look;
        this.context =
                Browsers.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(look.width(), look.height())
                                        .setLocale(look.lang().isWhole() ? look.lang().tag() + "-GB" : look.lang().tag())
                                        .setTimezoneId("Europe/London")
                                        .setColorScheme(look.scheme())
                                        .setJavaScriptEnabled(look.scripts()));
        context.setDefaultTimeout(PATIENCE);
        context.addInitScript(
                """
                document.addEventListener('securitypolicyviolation', e =>
                    console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI));
                """);
        context.onRequest(request -> note(request.url()));
        this.page = context.newPage();
        watch(page);
    }

    /// @param base such as `http://127.0.0.1:8080`
    static Window open(String base, Look look) {
        return new Window(base, look);
    }

    /// A second tab of the same window, with the same cookies.
    Page anotherTab() {
        Page second = context.newPage();
        watch(second);
        return second;
    }

    /// How many of something another page holds, looked up in a second tab.
    int tabCount(String path, String selector) {
        Page second = anotherTab();
        second.navigate(base + path);
        int count = second.locator(selector).count();
        second.close();
        return count;
    }

    Page page() {
        return page;
    }

    Look look() {
        return look;
    }

    BrowserContext context() {
        return context;
    }

    Window go(String path) {
        page.navigate(base + path);
        return this;
    }

    /// Presses the button, or follows the link, that reads exactly so, and waits for the next page.
    Window press(String text) {
        return follow(button(text).or(link(text)).first());
    }

    /// Sends the page's own form by its main button.
    Window submit() {
        return follow(page.locator("#form button[type=submit], #form button:not([type])").first());
    }

    /// Paths of every link of the page that stays with Diogel.
    List<String> links() {
        return page.locator("a[href^='/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    /// Clicks something that leads to another page and waits for that page.
    Window follow(Locator target) {
        return follow(target::click);
    }

    /// As above, whatever it is that leads there.
    @SuppressWarnings("deprecation") // its follower cannot wait for an answer at the same address
    Window follow(Runnable going) {
        page.waitForNavigation(going);
        return this;
    }

    Locator button(String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    Locator link(String text) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    Locator field(String name) {
        return page.locator("[name='" + name + "']");
    }

    Window fill(String name, String text) {
        field(name).fill(text);
        return this;
    }

    /// Ticks a box or chooses a radio button.
    Window tick(String name, String value) {
        page.locator("input[name='" + name + "'][value='" + value + "']").check();
        return this;
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    String text() {
        return page.locator("main").innerText();
    }

    /// What the keyboard is at now, in its own words.
    String focused() {
        return page.locator(":focus").innerText();
    }

    /// Goes on with the tab key. @return what the keyboard is at then, in its own words
    String tab() {
        page.keyboard().press("Tab");
        return focused();
    }

    /// Fails with everything that is wrong with this page, and with what the window noted so far.
    Window check() {
        List<String> faults = new ArrayList<>(complaints);
        strangers.forEach(address -> faults.add("asked somebody else: " + address));
        faults.addAll(PageFaults.of(page, look));
        assertThat(faults).as("%s in %s", path(), look).isEmpty();
        return this;
    }

    /// Looks at the page as it would be printed.
    Window onPaper(Runnable looking) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        looking.run();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        return this;
    }

    /// What the browser said and whom it asked; empty when all was well.
    List<String> complaints() {
        return complaints;
    }

    List<String> strangers() {
        return strangers;
    }

    @Override
    public void close() {
        context.close();
    }

    private void watch(Page watched) {
        watched.onConsoleMessage(
                message -> {
                    boolean status = message.text().startsWith("Failed to load resource");
                    if (!status && List.of("error", "warning").contains(message.type())) {
                        complaints.add("the browser says: " + message.text());
                    }
                });
        watched.onPageError(error -> complaints.add("a script broke: " + error));
    }

    private void note(String address) {
        boolean left = address.startsWith("http://" + Elsewhere.HOST + "/");
        if (!address.startsWith(base + "/") && !left && !address.startsWith("data:")) {
            strangers.add(address);
        }
    }
}
