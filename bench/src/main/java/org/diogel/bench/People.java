package org.diogel.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who comes to the server that is measured: people who tell, people who come back with their code,
/// and the desks.
final class People {

    private static final Pattern CODE = Pattern.compile("id=\"code-shown\"[^>]*>([^<]+)<");
    private static final Pattern PASSWORD = Pattern.compile("<code[^>]*>([a-z-]+)</code>");
    private static final Pattern PERSON =
            Pattern.compile("([a-z]+@[a-z]+\\.invalid)<br>[^<]*<code[^>]*>([0-9 ]+)<");
    private static final Pattern ITEM = Pattern.compile("href=\"(/queue/[0-9a-f-]{36})\"");
    private static final Pattern LIST = Pattern.compile("href=\"(/queue\\?[^\"]+)\"");
    private static final List<String> REGIONS =
            List.of("SOUTH_WALES", "NORTH_WALES", "GWENT", "DYFED_POWYS", "OUTSIDE_WALES");

    private static final int MOST_KNOWN = 1_000;

    /// One of a desk, signed in. @param items and @param lists what her list led to
    record Member(Browser browser, List<String> items, List<String> lists) {}

    private final int port;
    private final List<String> codes = new CopyOnWriteArrayList<>();
    private final List<Member> members = new ArrayList<>();

    People(int port) {
        this.port = port;
    }

    int members() {
        return members.size();
    }

    /// One report in as few requests as the pages allow.
    ///
    /// @param token of a page that this browser has read
    /// @param number decides where it happened
    void tell(Browser browser, String token, int number) throws IOException, InterruptedException {
        browser.post("/tell", Map.of("_csrf", token)).expect(303);
        browser.post(
                        "/tell/where",
                        Map.of(
                                "_csrf",
                                token,
                                "where.region",
                                REGIONS.get(number % REGIONS.size())))
                .expect(303);
        browser.post("/tell/words", Map.of("_csrf", token, "words", words())).expect(303);
        Answer check = browser.get("/tell/check").expect(200);
        browser.post("/tell/check", sending(check)).expect(303);
    }

    String token(Browser browser) throws IOException, InterruptedException {
        String token = browser.get("/").expect(200).hidden("/tell").get("_csrf");
        if (token == null) {
            throw new IOException("The first page has no token");
        }
        return token;
    }

    /// Somebody who tells and will come back with her code.
    void makeHolder() throws IOException, InterruptedException {
        Browser browser = new Browser(port);
        tell(browser, token(browser), ThreadLocalRandom.current().nextInt(REGIONS.size()));
        Matcher code = CODE.matcher(browser.get("/receipt").expect(200).text());
        if (!code.find()) {
            throw new IOException("A receipt without a code");
        }
        codes.add(code.group(1));
    }

    /// Everybody of the made-up partnership who has a list of reports.
    void signIn() throws IOException, InterruptedException {
        String page = new Browser(port).get("/demo").expect(200).text();
        Matcher password = PASSWORD.matcher(page);
        if (!password.find()) {
            throw new IOException("The page of people has no password");
        }
        for (List<String> person : Answer.all(PERSON, page)) {
            String email = person.getFirst();
            for (int tries = 0; !signIn(email, password.group(1)); tries++) {
                if (tries == 2) {
                    throw new IOException(email + " cannot sign in");
                }
                // A code works once.
                Thread.sleep(31_000);
            }
        }
    }

    /// One of them alone.
    Browser signIn(String email) throws IOException, InterruptedException {
        Matcher password = PASSWORD.matcher(new Browser(port).get("/demo").expect(200).text());
        if (!password.find()) {
            throw new IOException("The page of people has no password");
        }
        Browser browser = new Browser(port);
        if (!enter(browser, email, password.group(1))) {
            throw new IOException(email + " cannot sign in");
        }
        return browser;
    }

