package org.diogel.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One person's way into the server for a program that cannot sign in: it stands in front of the server
/// and gives every request her session, a token that is right and a factor that is fresh, and signs in
/// again when the program has signed her out. It looks at every answer itself: one that says more of the
/// database than an attacker should hear, or that the server failed, is kept.
final class Stand implements AutoCloseable {

    /// A factor is fresh for fifteen minutes.
    private static final long FRESH_NANOS = 12 * 60 * 1_000_000_000L;

    /// What no answer may say.
    private static final Set<String> TELLTALE =
            Set.of("psqlexception", "org.postgresql", "syntax error at", "sqlstate", "java.lang.", "org.diogel.");

    /// Where nothing is asked, and what goes there only wastes time: a code to sign in works once.
    private static final Set<String> SHUT =
            Set.of("/sign-out", "/leave", "/account/sign-out-everywhere", "/receipt/close");

    /// How somebody comes to be in. @see People
    interface Arrival {
        Browser come() throws IOException, InterruptedException;
    }

    final AtomicLong requests = new AtomicLong();

    /// Requests after which nobody could come in again.
    final AtomicLong lost = new AtomicLong();

    /// What was wrong, by method, path and status; without what was sent.
    final Set<String> failures = new ConcurrentSkipListSet<>();

    private final Arrival arrival;
    private final HttpServer server;
    private @Nullable Browser inside;
    private String token = "";
    private long since;

    Stand(Arrival arrival) throws IOException {
        this.arrival = arrival;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Her browser, signed in.
    synchronized Browser browser() throws IOException, InterruptedException {
        Browser now = inside;
        if (now == null || System.nanoTime() - since > FRESH_NANOS) {
            now = arrival.come();
            token = now.get("/sign-in").hidden("/sign-in").getOrDefault("_csrf", "");
            inside = now;
            since = System.nanoTime();
        }
        return now;
    }

    private synchronized void leave(Browser gone) {
        if (inside == gone) {
            inside = null;
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (SHUT.contains(exchange.getRequestURI().getRawPath())) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            Answer answer;
            try {
                Browser browser = browser();
                answer = send(browser, exchange, body);
                // Who tries cookies of her own is out with each of them.
                if (isOut(answer) && !exchange.getRequestHeaders().containsKey("Cookie")) {
                    leave(browser);
                    answer = send(browser(), exchange, body);
                }
            } catch (InterruptedException | IOException | IllegalArgumentException broken) {
                lost.incrementAndGet();
                exchange.sendResponseHeaders(502, -1);
                return;
            }
            look(exchange, answer);
            answer.headers()
                    .map()
                    .forEach(
                            (name, values) -> {
                                if (!Set.of("content-length", "transfer-encoding", "content-encoding", "connection", "set-cookie")
                                        .contains(name.toLowerCase(Locale.ROOT))) {
                                    exchange.getResponseHeaders().put(name, values);
                                }
                            });
            byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
            if (text.length > 0 && !exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseBody().write(text);
            }
        }
    }

    private Answer send(Browser browser, HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        requests.incrementAndGet();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        byte[] sent = body;
        if (exchange.getRequestMethod().equals("POST")
                && (type == null || type.startsWith("application/x-www-form-urlencoded"))) {
            String fields =
                    Arrays.stream(new String(body, StandardCharsets.UTF_8).split("&"))
                            .filter(field -> !field.isEmpty() && !field.startsWith("_csrf="))
                            .collect(Collectors.joining("&"));
            sent =
                    (fields + (fields.isEmpty() ? "" : "&") + "_csrf=" + Browser.percent(token))
                            .getBytes(StandardCharsets.UTF_8);
        }
        return browser.pass(exchange, sent);
    }

    /// Whether it leads to a page where people say who they are.
    private static boolean isOut(Answer answer) {
        String to = answer.headers().firstValue("Location").orElse("");
        return answer.status() / 100 == 3 && (to.contains("/sign-in") || to.endsWith("/code"));
    }

    private void look(HttpExchange exchange, Answer answer) {
        String text = answer.text().toLowerCase(Locale.ROOT);
        String path =
                URLDecoder.decode(
                        exchange.getRequestURI().getRawPath().replaceAll("%(?![0-9a-fA-F]{2})", "%25"),
                        StandardCharsets.UTF_8);
        String where = exchange.getRequestMethod() + " " + path.substring(0, Math.min(80, path.length()));
        if (answer.status() >= 500) {
            failures.add(where + " answered " + answer.status());
        }
        TELLTALE.stream()
                .filter(text::contains)
                .forEach(said -> failures.add(where + " said \"" + said + "\""));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
