package org.diogel.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Set;

/// Pictures for the documents, taken of the pages as the tests see them.
final class Screens {
    private static final boolean WANTED = Boolean.getBoolean("diogel.screenshots");
    private static final Path FOLDER = Path.of("..", "docs", "screenshots");

    /// The pictures that are worth showing, in both languages; whatever else a test takes is let go.
    private static final Set<String> SHOWN =
            Set.of(
                    "start", "sharing", "check", "receipt", "receipt-later", "queue", "screening",
                    "compose", "waiting", "message", "files", "before", "found", "passing", "inbox",
                    "given", "came", "treated", "quarters", "ask", "request", "duty", "duties", "also",
                    "added", "ledger", "ledger-not", "record", "retention", "holds", "hold");

    private static final Set<String> ALONE =
            Set.of("code-paper-en", "start-phone-dark-cy", "sharing-ar");

    private Screens() {}

    /// Writes `docs/screenshots/NAME.png` when `-Ddiogel.screenshots=true`.
    static void shot(Window window, String name) {
        shot(window, name, 2200);
    }

    /// A page of the walk: only a few are worth showing.
    static void walk(Window window, String page) {
        String name = page + "-" + window.look().lang().tag();
        if (!window.look().scripts()) {
            return;
        }
        if (page.equals("check")) {
            part(window, "#form h2", name);
        } else {
            shot(window, name);
        }
    }

    /// From this part of the page on.
    static void part(Window window, String selector, String name) {
        if (!isWanted(name)) {
            return;
        }
        Page page = window.page();
        page.setViewportSize(window.look().width(), 1700);
        page.evaluate(
                "s => document.querySelector(s).scrollIntoView({block: 'start'})", selector);
        page.evaluate("() => scrollBy(0, -80)");
        byte[] png = page.screenshot();
        page.setViewportSize(window.look().width(), window.look().height());
        Png.write(FOLDER.resolve(name + ".png"), png);
    }

    /// @param tallest in pixels; what is below is left out, which keeps the file small
    static void shot(Window window, String name, int tallest) {
        if (!isWanted(name)) {
            return;
        }
        Page page = window.page();
        int height =
                Math.min(
                        tallest,
                        ((Number) page.evaluate("() => document.documentElement.scrollHeight"))
                                .intValue());
        page.setViewportSize(window.look().width(), height);
        page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }");
        byte[] png = page.screenshot(new Page.ScreenshotOptions());
        page.setViewportSize(window.look().width(), window.look().height());
        Png.write(FOLDER.resolve(name + ".png"), png);
    }

    private static boolean isWanted(String name) {
        boolean named = name.endsWith("-en") || name.endsWith("-cy");
        boolean shown = named && SHOWN.contains(name.substring(0, name.length() - 3));
        return WANTED && (shown || ALONE.contains(name));
    }
}
