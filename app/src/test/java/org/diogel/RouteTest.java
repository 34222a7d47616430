package org.diogel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diogel.account.Authorisation;
import org.diogel.kernel.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route stands in `authorisation.csv` with who may take it, and every row there is a route.
/// TRUST §5 A1.
class RouteTest {

    private static final Set<String> ALL = Set.of("public", "holder", "signed-in");

    /// Who may, by method and pattern.
    private static final TreeMap<String, String> ROWS = new TreeMap<>();

    private static final List<String> MALFORMED = new ArrayList<>();

    @BeforeAll
    static void read() {
        Path csv = Project.app().resolve("src/main/resources/authorisation.csv");
        List<String> lines = Project.text(csv).lines().toList();
        assertThat(lines.getFirst()).isEqualTo("method,pattern,who,source");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", 4);
            if (cells.length < 4 || cells[3].isBlank()) {
                MALFORMED.add(line + ": method, pattern, who and source are needed");
            } else if (ROWS.put(cells[0] + " " + cells[1], cells[2].replaceFirst(" fresh$", "")) != null) {
                MALFORMED.add(line + ": stands twice");
            }
        }
    }

    @Test
    void everyRouteStandsInTheMatrix() {
        Set<String> missing = routes();
        missing.removeAll(ROWS.keySet());
        assertThat(missing).as("routes without a row in authorisation.csv").isEmpty();
    }

    @Test
    void everyRowOfTheMatrixIsARoute() {
        Set<String> extra = new TreeSet<>(ROWS.keySet());
        extra.removeAll(routes());
        assertThat(extra).as("rows of authorisation.csv that no controller answers").isEmpty();
    }

    @Test
    void everyRowSaysWhoInRolesThatExist() {
        for (var row : ROWS.entrySet()) {
            if (!ALL.contains(row.getValue())) {
                for (String role : row.getValue().split(" ")) {
                    try {
                        Role.valueOf(role);
                    } catch (IllegalArgumentException unknown) {
                        MALFORMED.add(row + ": nobody is called " + role);
                    }
                }
            }
        }
        assertThat(MALFORMED).isEmpty();
    }

    /// TRUST §5 A9, ASVS 7.5.3: what cannot be undone by the next person at an open computer asks for a
    /// code or passkey again.
    @Test
    void unsealingAndWhoMayWhatAskForAFreshFactor() {
        Set<String> fresh =
                Authorisation.rows().stream()
                        .filter(Authorisation.Row::fresh)
                        .map(row -> row.method() + " " + row.pattern())
                        .collect(java.util.stream.Collectors.toSet());
        assertThat(fresh)
                .contains(
                        "POST /queue/{id}/original",
                        "POST /inbox/{id}",
                        "POST /inbox/{id}/pdf",
                        "POST /inbox/{id}/json",
                        "POST /inbox/{id}/draft",
                        "POST /inbox/{id}/draft-pdf",
                        "GET /queue/{id}/passing",
                        "POST /queue/{id}/passing",
                        "POST /passing/{id}/paper",
                        "POST /passing/{id}/pdf",
                        "POST /receivers",
                        "POST /queue/{id}/files/{file}",
                        "POST /people/invite",
                        "POST /people/{id}/invite",
                        "POST /people/{id}/reinstate",
                        "POST /invitations/{id}/confirm",
                        "POST /account/password",
                        "POST /account/recovery-codes",
                        "GET /account/app",
                        "POST /account/app/code");
    }

    /// An address stays in histories and logs: it names no subject and holds no data.
    @Test
    void noRouteNamesTheSubject() {
        assertThat(ROWS.keySet())
                .noneMatch(r ->
                        r.matches(
                                "(?i).*(sex|rape|abuse|violen|attack|ugly|police|crime|safeguard|report).*"));
    }

    /// What Spring would really map, found from the controllers' types without starting anything.
    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        try (var context = new GenericWebApplicationContext()) {
            // The demonstration has pages of its own.
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("mode", Map.of("diogel.mode", "demo")));
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
            scanner.setBeanNameGenerator((definition, _) -> definition.getBeanClassName());
            scanner.setBeanDefinitionDefaults(lazy());
            scanner.scan("org.diogel");
            context.refresh();
            var mapping = new RequestMappingHandlerMapping();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                for (String pattern : info.getPatternValues()) {
                    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                    assertThat(methods).as("methods of " + pattern).isNotEmpty();
                    methods.forEach(method -> routes.add(method + " " + pattern));
                }
            }
        }
        assertThat(routes).as("routes found").contains("GET /leave");
        // Files that are served as they are (WebBeans, addResourceHandlers).
        assertThat(Files.exists(Project.app().resolve("src/main/resources/public"))).isFalse();
        routes.add("GET /assets/**");
        return routes;
    }

    private static org.springframework.beans.factory.support.BeanDefinitionDefaults lazy() {
        var defaults = new org.springframework.beans.factory.support.BeanDefinitionDefaults();
        defaults.setLazyInit(true);
        return defaults;
    }
}
