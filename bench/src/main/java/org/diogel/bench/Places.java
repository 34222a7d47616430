package org.diogel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Every route of `authorisation.csv` with everything that can be sent to it, as its pages offer it to
/// people who may go there: what stands in its path, in links to it and in forms for it.
final class Places {

    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\shref=\"(/[^\"#]*)");
    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern ACTION = Pattern.compile("\\saction=\"([^\"#]*)");
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|textarea|select|button)\\b[^>]*?\\sname=\"([^\"]+)\"[^>]*");
    private static final Pattern VALUE = Pattern.compile("\\svalue=\"([^\"]*)\"");
    private static final Pattern MAPPED =
            Pattern.compile("(?s)@(Get|Post)Mapping\\(\"([^\"]+)\"\\)(.*?)\\{\\R");
    private static final Pattern ASKED =
            Pattern.compile(
                    "(?s)@RequestParam(?:\\(([^)]*)\\))?\\s+(?:@Nullable\\s+)?[\\w<>\\[\\], ?.]+?\\s(\\w+)(?=[,)])");
    private static final Pattern NAMED = Pattern.compile("(?:^|name = |value = )\"([^\"]+)\"");
    private static final int MOST_PAGES = 300;

    /// Of each kind of page, for they do not all offer the same.
    private static final int MOST_ALIKE = 5;

    /// What ends the walk of whoever goes there.
    private static final List<String> LEAVE =
            List.of("/sign-out", "/leave", "/receipt/close", "/tell/throw-away", "/account/sign-out-everywhere");

    /// A row of the table. @param who roles, or `public`, `holder`, `signed-in`
    record Route(String method, String pattern, Set<String> who) {
        private Pattern regex() {
            return Pattern.compile(
                    pattern.replace("/**", "/.+").replaceAll("\\{[^}]+}", "([^/]+)"));
        }
    }

    /// One route as one person finds it. @param path with real ids where she saw one
    record Place(Route route, String person, String path, Map<String, String> query, Map<String, String> form) {
        int parameters() {
            return groups() + query.size() + form.size();
        }

        int groups() {
            return (int) route.pattern.chars().filter(c -> c == '{').count();
        }
    }

    private final List<Route> routes;
    private final Map<Route, Place> found = new LinkedHashMap<>();

    /// By method and pattern, what the program asks for by name, offered by a page or not.
    private final Map<String, Map<String, String>> asked = new LinkedHashMap<>();

    Places(Path csv) throws IOException {
        routes =
                Files.readAllLines(csv).stream()
                        .skip(1)
                        .map(line -> line.split(",", 4))
                        .map(
                                cells ->
                                        new Route(
                                                cells[0],
                                                cells[1],
                                                Set.of(cells[2].replace(" fresh", "").split(" "))))
                        .toList();
    }

    /// Walks from page to page.
    void walk(String person, Browser browser, String... from) throws IOException, InterruptedException {
        Deque<String> next = new ArrayDeque<>(List.of(from));
        Set<String> seen = new LinkedHashSet<>(next);
        Map<String, Integer> alike = new LinkedHashMap<>();
        int pages = 0;
        while (!next.isEmpty() && pages++ < MOST_PAGES) {
            String address = next.removeFirst();
            Answer answer = browser.get(address);
            String elsewhere = answer.headers().firstValue("Location").orElse("");
            if (answer.status() / 100 == 3 && elsewhere.startsWith("/") && seen.add(elsewhere)) {
                next.add(elsewhere);
            }
            String type = answer.headers().firstValue("Content-Type").orElse("");
            if (answer.status() != 200 || !type.startsWith("text/html")) {
                continue;
            }
            note("GET", address, Map.of(), person);
            String page = answer.text();
            forms(person, address.replaceFirst("\\?.*", ""), page);
            for (List<String> link : Answer.all(LINK, page)) {
                String to = plain(link.getFirst());
                String kind = to.replaceAll("[0-9a-f-]{36}", "*").replaceAll("=[^&]*", "=");
                if (LEAVE.stream().noneMatch(to::startsWith)
                        && seen.add(to)
                        && alike.merge(kind, 1, Integer::sum) <= MOST_ALIKE) {
                    next.add(to);
                }
            }
        }
    }

    /// What controllers ask for, of their sources: a page that nobody came to may offer it.
    void read(Path sources) throws IOException {
        List<Path> files;
        try (var all = Files.walk(sources)) {
            files = all.filter(file -> file.toString().endsWith("Controller.java")).toList();
        }
        for (Path file : files) {
            for (List<String> route : Answer.all(MAPPED, Files.readString(file))) {
                Map<String, String> names = new LinkedHashMap<>();
                Matcher parameter = ASKED.matcher(route.get(2));
                while (parameter.find()) {
                    Matcher named =
                            NAMED.matcher(parameter.group(1) == null ? "" : parameter.group(1));
                    names.put(named.find() ? named.group(1) : parameter.group(2), "1");
                }
                asked.put(route.get(0).toUpperCase(Locale.ROOT) + " " + route.get(1), names);
            }
        }
    }

    private void forms(String person, String here, String page) {
        Matcher forms = FORM.matcher(page);
        while (forms.find()) {
            Matcher action = ACTION.matcher(forms.group(1));
            String to = action.find() && !action.group(1).isEmpty() ? plain(action.group(1)) : here;
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher field = FIELD.matcher(forms.group(2));
            while (field.find()) {
                Matcher value = VALUE.matcher(field.group());
                fields.putIfAbsent(field.group(1), value.find() ? plain(value.group(1)) : "");
            }
            fields.remove("_csrf");
            if (forms.group(1).contains("method=\"post\"")) {
                note("POST", to, fields, person);
            } else {
                note(
                        "GET",
                        to.replaceFirst("\\?.*", "")
                                + fields.entrySet().stream()
                                        .map(f -> f.getKey() + "=" + Browser.percent(f.getValue()))
                                        .collect(Collectors.joining("&", "?", "")),
                        Map.of(),
                        person);
            }
        }
    }

    private void note(String method, String address, Map<String, String> form, String person) {
        String path = address.replaceFirst("\\?.*", "");
        Map<String, String> query = new LinkedHashMap<>();
        if (address.contains("?")) {
            for (String pair : address.substring(address.indexOf('?') + 1).split("&")) {
                query.put(pair.replaceFirst("=.*", ""), pair.replaceFirst("[^=]*=?", ""));
            }
            query.remove("");
        }
        routes.stream()
                .filter(route -> route.method.equals(method) && route.regex().matcher(path).matches())
                .min(Comparator.comparingLong(route -> route.pattern.chars().filter(c -> c == '{').count()))
                .ifPresent(
                        route ->
                                found.merge(
                                        route,
                                        new Place(route, person, path, query, form),
                                        Places::both));
    }

    /// The first with what only the second has.
    private static Place both(Place first, Place second) {
        return new Place(
                first.route,
                first.person,
                first.path,
                join(first.query, second.query),
                join(first.form, second.form));
    }

    private static Map<String, String> join(Map<String, String> one, Map<String, String> other) {
        Map<String, String> all = new LinkedHashMap<>(one);
        other.forEach(all::putIfAbsent);
        return all;
    }

    /// Every route with a parameter; where no page led there, with made-up ids and a person who may.
    ///
    /// @param people who there are, by role
    Collection<Place> all(Map<String, String> people) {
        List<Place> all = new ArrayList<>(found.values());
        for (Route route : routes) {
            if (!found.containsKey(route) && !route.pattern.contains("**")) {
                String person =
                        people.entrySet().stream()
                                .filter(one -> route.who.contains(one.getKey()))
                                .map(Map.Entry::getValue)
                                .findFirst()
                                .orElse("anybody");
                String path =
                        Pattern.compile("\\{[^}]+}")
                                .matcher(route.pattern)
                                .replaceAll(_ -> UUID.randomUUID().toString());
                all.add(new Place(route, person, path, Map.of(), Map.of()));
            }
        }
        return all.stream()
                .map(
                        place -> {
                            Route route = place.route;
                            Map<String, String> more =
                                    asked.getOrDefault(route.method + " " + route.pattern, Map.of());
                            boolean post = route.method.equals("POST");
                            return both(
                                    place,
                                    new Place(
                                            route,
                                            place.person,
                                            place.path,
                                            post ? Map.of() : more,
                                            post ? more : Map.of()));
                        })
                .filter(place -> place.parameters() > 0)
                .toList();
    }

    int routes() {
        return routes.size();
    }

    private static String plain(String attribute) {
        return attribute
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
