package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.diogel.WebTest;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.report.Ticket;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Markup, scripts and templates typed into everything that can be typed, then read by every role: they
/// stand there as text. TRUST §5 D3. A form's one-line fields take one after another; with
/// `-Ddiogel.deep=true` each of them takes each.
@WebTest
class StoredWordsTest {

    private static final List<String> STEPS =
            List.of("now", "who", "sharing", "what", "when", "where", "words", "them", "looks",
                    "reach", "vehicle", "kept", "support", "contact", "about");

    /// Leads away, ends the visit, or is no page.
    private static final Pattern NOT_WALKED = Pattern.compile("/(leave|assets|sign-out|health).*|//.*");

    /// Shows by POST what is sealed, or takes it as a file.
    private static final Pattern OPENS =
            Pattern.compile("/queue/[^/]+/original|/inbox/[^/]+(/json|/draft)?|/duties/[^/]+|/passing/[^/]+/paper");

    private static final int NAME = 120;

    @Autowired private ApplicationContext app;
    @LocalServerPort private int port;

    private final List<String> payloads = all();
    private final Map<String, List<String>> faults = new TreeMap<>();
    private final Set<String> pages = new TreeSet<>();
    private final StringBuilder read = new StringBuilder();
    private int next;

    private static List<String> all() {
        try {
            return Planted.all();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWasTypedStandsThereAsText() throws Exception {
        assertThat(payloads).hasSizeGreaterThan(60);
        String story = String.join("\n", payloads).replace("\u0000", "");
        // What stands between them is in no story, so nothing counts as copied.
        String coat = String.join("\nteal\n", few(payloads.reversed(), 1_200));
        String agency = String.join(" ", few(payloads, NAME));
        Staff staff =
                Staff.join(app, agency, Region.SOUTH_WALES, List.of(Role.values()), payloads.get(2));
        Project project = Project.make(app, staff, Region.SOUTH_WALES, story, coat);

        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("the story", story);
        typed.put("a warning", coat);
        typed.put("an agency", agency);
        typed.put("somebody", "Made-Up MODERATOR" + payloads.get(2));
        int rounds = Boolean.getBoolean("diogel.deep") ? payloads.size() : 1;
        for (int round = 0; round < rounds; round++) {
            next = round;
            tell(typed, story);
            ask(typed, story);
        }
        try (Visitor administrator = staff.signIn(port, Role.ADMINISTRATOR)) {
            fill(administrator, "/areas/agency", typed, story);
            fill(administrator, "/people/invite", typed, story);
            fill(administrator, "/texts/en", typed, story);
        }
        for (String name : List.of("draft", "sent", "taken", "closed", "held")) {
            comeBack(project.reports().get(name));
        }
        for (Role role : Role.values()) {
            try (Visitor visitor = staff.signIn(port, role)) {
                walk(visitor, role);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(pages).hasSizeGreaterThan(70);
        String everything = read.toString();
        Set<String> unread = new TreeSet<>();
        typed.forEach(
                (where, what) -> {
                    if (!everything.contains(Planted.seen(what))) {
                        unread.add(where);
                    }
                });
        assertThat(unread).as("typed, but on no page").isEmpty();
        assertThat(typed.keySet())
                .contains("/tell/words words", "/tell/them them.manner", "/ask words", "/areas/agency name", "/receipt/add more")
                .hasSizeGreaterThan(15);
    }

    /// A page that shows what it should not is caught.
    @Test
    void theSearchFindsMarkup() throws Exception {
        Set<String> unseen = new TreeSet<>();
        int tried = 0;
        for (String payload : payloads) {
            String page = payload.startsWith("<") ? "<p>" + payload + "</p>" : "<input value=\"" + payload + "\"><input value='" + payload + "'>";
            if (payload.startsWith("<") || payload.matches("(?s)[\"'].*")) {
                tried++;
                if (Planted.faults(org.jsoup.Jsoup.parse(page), "n").isEmpty()) {
                    unseen.add(payload);
                }
            }
        }
        // Those end something that such a page does not have, or begin nothing in it.
        assertThat(tried).isGreaterThan(35);
        assertThat(unseen).hasSizeLessThan(4);
        assertThat(Planted.faults(org.jsoup.Jsoup.parse("<a href=\"javascript:alert(1)\">x</a>"), "n"))
                .isNotEmpty();
    }

    /// As many as fit, of those that hold no run of words that could have been copied.
    private static List<String> few(List<String> from, int length) {
        List<String> some = new ArrayList<>();
        int used = 0;
        for (String one : from) {
            boolean shown = one.chars().noneMatch(c -> c == 0);
            if (shown && one.split("\\W+").length < 7 && used + one.length() < length) {
                some.add(one);
                used += one.length() + 1;
            }
        }
        return some;
    }

    /// Every question of the public form, and what she adds afterwards.
    private void tell(Map<String, String> typed, String story) throws Exception {
        try (Teller teller = new Teller(port)) {
            Visitor her = teller.visitor;
            her.from = address();
            her.post("/tell", teller.fields());
            for (String step : STEPS) {
                fill(her, "/tell/" + step, typed, story);
            }
            check(her, "/tell/check", her.get("/tell/check"));
            Map<String, List<String>> send = her.get("/tell/check").fields();
            send.put("sharing", List.of("members"));
            send.put("child", List.of("no"));
            send.put("life", List.of("no"));
            send.put("second", List.of(Project.SECOND));
            Answer sent = her.follow(her.post("/tell/check", send));
            assertThat(sent.page().select(".govuk-error-summary").text()).isEmpty();
            assertThat(sent.status()).as(sent.page().title()).isEqualTo(200);
            check(her, "/tell/check sent", sent);
            teller.acknowledged();
            fill(her, "/receipt/add", typed, story);
            prove(her);
            walk(her, null);
        }
    }

    /// Somebody who thinks that others told us about them.
    private void ask(Map<String, String> typed, String story) throws Exception {
        try (Visitor visitor = new Visitor(port)) {
            visitor.from = address();
            fill(visitor, "/ask", typed, story);
        }
    }

    /// Another one in each round: so many from one would be too many.
    private String address() {
        return "127.0.3." + (next % 200 + 1);
    }

    private void comeBack(Ticket ticket) throws Exception {
        try (Visitor her = new Visitor(port)) {
            Map<String, List<String>> code = her.get("/code").fields();
            code.put("code", List.of(ticket.code().spaced()));
            check(her, "/code", her.follow(her.post("/code", code)));
            prove(her);
            walk(her, null);
        }
    }

    private static void prove(Visitor her) throws IOException {
        Answer second = her.get("/receipt/second");
        if (second.status() == 200 && second.page().selectFirst("form#form") != null) {
            Map<String, List<String>> secret = second.fields();
            secret.put("second", List.of(Project.SECOND));
            her.post("/receipt/second", secret);
        }
    }

    /// Fills a form with all of it, where a line is asked for with one; what is refused is shown again
    /// and left out.
    private void fill(Visitor visitor, String path, Map<String, String> typed, String story)
            throws IOException {
        Answer page = visitor.get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        if (page.page().selectFirst("form#form") == null) {
            check(visitor, path, page);
            return;
        }
        Map<String, List<String>> fields = filled(page, story);
        Map<String, String> here = new LinkedHashMap<>();
        for (int tries = 0; tries < 3; tries++) {
            Answer answer = post(visitor, path, fields);
            check(visitor, path + " sent", answer);
            if (answer.status() != 422) {
                assertThat(answer.status()).as(path).isIn(200, 303);
                page.page().select("form#form textarea, form#form input[type=text], form#form input[type=email]")
                        .eachAttr("name")
                        .forEach(name -> here.put(path + " " + name, fields.get(name).getFirst()));
                // What identifies something is shown as it is compared, and no code is shown again.
                here.values().removeIf(value -> !value.contains("planted"));
                typed.putAll(here);
                return;
            }
            for (Element wrong : answer.page().select(".govuk-form-group--error [name]")) {
                String name = wrong.attr("name");
                boolean tooLong = wrong.tagName().equals("textarea") && tries == 0;
                fields.put(name, List.of(tooLong ? shorter() : instead(name, tries)));
            }
        }
// Not taken whatever was tried: then it is not among what has to be read again.
    }

    private String shorter() {
        return String.join("\n", payloads.subList(next % 40, next % 40 + 30)).replace("\u0000", "");
    }

    private static String instead(String name, int tries) {
        if (name.contains("mail") || name.contains("reach")) {
            return "somebody" + System.nanoTime() + "@diogel.invalid";
        }
        if (name.equals("name") || name.equals("reviewer") || name.equals("words")) {
            return tries == 0 ? "<b class=planted>Name</b>" : "Made-up name";
        }
        return "";
    }

    private Map<String, List<String>> filled(Answer page, String story) {
        Map<String, List<String>> fields = new LinkedHashMap<>(page.fields());
        for (Element field : page.page().select("form#form [name]")) {
            String name = field.attr("name");
            switch (field.tagName().equals("input") ? field.attr("type") : field.tagName()) {
                case "radio", "checkbox" -> fields.putIfAbsent(name, List.of(chosen(name, field)));
                case "text", "email" -> fields.put(name, List.of(payloads.get(next++ % payloads.size())));
                case "textarea" -> fields.put(name, List.of(story));
                case "password" -> fields.put(name, List.of(Project.SECOND));
                default -> {
                    // As it stands.
                }
            }
        }
        return fields;
    }

    private static String chosen(String name, Element field) {
        return switch (name) {
            case "child", "life", "now.danger", "them.here" -> "no";
            case "them.relation" -> "website";
            case "them.force" -> "unknown";
            case "who.adult", "contact.may" -> "yes";
            case "who.for" -> "myself";
            case "where.region" -> Region.SOUTH_WALES.name();
            case "sharing" -> "members";
            case "role", "roles" -> Role.MEMBER.name();
            default -> field.attr("value");
        };
    }

    /// As a browser sends it, but half a character stays half a character.
    private static Answer post(Visitor visitor, String path, Map<String, List<String>> fields)
            throws IOException {
        String body = new String(Visitor.encoded(fields), StandardCharsets.US_ASCII);
        return visitor.send(
                "POST",
                path,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                body.getBytes(StandardCharsets.US_ASCII));
    }

    /// Every page that a link leads to, and what opens by a button.
    private void walk(Visitor visitor, Role role) throws IOException {
        Set<String> been = new LinkedHashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(role == null ? "/receipt" : "/home"));
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            if (NOT_WALKED.matcher(path).matches() || !been.add(path)) {
                continue;
            }
            Answer answer = visitor.follow(visitor.get(path));
            check(visitor, path, answer);
            for (Element link : answer.page().select("a[href^=/]")) {
                ahead.add(link.attr("href").replaceFirst("#.*", ""));
            }
            for (Element form : answer.page().select("form[method=post]")) {
                String to = form.attr("action");
                if (OPENS.matcher(to).matches() && been.add("POST " + to)) {
                    open(visitor, answer, to);
                }
            }
        }
    }

    private void open(Visitor visitor, Answer page, String to) throws IOException {
        String form = "form[action=" + to + "]";
        Map<String, List<String>> fields = page.fields(form);
        page.page().select(form + " input[type=radio]")
                .forEach(radio -> fields.putIfAbsent(radio.attr("name"), List.of(radio.attr("value"))));
        Answer opened = visitor.follow(visitor.post(to, fields));
        check(visitor, "POST " + to, opened);
        for (Element more : opened.page().select("form[method=post]")) {
            String then = more.attr("action");
            if (OPENS.matcher(then).matches() && !then.equals(to)) {
                String inner = "form[action=" + then + "]";
                check(visitor, "POST " + then, visitor.follow(visitor.post(then, opened.fields(inner))));
            }
        }
    }

    private void check(Visitor visitor, String path, Answer answer) {
        String place = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*");
        List<String> wrong = new ArrayList<>(Headers.faults(answer, false));
        String type = answer.header("content-type").orElse("");
        if (type.startsWith("text/html")) {
            Document page = answer.page();
            wrong.addAll(Planted.faults(page, Headers.nonce(answer)));
            if (answer.status() == 200) {
                read.append(Planted.seen(page)).append('\n');
                pages.add(place);
            }
        } else if (answer.status() == 200
                && !answer.header("content-disposition").orElse("").startsWith("attachment")) {
            wrong.add("shown as " + type);
        }
        if (answer.status() >= 500) {
            wrong.add("status " + answer.status());
        }
        if (!wrong.isEmpty()) {
            faults.put(place, wrong);
        }
    }
}