    private boolean signIn(String email, String password)
            throws IOException, InterruptedException {
        Browser browser = new Browser(port);
        if (!enter(browser, email, password)) {
            return false;
        }
        Answer list = browser.get("/queue");
        if (list.status() == 200) {
            Member member =
                    new Member(browser, new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
            learn(member, list);
            if (!member.items.isEmpty()) {
                members.add(member);
            }
        }
        return true;
    }

    private boolean enter(Browser browser, String email, String password)
            throws IOException, InterruptedException {
        Map<String, String> fields = browser.get("/sign-in").expect(200).hidden("/sign-in");
        fields.put("email", email);
        fields.put("password", password);
        Answer asked = browser.post("/sign-in", fields).expect(200);
        fields = asked.hidden("/sign-in/code");
        String code =
                Answer.all(PERSON, browser.get("/demo").text()).stream()
                        .filter(person -> person.getFirst().equals(email))
                        .map(List::getLast)
                        .findFirst()
                        .orElseThrow();
        fields.put("code", code);
        return browser.post("/sign-in/code", fields).status() == 303;
    }

    /// From the first page to the receipt.
    void tells(Load.Pace pace) throws Exception {
        Browser she = new Browser(port);
        Map<String, String> fields = pace.then(Kind.START, 200, () -> she.get("/")).hidden("/tell");
        pace.then(Kind.BEGIN, 303, () -> she.post("/tell", fields));
        pace.then(Kind.STEP, 200, () -> she.get("/tell/code"));
        Map<String, String> where =
                pace.then(Kind.STEP, 200, () -> she.get("/tell/where")).hidden("/tell/where");
        where.put("where.region", any(REGIONS));
        pace.then(Kind.SAVE, 303, () -> she.post("/tell/where", where));
        Map<String, String> words =
                pace.then(Kind.STEP, 200, () -> she.get("/tell/words")).hidden("/tell/words");
        words.put("words", words());
        pace.then(Kind.SAVE, 303, () -> she.post("/tell/words", words));
        Answer check = pace.then(Kind.CHECK, 200, () -> she.get("/tell/check"));
        Map<String, String> sending = sending(check);
        pace.then(Kind.SEND, 303, () -> she.post("/tell/check", sending));
        pace.then(Kind.RECEIPT, 200, () -> she.get("/receipt"));
    }

    /// With her code, to her receipt.
    void comesBack(Load.Pace pace) throws Exception {
        Browser she = new Browser(port);
        Map<String, String> fields = pace.then(Kind.CODE, 200, () -> she.get("/code")).hidden("/code");
        fields.put("code", codes.get(ThreadLocalRandom.current().nextInt(codes.size())));
        pace.then(Kind.ENTER, 303, () -> she.post("/code", fields));
        pace.then(Kind.RECEIPT, 200, () -> she.get("/receipt"));
    }

    /// The list as it opens, or another part of it.
    void lists(Load.Pace pace) throws Exception {
        Member member = any(members);
        String path =
                member.lists.isEmpty() || ThreadLocalRandom.current().nextBoolean()
                        ? "/queue"
                        : any(member.lists);
        learn(member, pace.then(Kind.LIST, 200, () -> member.browser.get(path)));
    }

    void opens(Load.Pace pace) throws Exception {
        Member member = any(members);
        String path = any(member.items);
        pace.then(Kind.ITEM, 200, () -> member.browser.get(path));
    }

    private static <T> T any(List<T> some) {
        return some.get(ThreadLocalRandom.current().nextInt(some.size()));
    }

    /// Remembers some of where a list leads.
    private static void learn(Member member, Answer list) {
        String page = list.text();
        fill(member.items, Answer.all(ITEM, page));
        fill(member.lists, Answer.all(LIST, page));
    }

    private static void fill(List<String> known, List<List<String>> found) {
        if (known.size() < MOST_KNOWN) {
            known.addAll(
                    found.stream()
                            .map(List::getFirst)
                            .distinct()
                            .filter(path -> !known.contains(path))
                            .limit(MOST_KNOWN / 5)
                            .toList());
        }
    }

    private static String words() {
        Random random = ThreadLocalRandom.current();
        StringBuilder words = new StringBuilder("Made up to be measured:");
        for (int i = 0; i < 60; i++) {
            words.append(' ').append(Long.toString(random.nextLong() >>> 16, 36));
        }
        return words.toString();
    }

    private static Map<String, String> sending(Answer check) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>(check.hidden("/tell/check"));
        fields.putIfAbsent("key", UUID.randomUUID().toString());
        fields.putAll(Map.of("sharing", "members", "child", "no", "life", "no", "second", ""));
        return fields;
    }
}
