package org.diogel.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What axe-core finds against WCAG 2.2 AA. It is handed to the page from outside, so the page's own
/// content security policy stays as it is. It needs scripts: with them off it never ends.
final class Axe {
    private static final String SOURCE = source();
    private static final String RUN =
            """
            async () => {
                const found = await axe.run(document, {
                    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
                    resultTypes: ['violations'],
                });
                return found.violations.flatMap(v => v.nodes.map(n =>
                    v.id + ' (' + v.help + ') at ' + n.target.join(' ') + ': '
                        + n.html.slice(0, 160) + ' ' + (n.failureSummary || '').slice(0, 300)));
            }
            """;

    private Axe() {}

    /// One line a fault; empty when there is none.
    static List<String> faults(Page page) {
        if (!Boolean.TRUE.equals(page.evaluate("() => typeof axe === 'object'"))) {
            JsonObject script = new JsonObject();
            script.addProperty("expression", SOURCE);
            CDPSession session = page.context().newCDPSession(page);
            session.send("Runtime.evaluate", script);
            session.detach();
        }
        return ((List<?>) page.evaluate(RUN)).stream().map(Object::toString).toList();
    }

    private static String source() {
        try {
            return Files.readString(Path.of("..", "node_modules", "axe-core", "axe.min.js"));
        } catch (IOException missing) {
            throw new UncheckedIOException("axe-core is not there: run npm ci", missing);
        }
    }
}
