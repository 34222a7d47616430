package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.web.Requests;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/// Which page is for whom, from one file: `authorisation.csv`. The first row that fits decides; what
/// no row names is for nobody.
///
/// `who` is `public`, `holder` (whoever has a report's code: its own pages ask for it), `signed-in`,
/// or the roles that may, parted by spaces. `fresh` beside them asks for more: a code or passkey given
/// within the last minutes ([SignInSettings#fresh]). Whoever cannot show one is asked, and goes on where
/// she was.
@Component
public class Authorisation {
    private static final String FILE = "authorisation.csv";
    private static final String FRESH = "fresh";
    private static final Set<String> OPEN = Set.of("public", "holder");

    /// What a request gets.
    enum Verdict {
        ALLOWED,
        /// Ask who it is first.
        SIGN_IN,
        /// Ask for a code or passkey again first.
        PROVE,
        /// As if there were no such page.
        HIDDEN
    }

    /// One row of the file.
    ///
    /// @param fresh whether a factor must have been given within the last minutes
    /// @param source why it is so
    public record Row(
            String method, String pattern, Set<String> who, boolean fresh, String source) {
        boolean admits(Actor actor) {
            if (who.contains("public") || who.contains("holder")) {
                return true;
            }
            return actor instanceof Actor.Person person
                    && (who.contains("signed-in")
                            || person.roles().stream().anyMatch(r -> who.contains(r.name())));
        }
    }

    /// In the file's order.
    private final Map<Row, RequestMatcher> rules = new LinkedHashMap<>();

    Authorisation() {
        rows().forEach(row -> rules.put(row, matcher(row)));
    }

    /// Every row, in order.
    public static List<Row> rows() {
        try (var in = new ClassPathResource(FILE).getInputStream();
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).filter(l -> !l.isBlank()).map(Authorisation::row).toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// The row that decides about a request, if any names it.
    public Optional<Row> find(HttpServletRequest request) {
        return rules.entrySet().stream()
                .filter(rule -> rule.getValue().matches(request))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// @param fresh whether a factor was given within the last minutes
    Verdict decide(HttpServletRequest request, Actor actor, BooleanSupplier fresh) {
        Row row = find(request).orElse(null);
        if (row == null) {
            return Verdict.HIDDEN;
        }
        if (row.admits(actor)) {
            return needsFresh(request, row) && !fresh.getAsBoolean() ? Verdict.PROVE : Verdict.ALLOWED;
        }
        return actor instanceof Actor.Person ? Verdict.HIDDEN : Verdict.SIGN_IN;
    }

    /// A form posted to switch its language is answered as if its page had been asked for.
    private boolean needsFresh(HttpServletRequest request, Row row) {
        if (!isSwitch(request)) {
            return row.fresh;
        }
        return rules.keySet().stream()
                .filter(r -> r.method.equals("GET") && r.pattern.equals(row.pattern))
                .findFirst()
                .orElse(row)
                .fresh;
    }

    static boolean isSwitch(HttpServletRequest request) {
        String lang = request.getParameter(Requests.LANG);
        return lang != null
                && request.getMethod().equals("POST")
                && Lang.ofTag(lang).isPresent();
    }

    private static Row row(String line) {
        String[] cells = line.split(",", 4);
        if (cells.length != 4) {
            throw new IllegalStateException(FILE + ": four columns expected in: " + line);
        }
        Set<String> who = new HashSet<>(List.of(cells[2].strip().split(" +")));
        boolean fresh = who.remove(FRESH);
        for (String one : who) {
            if (!OPEN.contains(one) && !one.equals("signed-in") && !isRole(one)) {
                throw new IllegalStateException(FILE + ": nobody is called " + one);
            }
        }
        if (who.isEmpty() || fresh && !Collections.disjoint(who, OPEN)) {
            throw new IllegalStateException(FILE + ": who may, and has signed in, in: " + line);
        }
        return new Row(
                cells[0].strip(), cells[1].strip(), Set.copyOf(who), fresh, cells[3].strip());
    }

    private static boolean isRole(String name) {
        return EnumSet.allOf(Role.class).stream().anyMatch(role -> role.name().equals(name));
    }

    /// A page that may be read may also be asked for with HEAD.
    private static RequestMatcher matcher(Row row) {
        HttpMethod method = HttpMethod.valueOf(row.method);
        RequestMatcher exact = PathPatternRequestMatcher.pathPattern(method, row.pattern);
        if (!method.equals(HttpMethod.GET)) {
            return exact;
        }
        RequestMatcher head = PathPatternRequestMatcher.pathPattern(HttpMethod.HEAD, row.pattern);
        return request -> exact.matches(request) || head.matches(request);
    }
}
