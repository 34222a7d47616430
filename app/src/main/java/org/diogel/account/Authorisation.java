package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/// Which page is for whom, from one file: `authorisation.csv`. The first row that fits decides; what
/// no row names is for nobody.
///
/// `who` is `public`, `holder` (whoever has a report's code: its own pages ask for it), `signed-in`,
/// or the roles that may, parted by spaces.
@Component
public class Authorisation {
    private static final String FILE = "authorisation.csv";

    /// What a request gets.
    enum Verdict {
        ALLOWED,
        /// Ask who it is first.
        SIGN_IN,
        /// As if there were no such page.
        HIDDEN
    }

    /// One row of the file. @param source why it is so
    public record Row(String method, String pattern, Set<String> who, String source) {
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

    Verdict decide(HttpServletRequest request, Actor actor) {
        Row row = find(request).orElse(null);
        if (row == null) {
            return Verdict.HIDDEN;
        }
        if (row.admits(actor)) {
            return Verdict.ALLOWED;
        }
        return actor instanceof Actor.Person ? Verdict.HIDDEN : Verdict.SIGN_IN;
    }

    private static Row row(String line) {
        String[] cells = line.split(",", 4);
        if (cells.length != 4) {
            throw new IllegalStateException(FILE + ": four columns expected in: " + line);
        }
        Set<String> who = Set.of(cells[2].strip().split(" +"));
        for (String one : who) {
            if (!Set.of("public", "holder", "signed-in").contains(one) && !isRole(one)) {
                throw new IllegalStateException(FILE + ": nobody is called " + one);
            }
        }
        return new Row(cells[0].strip(), cells[1].strip(), who, cells[3].strip());
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
