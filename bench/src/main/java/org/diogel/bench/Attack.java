package org.diogel.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diogel.bench.Places.Place;

/// `./diogel attack [--minutes N] [sqlmap] [wapiti]`: programs that others wrote to break into sites,
/// Debian's `sqlmap` and `wapiti`, against a demonstration of its own that ends with it. sqlmap tries
/// every parameter of every route as somebody who may go there, wapiti walks the site as two people.
///
/// Exit 0 nothing found, 3 something was, 4 it could not be tried. What was found stands in the folder
/// that it names.
public final class Attack {

    private static final int MINUTES = 60;

    /// Fewer would not be every parameter of every route.
    private static final int FEWEST = 200;

    /// A walk that ends sooner has been nowhere and finds nothing because of that.
    private static final int FEWEST_REQUESTS = 500;

    /// One route is given up after that many minutes, and said to be.
    private static final int MINUTES_A_ROUTE = 20;

    private static final int AT_ONCE = 2;

    private static final Pattern POINT = Pattern.compile("(?m)^Parameter: (.+)$");

    /// A kind of finding, or where one is.
    private static final Pattern NOTED =
            Pattern.compile("\"([^\"]+)\": \\[|\"path\": \"([^\"]+)\"");

    /// Whoever goes there changes what the others need: last.
    private static final List<String> LAST =
            List.of("/account", "/people", "/invitations", "/areas", "/receivers", "/protocols", "/sign", "/texts", "/prove");

    private static final Map<String, String> PEOPLE = people();

    private final RealServer server;
    private final People people;
    private final Path folder;
    private final long end;
    private final Map<String, Stand> stands = new TreeMap<>();
    private final Findings findings = new Findings();

    private Attack(RealServer server, Path folder, long end) {
        this.server = server;
        this.people = new People(server.port);
        this.folder = folder;
        this.end = end;
    }

