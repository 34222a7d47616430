package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diogel.PackCheck;
import org.diogel.Project;
import org.diogel.WebTest;
import org.diogel.account.Authorisation;
import org.diogel.kernel.Lang;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.diogel.web.Languages;
import org.diogel.web.Texts;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Every screen of the public journey, opened over HTTP in every language pack: all in that language
/// and in its direction, nothing in English, nothing missing.
@WebTest
class PacksJourneyTest extends Visits {

    private static final String SECOND = "three quiet words";

    @Autowired Languages languages;

    private final List<String> faults = new ArrayList<>();
    private final Set<String> opened = new TreeSet<>();
    private Texts texts;

    /// Texts of the journey that would be recognised as English on a page of another language.
    private final Map<String, String> english = new TreeMap<>();

    static List<Lang> packs() {
        return Lang.all().stream().filter(lang -> !lang.isWhole()).toList();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyScreenIsInTheLanguageOfThePack(Lang lang) throws IOException {
        texts = languages.in(lang);
        new PackCheck(Project.app()).english().forEach((key, text) -> {
            if (text.indexOf('{') < 0 && text.split(" ").length > 3 && !text.equals(texts.t(key))) {
                english.put(key, text);
            }
        });
        her.headers.put("Accept-Language", lang.tag() + ", en;q=0.5");
        telling();
        sending();
        comingBack();
        secret();
        undoing();
        faultPages();
        everyOtherScreen();
        assertThat(faults).isEmpty();
    }

    private void telling() throws IOException {
        see(her.get("/"));
        see(her.get("/not-open"));
        see(her.get("/code"));
        Map<String, List<String>> wrong = her.get("/code").fields();
        wrong.put("code", List.of("7Q2M K4TD 0000 0000"));
        see(her.post("/code", wrong));
        see(begin());
        for (String step : Steps.ALL) {
            see(her.get("/tell/" + step));
            if (Questions.of(step).isEmpty()) {
                // Files are a page of their own, without questions of the form.
                continue;
            }
            Map<String, List<String>> fields = her.get("/tell/" + step).fields();
            for (Question question : Questions.of(step)) {
                if (question.kind() == Question.Kind.DATE) {
                    fields.put(question.field() + "-day", List.of("99"));
                } else if (!question.hasOptions()) {
                    fields.put(question.field(), List.of("x".repeat(question.longest() + 1)));
                }
            }
            Answer mend = her.post("/tell/" + step, fields);
            if (mend.status() != 303) {
                see(mend);
            }
        }
        her.get("/tell/code");
        see(her.get("/tell/code"));
        see(her.get("/tell/throw-away"));
        see(her.post("/tell/check", her.get("/tell/check").fields()));
    }

    private void sending() throws IOException {
        begin();
        for (String step : Steps.ALL) {
            if (Questions.of(step).isEmpty()) {
                continue;
            }
            Map<String, List<String>> fields = her.get("/tell/" + step).fields();
            for (Question question : Questions.of(step)) {
                if (question.field().equals("sharing")) {
                    fields.put("sharing", List.of("members"));
                } else if (question.hasOptions()) {
                    fields.put(question.field(), List.of(question.options().getFirst()));
                }
            }
            fields.computeIfPresent("words", (name, typed) -> List.of(WEIRD));
            fields.computeIfPresent("them.phone", (name, typed) -> List.of("07700 900123\nabc"));
            fields.computeIfPresent("them.vehicle", (name, typed) -> List.of("CUS1 A8C\nQI"));
            fields.computeIfPresent("them.email", (name, typed) -> List.of("a@b.invalid\nx"));
            assertThat(her.post("/tell/" + step, fields).status()).as(step).isEqualTo(303);
        }
        Answer check = her.get("/tell/check");
        see(check);
        Map<String, List<String>> send = sendable(check);
        send.put("second", List.of("x"));
        see(her.post("/tell/check", send));
        send.put("second", List.of(SECOND));
        see(her.post("/tell/check", send));
        see(her.post("/tell/check", send));
        see(her.post("/tell/words", Map.of("_csrf", send.get("_csrf"))));
    }

    private void comingBack() throws IOException {
        her.cookies.remove(Tickets.COOKIE);
        see(her.get("/receipt"));
        see(comeBack(code));
        see(her.get("/receipt"));
        Answer add = her.get("/receipt/add");
        see(add);
        see(her.post("/receipt/add", add.fields()));
        Map<String, List<String>> more = add.fields();
        more.put("more", List.of(WEIRD));
        see(her.post("/receipt/add", more));
        see(her.get("/receipt/stop"));
    }

    private void secret() throws IOException {
        Answer ask = her.get("/receipt/second");
        see(ask);
        Map<String, List<String>> second = ask.fields();
        second.put("second", List.of("wrong"));
        see(her.post("/receipt/second", second));
        second.put("second", List.of(SECOND));
        see(her.post("/receipt/second", second));
        see(her.get("/receipt/choices"));
        see(her.get("/receipt/delete"));
    }

    private void undoing() throws IOException {
        Answer delete = her.get("/receipt/delete");
        see(her.post("/receipt/delete", delete.fields("main form")));
        Answer keep = her.get("/receipt");
        see(her.post("/receipt/keep", keep.fields("main form[action=/receipt/keep]")));
        Answer stop = her.get("/receipt/stop");
        see(her.post("/receipt/stop", stop.fields("main form")));
        see(her.get("/receipt/choices"));
    }

    private void faultPages() throws IOException {
        see(her.get("/nothing-here"));
        see(her.get("/tell/%zz"));
        see(her.post("/tell/words", Map.of("words", List.of("no token"))));
        see(her.post("/tell/words", Map.of("words", List.of("x".repeat(1_100_000)))));
    }

    /// Pages of the journey that came later than this test are opened all the same: whatever anybody
    /// may ask for who has not signed in.
    private void everyOtherScreen() throws IOException {
        Set<String> excepted = Project.exceptions("not-in-packs.txt").keySet();
        for (Authorisation.Row row : Authorisation.rows()) {
            String path = row.pattern();
            boolean hers = row.who().contains("public") || row.who().contains("holder");
            boolean opens = row.method().equals("GET") && path.indexOf('{') < 0 && path.indexOf('*') < 0;
            if (hers && opens && excepted.stream().noneMatch(path::startsWith)) {
                see(her.get(path));
            }
        }
        assertThat(opened).hasSizeGreaterThan(20);
    }

    private void see(Answer first) throws IOException {
        Answer answer = her.follow(first);
        Document page = answer.page();
        String title = answer.status() + " " + page.title();
        opened.add(title);
        if (answer.status() >= 500 || answer.body().length == 0) {
            faults.add(title + ": no page");
            return;
        }
        if (!page.selectFirst("html").attr("lang").equals(texts.lang().tag())
                || !page.selectFirst("html").attr("dir").equals(texts.lang().direction())) {
            faults.add(title + ": says " + page.selectFirst("html").attributes());
        }
        page.select("nav.diogel-language, script").remove();
        String said = page.text();
        english.forEach((key, text) -> {
            if (said.contains(text)) {
                faults.add(title + ": " + key + " is in English: " + text);
            }
        });
    }

    @Test
    void whatSheTypedStaysWhenSheChangesTheLanguage() throws IOException {
        begin();
        Map<String, List<String>> fields = her.get("/tell/words").fields();
        for (Lang lang : packs()) {
            fields.put("words", List.of(WEIRD));
            fields.put("lang", List.of(lang.tag()));
            Answer page = her.post("/tell/words", fields);
            assertThat(page.page().selectFirst("html").attr("lang")).isEqualTo(lang.tag());
            assertThat(page.page().selectFirst("textarea").wholeText()).contains("שלום", "${7*7}");
            assertThat(page.page().select("nav button[name=lang]").eachAttr("value"))
                    .hasSize(Lang.all().size() - 1)
                    .contains("en", "cy")
                    .doesNotContain(lang.tag());
        }
    }

    @Test
    void theBrowserIsBelievedAndAWritingSheDoesNotReadIsNotOffered() throws IOException {
        assertThat(first("ro-MD,en;q=0.8")).isEqualTo("ro");
        assertThat(first("zu, cy;q=0.9, en;q=0.8")).isEqualTo("cy");
        assertThat(first("zu")).isEqualTo("en");
        for (Lang lang : packs()) {
            if (lang.tag().equals("zh-Hans")) {
                assertThat(first("zh-CN")).isEqualTo("zh-Hans");
                assertThat(first("zh-TW,en;q=0.5")).isEqualTo("en");
            } else if (lang.tag().equals("pt-BR")) {
                assertThat(first("pt-PT")).isEqualTo("pt-BR");
            }
        }
    }

    private String first(String preferred) throws IOException {
        try (Visitor visitor = new Visitor(port)) {
            visitor.headers.put("Accept-Language", preferred);
            return visitor.get("/").page().selectFirst("html").attr("lang");
        }
    }

    /// Signing in exists in English and Welsh: the page says so in the language she chose.
    @Test
    void aPageThatNoPackHasIsInEnglishAndSaysSo() throws IOException {
        her.headers.put("Accept-Language", "ro");
        her.get("/?lang=ro");
        Document page = her.get("/sign-in").page();
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("main p[lang=ro]").text())
                .isEqualTo(languages.in(Lang.ofTag("ro").orElseThrow()).t("web.language.not-here"));
        assertThat(page.select("nav.diogel-language .diogel-language__switch")).hasSize(1);
    }
}
