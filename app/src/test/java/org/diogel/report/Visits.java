package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diogel.access.Access;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Somebody who tells over HTTP, without scripts.
abstract class Visits {

    static final String WEIRD =
            "a\0b \ud83d\ude00 שלום \u202eمرحبا\u202c ŵŷ <script>alert(1)</script> ${7*7} {0} ’ \" & ";

    @LocalServerPort int port;
    @Autowired Access access;
    @Autowired Telling telling;
    @Autowired Guesses guesses;
    @Autowired Receipts receipts;

    Visitor her;

    /// Of the report she began last.
    String code = "";

    @BeforeEach
    void visitor() {
        Fixtures.desks(access);
        her = new Visitor(port);
        her.headers.put("Accept-Language", "en");
    }

    @AfterEach
    void close() {
        her.close();
        // Other tests come from the same address.
        for (int i = 0; i < 60; i++) {
            guesses.codeWasRight("127.0.0.1");
        }
    }

    Answer begin() throws IOException {
        Answer start = her.get("/");
        Answer began = her.post("/tell", start.fields("form[action=/tell]"));
        assertThat(began.status()).isEqualTo(303);
        Answer page = her.follow(began);
        code = page.page().selectFirst(".diogel-code").text();
        return page;
    }

    void fill(String step, Map<String, String> typed) throws IOException {
        Map<String, List<String>> fields = her.get("/tell/" + step).fields();
        typed.forEach((field, value) -> fields.put(field, List.of(value)));
        assertThat(her.post("/tell/" + step, fields).status()).isEqualTo(303);
    }

    Map<String, List<String>> csrf() throws IOException {
        Map<String, List<String>> fields = her.get("/tell/words").fields();
        return new LinkedHashMap<>(Map.of("_csrf", fields.get("_csrf")));
    }

    /// The last page with both questions answered.
    static Map<String, List<String>> sendable(Answer check) {
        Map<String, List<String>> fields = check.fields();
        fields.put("child", List.of("no"));
        fields.put("life", List.of("no"));
        return fields;
    }

    /// The id of the report whose code this receipt shows.
    String report(Answer receipt) {
        return ticket(receipt.page().selectFirst(".diogel-code").text()).report().toString();
    }

    Ticket ticket(String code) {
        return telling.resume(ReceiptCode.read(code).orElseThrow()).orElseThrow();
    }

    /// Gives the second secret.
    Ticket prove(String second) throws IOException {
        Map<String, List<String>> fields = her.get("/receipt/second").fields();
        fields.put("second", List.of(second));
        assertThat(her.post("/receipt/second", fields).location()).isEqualTo("/receipt/told");
        String whose = her.get("/receipt/choices").fields().get("whose").getFirst();
        assertThat(whose).hasSize(16);
        return ticket(code).withSecond();
    }

    Answer comeBack(String code) throws IOException {
        Map<String, List<String>> fields = her.get("/code").fields();
        fields.put("code", List.of(code));
        return her.follow(her.post("/code", fields));
    }

    /// The page is in its language, has one heading, labels for everything, and no script of its own.
    static void wholesome(Answer answer, String lang) {
        Document page = answer.page();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(lang);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("[style], [onclick], script:not([nonce])")).isEmpty();
        for (Element field : page.select("main input:not([type=hidden]), main textarea")) {
            assertThat(page.select("label[for=\"" + field.id() + "\"]"))
                    .as("label of " + field.attr("name"))
                    .hasSize(1);
        }
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }
}
