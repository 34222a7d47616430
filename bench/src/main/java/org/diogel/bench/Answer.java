package org.diogel.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// What came back over HTTP, as it came: compressed where it was.
record Answer(int status, HttpHeaders headers, byte[] body) {

    private static final Pattern HIDDEN =
            Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    String text() {
        if (!headers.firstValue("Content-Encoding").orElse("").equals("gzip")) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Answer expect(int wanted) throws IOException {
        if (status != wanted) {
            throw new IOException(status + " came instead of " + wanted);
        }
        return this;
    }

    /// What the page's form for a path sends without being asked.
    Map<String, String> hidden(String action) throws IOException {
        String page = text();
        int form = page.indexOf("<form action=\"" + action + "\"");
        if (form < 0) {
            throw new IOException("A page without its form " + action);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (List<String> pair : all(HIDDEN, page.substring(form, page.indexOf("</form>", form)))) {
            fields.put(pair.getFirst(), pair.getLast());
        }
        return fields;
    }

    /// The groups of every match.
    static List<List<String>> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(
                        found ->
                                IntStream.rangeClosed(1, found.groupCount())
                                        .mapToObj(found::group)
                                        .map(group -> group.replace("&amp;", "&"))
                                        .toList())
                .toList();
    }

    /// Bytes on the wire, head and body.
    long wire() {
        long head = "HTTP/1.1 200 \r\n\r\n".length();
        for (var header : headers.map().entrySet()) {
            for (String value : header.getValue()) {
                head += header.getKey().length() + value.length() + ": \r\n".length();
            }
        }
        return head + body.length;
    }
}
