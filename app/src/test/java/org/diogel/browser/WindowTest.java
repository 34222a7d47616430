package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.diogel.kernel.Lang;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The checks of every page find what they are there to find.
class WindowTest {
    private static final String GOOD = page("Messages", "<p>Hello</p>");
    private static HttpServer server;
    private static volatile String shown = GOOD;

    @BeforeAll
    static void serve() throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = shown.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
                    exchange.getResponseHeaders()
                            .set(
                                    "Content-Security-Policy",
                                    "default-src 'none'; img-src *; require-trusted-types-for"
                                            + " 'script'");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void agreesWithAGoodPage() {
        shown = GOOD;
        try (Window window = open(Look.in(Lang.EN))) {
            window.go("/home").check();
        }
        try (Window window = open(Look.in(Lang.EN).withoutScripts())) {
            window.go("/home").check();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Messages | <p style='color:red'>x</p> | inline",
                "Messages | <script>alert(1)</script> | Content Security Policy",
                "Messages | <img alt='' src='http://stranger.invalid/x.png'> | asked somebody else",
                "Messages | <p><input type=text></p> | axe: label",
                "Messages | <pre>" + "wwwwwwwwww" + "wwwwwwwwww" + "wwwwwwwwww" + "wwwwwwwwww"
                        + "wwwwwwwwww</pre> | the page is",
                "Messages | <p>Hello {name}</p> | placeholder",
                "Messages | <button form=f name=lang>Cymraeg</button><form id=f><button>Go</button></form>"
                        + " | Enter key",
                "Messages | <h1>Another</h1> | headings",
                "Reports of violence | <p>Hello</p> | the title tells",
                "Adroddiadau am drais rhywiol | <p>Helo</p> | the title tells",
            })
    void findsTheFault(String title, String body, String fault) {
        shown = page(title, body);
        try (Window window = open(Look.in(Lang.EN))) {
            window.go("/home");
            assertThatThrownBy(window::check).hasMessageContaining(fault);
        }
    }

    @Test
    void findsAnotherLanguageThanAskedFor() {
        shown = GOOD;
        try (Window window = open(Look.in(Lang.CY))) {
            window.go("/home");
            assertThatThrownBy(window::check).hasMessageContaining("not cy");
        }
    }

    @Test
    void knowsTellingWords() {
        assertThat(PageFaults.isTelling("Sexual health")).isTrue();
        assertThat(PageFaults.isTelling("http://127.0.0.1/police")).isTrue();
        assertThat(PageFaults.isTelling("Tell us what happened – Messages")).isFalse();
        assertThat(PageFaults.isTelling("Dywedwch wrthym beth ddigwyddodd")).isFalse();
        assertThat(PageFaults.isTelling("Gwahodd rhywun")).isFalse();
    }

    private static Window open(Look look) {
        return Window.open("http://127.0.0.1:" + server.getAddress().getPort(), look);
    }

    private static String page(String title, String body) {
        return "<!doctype html><html lang=en><title>%s</title><meta name=viewport content=width=device-width><main><h1>Home</h1>%s</main></html>"
                .formatted(title, body);
    }
}
