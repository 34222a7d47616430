package org.diogel.trust;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A browser without scripts on one connection: it keeps cookies (by hand, since they are `Secure`
/// and no library would send them over plain HTTP) and nothing else. An [IOException] means that
/// nothing is known about what the server did. For one thread.
public final class Visitor implements AutoCloseable {

    /// Anybody's patience with one page.
    private static final int PATIENCE = 30_000;

    public final Map<String, String> cookies = new LinkedHashMap<>();

    /// Sent with every request, such as `Accept-Language`.
    public final Map<String, String> headers = new LinkedHashMap<>();

    /// Where it calls from: any address of this machine, such as 127.0.3.1.
    public String from = "127.0.0.1";

    final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    public Visitor(int port) {
        this.port = port;
    }

    public Answer get(String path) throws IOException {
        return send("GET", path, Map.of(), new byte[0]);
    }

    public Answer post(String path, Map<String, List<String>> fields) throws IOException {
        return send(
                "POST",
                path,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                encoded(fields));
    }

    /// Follows redirects, as a browser does, with GET.
    public Answer follow(Answer answer) throws IOException {
        Answer last = answer;
        for (int steps = 0; last.status() == 303 || last.status() == 302; steps++) {
            if (steps == 5) {
                throw new AssertionError("Redirected without end: " + last);
            }
            // What stands after # is for the browser alone.
            last = get(last.location().replaceFirst("#.*", ""));
        }
        return last;
    }

    /// Sends and goes away before the answer comes.
    public void sendAndLeave(String method, String path, Map<String, List<String>> fields)
            throws IOException {
        write(
                method,
                path,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                encoded(fields));
        close();
    }

    /// Sends a form with a file as its last field.
    ///
    /// @param name of the file on her device; empty where none was chosen
    public Answer upload(String path, Map<String, List<String>> fields, String name, byte[] file)
            throws IOException {
        return send(
                "POST",
                path,
                Map.of("Content-Type", "multipart/form-data; boundary=" + Multipart.BOUNDARY),
                Multipart.body(fields, name, file));
    }

    public Answer send(String method, String path, Map<String, String> more, byte[] body)
            throws IOException {
        try {
            write(method, path, more, body);
            Answer answer = read(method);
            answer.all("set-cookie").forEach(this::keep);
            if (answer.header("connection").orElse("").equalsIgnoreCase("close")) {
                close();
            }
            return answer;
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    private void write(String method, String path, Map<String, String> more, byte[] body)
            throws IOException {
        Socket open = socket;
        if (open == null || open.isClosed()) {
            open =
                    new Socket(
                            InetAddress.getByName("127.0.0.1"),
                            port,
                            InetAddress.getByName(from),
                            0);
            open.setTcpNoDelay(true);
            open.setSoTimeout(PATIENCE);
            socket = open;
            in = new BufferedInputStream(open.getInputStream(), 65_536);
        }
        StringBuilder head = new StringBuilder(512);
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Host", "127.0.0.1:" + port);
        all.putAll(headers);
        all.putAll(more);
        if (!cookies.isEmpty() && !all.containsKey("Cookie")) {
            List<String> pairs = new ArrayList<>();
            cookies.forEach((name, value) -> pairs.add(name + "=" + value));
            all.put("Cookie", String.join("; ", pairs));
        }
        if (body.length > 0 || !method.equals("GET")) {
            all.putIfAbsent("Content-Length", Integer.toString(body.length));
        }
        all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] lines = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] message = new byte[lines.length + body.length];
        System.arraycopy(lines, 0, message, 0, lines.length);
        System.arraycopy(body, 0, message, lines.length, body.length);
        open.getOutputStream().write(message);
        open.getOutputStream().flush();
    }

    private Answer read(String method) throws IOException {
        String first = line();
        int status = Integer.parseInt(first.substring(9, 12));
        Map<String, List<String>> got = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            got.computeIfAbsent(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        boolean bare = method.equals("HEAD") || status == 204 || status == 304;
        return new Answer(status, got, bare ? new byte[0] : body(got));
    }

    private byte[] body(Map<String, List<String>> got) throws IOException {
        if (got.containsKey("content-length")) {
            return exactly(Integer.parseInt(got.get("content-length").getFirst()));
        }
        if (!got.containsKey("transfer-encoding")) {
            return new byte[0];
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            whole.write(exactly(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = input().readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("The answer was cut short");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = input().read(); c != '\n'; c = input().read()) {
            if (c < 0) {
                throw new EOFException("No answer");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private InputStream input() throws IOException {
        InputStream open = in;
        if (open == null) {
            throw new EOFException("Not connected");
        }
        return open;
    }

    private void keep(String cookie) {
        String[] parts = cookie.split(";");
        int equals = parts[0].indexOf('=');
        String name = parts[0].substring(0, equals);
        String value = parts[0].substring(equals + 1);
        if (value.isEmpty() || cookie.toLowerCase(Locale.ROOT).contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    static byte[] encoded(Map<String, List<String>> fields) {
        StringBuilder all = new StringBuilder();
        fields.forEach(
                (name, values) ->
                        values.forEach(
                                value ->
                                        all.append(all.isEmpty() ? "" : "&")
                                                .append(percent(name))
                                                .append('=')
                                                .append(percent(value))));
        return all.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException _) {
                // Gone either way.
            }
        }
    }
}
