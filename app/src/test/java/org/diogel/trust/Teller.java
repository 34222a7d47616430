package org.diogel.trust;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody who tells, by the public pages and in as few requests as they allow.
final class Teller implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("id=\"code-shown\"[^>]*>([^<]+)<");
    private static final Pattern REFERENCE =
            Pattern.compile("\\b([0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})\\b");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /// What she sends. @param key the page's own, so that the same press of a button sends once
    /// @param second empty for none
    record Report(UUID key, String words, String second) {}

    final Visitor visitor;
    private String token = "";
    private String seen = "";

    Teller(int port) {
        visitor = new Visitor(port);
    }

    /// Everything up to the button that sends.
    void write(Report report) throws IOException {
        expect(303, visitor.post("/tell", fields()));
        Map<String, List<String>> page = fields();
        page.put("words", List.of(report.words()));
        expect(303, visitor.post("/tell/words", page));
        Matcher shown = SEEN.matcher(expect(200, visitor.get("/tell/check")).text());
        if (!shown.find()) {
            throw new AssertionError("The last page does not say what it shows");
        }
        seen = shown.group(1);
    }

    /// Presses the button. Afterwards nothing is acknowledged yet.
    Answer press(Report report) throws IOException {
        return visitor.post("/tell/check", check(report));
    }

    /// The page that says "We have it". @return the code it shows
    String acknowledged() throws IOException {
        Answer page = expect(200, visitor.get("/receipt"));
        Matcher code = CODE.matcher(page.text());
        if (!code.find()) {
            throw new AssertionError("No code on the receipt: " + page.page().text());
        }
        return code.group(1);
    }

    /// The whole of it. @return the code
    String tell(Report report) throws IOException {
        write(report);
        return send(report);
    }

    /// Sends what is written, or sends it again. @return the code
    String send(Report report) throws IOException {
        expect(303, press(report));
        return acknowledged();
    }

    /// Comes back with a code. @return the report's reference
    String reference(String code) throws IOException {
        Map<String, List<String>> fields = fields();
        fields.put("code", List.of(code));
        expect(303, visitor.post("/code", fields));
        Matcher reference = REFERENCE.matcher(expect(200, visitor.get("/receipt")).text());
        if (!reference.find()) {
            throw new AssertionError("No reference on the receipt");
        }
        return reference.group(1);
    }

    /// What the second secret shows, after [#reference].
    String told(String second) throws IOException {
        Map<String, List<String>> fields = fields();
        fields.put("second", List.of(second));
        expect(303, visitor.post("/receipt/second", fields));
        return expect(200, visitor.get("/receipt/told")).page().text();
    }

    Map<String, List<String>> check(Report report) throws IOException {
        Map<String, List<String>> fields = fields();
        fields.put("key", List.of(report.key().toString()));
        fields.put("seen", List.of(seen));
        fields.put("sharing", List.of("members"));
        fields.put("child", List.of("no"));
        fields.put("life", List.of("no"));
        fields.put("second", List.of(report.second()));
        return fields;
    }

    /// A form with its token: one page is read for it, as a browser would.
    Map<String, List<String>> fields() throws IOException {
        if (token.isEmpty()) {
            Matcher csrf = CSRF.matcher(expect(200, visitor.get("/")).text());
            if (!csrf.find()) {
                throw new AssertionError("No token on the first page");
            }
            token = csrf.group(1);
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("_csrf", List.of(token));
        return fields;
    }

    private static Answer expect(int status, Answer answer) throws NotNow {
        if (answer.status() >= 500) {
            throw new NotNow();
        }
        if (answer.status() != status) {
            throw new AssertionError(
                    status + " expected, came " + answer.status() + ": " + answer.page().text());
        }
        return answer;
    }

    /// The server said honestly that it cannot.
    static final class NotNow extends IOException {}

    @Override
    public void close() {
        visitor.close();
    }
}
