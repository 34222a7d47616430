package org.diogel.bench;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// Somebody's browser without scripts. It keeps cookies by hand, since they are `Secure` and no
/// library would send them over plain HTTP; connections are kept open and shared by all.
final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .connectTimeout(PATIENCE)
                    .build();

    private final int port;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Browser(int port) {
        this.port = port;
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    Answer post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body =
                fields.entrySet().stream()
                        .map(field -> percent(field.getKey()) + "=" + percent(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /// Somebody else's request as her own: method, address, kind of body, languages and any cookie that she
    /// does not have go with it.
    Answer pass(HttpExchange of, byte[] body) throws IOException, InterruptedException {
        StringBuilder path = new StringBuilder();
        for (char c : of.getRequestURI().toASCIIString().toCharArray()) {
            path.append(c < '!' || "\"<>[]\\^`{|}".indexOf(c) >= 0 ? "%" + HexFormat.of().toHexDigits((byte) c) : c);
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
        request.method(
                of.getRequestMethod(),
                body.length == 0
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : List.of("Content-Type", "Accept-Language", "Referer", "User-Agent")) {
            String value = of.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        Map<String, String> all = new LinkedHashMap<>(cookies);
        for (String pair : String.join(";", of.getRequestHeaders().getOrDefault("Cookie", List.of())).split(";")) {
            if (pair.contains("=")) {
                all.put(pair.substring(0, pair.indexOf('=')).strip(), pair.substring(pair.indexOf('=') + 1));
            }
        }
        if (!all.isEmpty()) {
            request.header(
                    "Cookie",
                    all.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<byte[]> answer =
                CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (!of.getRequestHeaders().containsKey("Cookie")) {
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
        }
        return new Answer(answer.statusCode(), answer.headers(), answer.body());
    }

    Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(PATIENCE)
                        .header("Accept-Encoding", "gzip, deflate, br, zstd");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return new Answer(answer.statusCode(), answer.headers(), answer.body());
    }

    private void keep(String cookie) {
        String pair = cookie.substring(0, (cookie + ";").indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(name.length() + 1);
        if (value.isEmpty() || cookie.toLowerCase(Locale.ROOT).contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
