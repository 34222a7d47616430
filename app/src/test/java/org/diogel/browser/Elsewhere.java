package org.diogel.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// The rest of the web: one harmless page, where somebody who leaves quickly arrives.
record Elsewhere(HttpServer server) {
    static final String HOST = "elsewhere.invalid";

    /// What the tests set `diogel.brand.exit` to.
    static final String ADDRESS = "http://" + HOST + "/weather";

    static final String TITLE = "Weather";

    static Elsewhere start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] page =
                    ("<!doctype html><html lang=en><title>" + TITLE + "</title><h1>Sunny</h1>")
                            .getBytes(StandardCharsets.UTF_8);
            server.createContext(
                    "/",
                    exchange -> {
                        exchange.getResponseHeaders().set("Content-Type", "text/html");
                        exchange.sendResponseHeaders(200, page.length);
                        exchange.getResponseBody().write(page);
                        exchange.close();
                    });
            server.start();
            return new Elsewhere(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }
}
