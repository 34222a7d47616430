package org.diogel.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One Chromium for the whole run, with no way out: every host but this machine's own is not found,
/// and `elsewhere.invalid`, where "Leave this page" leads in tests, is a server of the run itself.
final class Browsers {
    private static final Elsewhere ELSEWHERE = Elsewhere.start();
    private static final Playwright PLAYWRIGHT =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Browser BROWSER = launch();

    private Browsers() {}

    static Browser browser() {
        return BROWSER;
    }

    private static Browser launch() {
        Browser browser =
                PLAYWRIGHT
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(
                                                Path.of(
                                                        System.getProperty(
                                                                "diogel.chromium",
                                                                "/usr/bin/chromium")))
                                        .setArgs(flags()));
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    PLAYWRIGHT.close();
                                    ELSEWHERE.stop();
                                }));
        return browser;
    }

    private static List<String> flags() {
        return List.of(
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP "
                        + Elsewhere.HOST
                        + ":80 127.0.0.1:"
                        + ELSEWHERE.port()
                        + ", MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");
    }
}