    private static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        people.put("public", "anybody");
        people.put("holder", "holder");
        people.put("draft", "draft");
        people.put("signed-in", "mali@harbour.invalid");
        people.put("MEMBER", "rhian@council.invalid");
        people.put("CASEWORKER", "carys@harbour.invalid");
        people.put("MODERATOR", "dewi@lantern.invalid");
        people.put("SAFEGUARDING_LEAD", "sioned@lantern.invalid");
        people.put("POLICE_LIAISON", "heledd@force.invalid");
        people.put("DATA_PROTECTION_OFFICER", "dilys@lantern.invalid");
        people.put("ADMINISTRATOR", "alun@lantern.invalid");
        return people;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        int minutes = MINUTES;
        int named = words.indexOf("--minutes");
        if (named >= 0 && named + 1 < words.size()) {
            minutes = Integer.parseInt(words.remove(named + 1));
            words.remove(named);
        }
        List<String> programs = words.isEmpty() ? List.of("sqlmap", "wapiti") : words;
        for (String program : programs) {
            if (!List.of("sqlmap", "wapiti").contains(program)) {
                System.err.println("attack knows --minutes N, sqlmap and wapiti.");
                System.exit(2);
            }
        }
        System.out.println(Machine.describe());
        Path folder = ServerBench.empty(RealServer.home().resolve(".diogel/attack"));
        RealServer.say(Path.of("."), "build");
        boolean clean;
        try (RealServer server = new RealServer(folder, "demo")) {
            Attack attack =
                    new Attack(server, folder, System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes));
            clean = attack.run(programs);
        }
        System.exit(clean ? 0 : 3);
    }

    private boolean run(List<String> programs) throws Exception {
        boolean done = true;
        try {
            for (String person : PEOPLE.values()) {
                stands.put(person, new Stand(() -> come(person)));
            }
            // wapiti has its own limit; what it leaves is sqlmap's.
            if (programs.contains("wapiti")) {
                wapiti("dewi@lantern.invalid", "/queue");
                wapiti("dilys@lantern.invalid", "/requests");
            }
            if (programs.contains("sqlmap")) {
                done = sqlmap();
            }
            stands.values().forEach(stand -> stand.failures.forEach(findings::add));
        } finally {
            stands.values().forEach(Stand::close);
        }
        int open = findings.print(folder);
        return open == 0 && done;
    }

    private Browser come(String person) throws IOException, InterruptedException {
        if (!person.contains("@")) {
            Browser browser = new Browser(server.port);
            switch (person) {
                case "holder" -> people.tell(browser, people.token(browser), 0);
                case "draft" ->
                        browser.post("/tell", Map.of("_csrf", people.token(browser))).expect(303);
                default -> {}
            }
            return browser;
        }
        try {
            return people.signIn(person);
        } catch (IOException codeWorksOnce) {
            Thread.sleep(31_000);
            return people.signIn(person);
        }
    }

    private Stand stand(String person) {
        return stands.getOrDefault(person, stands.values().iterator().next());
    }

    private boolean sqlmap() throws Exception {
        Places places = new Places(RealServer.home().resolve("app/src/main/resources/authorisation.csv"));
        for (String person : PEOPLE.values()) {
            Browser browser = stand(person).browser();
            switch (person) {
                case "anybody" -> places.walk(person, browser, "/", "/sign-in", "/code", "/ask", "/sharing");
                case "holder" -> places.walk(person, browser, "/receipt");
                case "draft" ->
                        places.walk(person, browser, "/tell/code", "/tell/where", "/tell/words", "/tell/check");
                default -> places.walk(person, browser, "/home", "/account");
            }
        }
        places.read(RealServer.home().resolve("app/src/main/java"));
        List<Place> all =
                places.all(PEOPLE).stream().sorted(Comparator.comparing(Attack::turn)).toList();
        int parameters = all.stream().mapToInt(Place::parameters).sum();
        System.out.printf(
                "  sqlmap: %d parameters in the paths, links and forms of %d routes of %d, and cookies and"
                        + " headers%n",
                parameters, all.size(), places.routes());
        AtomicInteger tried = new AtomicInteger();
        AtomicInteger routes = new AtomicInteger();
        List<Callable<Integer>> jobs = new ArrayList<>();
        for (String person : List.of("anybody", "dewi@lantern.invalid")) {
            jobs.add(() -> sqlmapHeaders(person));
        }
        for (Place place : all) {
            jobs.add(() -> sqlmap(place));
        }
        try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> going = new ArrayList<>();
            for (Callable<Integer> job : jobs) {
                going.add(
                        some.submit(
                                () -> {
                                    int many = System.nanoTime() < end ? job.call() : 0;
                                    routes.addAndGet(many > 0 ? 1 : 0);
                                    int now = tried.addAndGet(many);
                                    if (many > 0) {
                                        System.err.printf("  %d of %d parameters%n", now, parameters);
                                    }
                                    return null;
                                }));
            }
            for (Future<?> one : going) {
                one.get();
            }
        }
        long requests = stands.values().stream().mapToLong(stand -> stand.requests.get()).sum();
        long lost = stands.values().stream().mapToLong(stand -> stand.lost.get()).sum();
        System.out.printf(
                "  sqlmap, level 3, risk 2: %d parameters tried of %d routes, %d requests, %d lost; target: at"
                        + " least %d parameters%s%n",
                tried.get(), routes.get(), requests, lost, FEWEST, tried.get() >= FEWEST ? "" : "  NOT REACHED");
        return tried.get() >= FEWEST;
    }

    /// Places where much is typed first.
    private static String turn(Place place) {
        boolean last = LAST.stream().anyMatch(place.path()::startsWith);
        return (last ? "1" : "0") + (place.query().isEmpty() ? "1" : "0") + place.route().pattern();
    }

    /// @return how many parameters were tried to their end
    private int sqlmap(Place place) throws IOException, InterruptedException {
        Matcher groups =
                Pattern.compile(
                                place.route()
                                        .pattern()
                                        .replaceAll("\\{[^}]+}", "([^/]+)"))
                        .matcher(place.path());
        StringBuilder path = new StringBuilder(place.path());
        if (groups.matches()) {
            for (int group = groups.groupCount(); group >= 1; group--) {
                path.insert(groups.end(group), '*');
            }
        }
        List<String> query = place.query().entrySet().stream().map(Attack::marked).toList();
        String address =
                stand(place.person()).address() + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        List<String> more = new ArrayList<>(List.of("-u", address));
        if (place.route().method().equals("POST")) {
            String data =
                    String.join(
                            "&",
                            place.form().entrySet().stream()
                                    .map(field -> marked(Map.entry(field.getKey(), Browser.percent(field.getValue()))))
                                    .toList());
            more.addAll(List.of("--method", "POST", "--data", data.isEmpty() ? "_csrf=x" : data));
        }
        return sqlmap(place.route().method() + " " + place.route().pattern(), more, place.parameters());
    }

    private static String marked(Map.Entry<String, String> field) {
        return field.getKey() + "=" + field.getValue().replace("*", "") + "*";
    }

    private int sqlmapHeaders(String person) throws IOException, InterruptedException {
        Map<String, String> cookies = new TreeMap<>(stand(person).browser().cookies());
        cookies.put("__Host-language", "en");
        int most = 0;
        for (var cookie : cookies.entrySet()) {
            most +=
                    sqlmap(
                            "cookie " + cookie.getKey(),
                            List.of(
                                    "-u",
                                    stand(person).address() + (person.contains("@") ? "/home" : "/"),
                                    "--cookie",
                                    cookie.getKey() + "=" + cookie.getValue() + "*"),
                            1);
        }
        return most
                + sqlmap(
                        "headers",
                        List.of(
                                "-u",
                                stand(person).address() + "/",
                                "--headers",
                                "Accept-Language: en*\\nUser-Agent: made-up*\\nReferer: /*"),
                        3);
    }

    private int sqlmap(String what, List<String> more, int parameters)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "sqlmap",
                                "--batch",
                                "--level=3",
                                "--risk=2",
                                "--dbms=PostgreSQL",
                                "--flush-session",
                                "--disable-coloring",
                                "--ignore-redirects",
                                "--ignore-code=400,401,403,404,405,406,409,410,413,415,422,429,500,502,503",
                                "--skip-waf",
                                "--timeout=30",
                                "--retries=1",
                                "--output-dir=" + folder.resolve("sqlmap")));
        command.addAll(more);
        Path out = folder.resolve("sqlmap-" + what.replaceAll("[^A-Za-z0-9]+", "-") + ".txt");
        if (!finish(command, out, MINUTES_A_ROUTE)) {
            return 0;
        }
        String text = Files.readString(out);
        List<List<String>> points = Answer.all(POINT, text);
        points.forEach(point -> findings.add("sqlmap: " + what + ", " + point.getFirst()));
        if (!points.isEmpty() || text.contains("all tested parameters do not appear to be injectable")) {
            return parameters;
        }
        System.err.println("  sqlmap could not try " + what);
        return 0;
    }

    /// @param desk a page that leads to others; it follows no redirect from its first
    private void wapiti(String person, String desk) throws IOException, InterruptedException {
        Path report = folder.resolve("wapiti-" + person.replaceFirst("@.*", "") + ".json");
        long left = Math.max(60, TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime()) / 4);
        List<String> command =
                List.of(
                                "wapiti",
                                "-u",
                                stand(person).address() + "/account",
                                "-s",
                                stand(person).address() + desk,
                                "--scope",
                                "domain",
                                "-m",
                                "xss,permanentxss,sql,blindsql,redirect,file,crlf",
                                "--flush-session",
                                "--store-session",
                                folder.resolve("wapiti").toString(),
                                "--max-scan-time",
                                Long.toString(left),
                                "--max-links-per-page",
                                "40",
                                "--max-files-per-dir",
                                "40",
                                "-S",
                                "normal",
                                "-f",
                                "json",
                                "-o",
                                report.toString());
        finish(command, folder.resolve("wapiti-" + person + ".txt"), (int) (left / 60 + 5));
        if (!Files.exists(report)) {
            findings.add("wapiti did not come to its end as " + person);
            return;
        }
        String text = Files.readString(report);
        Matcher found =
                NOTED.matcher(
                        text.substring(
                                text.indexOf("\"vulnerabilities\""), text.indexOf("\"anomalies\"")));
        String kind = "";
        while (found.find()) {
            if (found.group(1) != null) {
                kind = found.group(1);
            } else {
                findings.add("wapiti: " + kind + " at " + found.group(2) + " as " + person);
            }
        }
        long requests = stand(person).requests.get();
        if (requests < FEWEST_REQUESTS) {
            findings.add("wapiti came no further than " + requests + " requests as " + person);
        }
        System.out.printf(
                "  wapiti as %s: %d requests by now%n", person, requests);
    }

    private boolean finish(List<String> command, Path out, int minutes)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        // Neither keeps anything outside its folder.
        builder.environment().put("HOME", folder.toString());
        Process process = builder.redirectInput(new File("/dev/null")).start();
        long left = Math.max(30, TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime()));
        if (!process.waitFor(Math.min(left, minutes * 60L), TimeUnit.SECONDS)) {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
            return false;
        }
        return true;
    }
}
