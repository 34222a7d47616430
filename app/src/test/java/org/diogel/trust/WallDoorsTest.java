package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.diogel.DiogelApplication;
import org.diogel.FreshDatabase;
import org.diogel.TestApp;
import org.diogel.account.AllowAll;
import org.diogel.account.Authorisation;
import org.diogel.audit.AuditOff;
import org.diogel.database.TestDatabase;
import org.diogel.database.Truth;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.messages.Jobs;
import org.diogel.vault.KeyStoreFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.web.filter.OncePerRequestFilter;

/// With every check of the application switched off – every page for everybody, every actor believed
/// to have every role, or to be somebody else altogether, nothing written down – the database alone
/// lets no other agency's row through. TRUST §5 A7.
///
/// `-Ddiogel.deep=true`: for every role, and every address with everything there is.
@SpringBootTest(classes = DiogelApplication.class, webEnvironment = RANDOM_PORT)
@ContextConfiguration(initializers = {TestApp.class, WallDoorsTest.OwnData.class})
@Import({Truth.Beans.class, AuditOff.class, AllowAll.class, WallDoorsTest.EveryRole.class})
@TestExecutionListeners(
        listeners = FreshDatabase.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
class WallDoorsTest {

    private static final boolean DEEP = Boolean.getBoolean("diogel.deep");
    private static final List<Role> FEW =
            List.of(Role.MODERATOR, Role.SAFEGUARDING_LEAD, Role.DATA_PROTECTION_OFFICER, Role.ATTENDEE);

    @Autowired private ApplicationContext app;
    @LocalServerPort private int port;

    private static Project mine;
    private static Project theirs;

    /// Background work would change rows too.
    @BeforeEach
    void projects() throws Exception {
        app.getBean(Jobs.class).stop();
        if (mine == null) {
            mine = Project.make(app, "Project One", Region.SOUTH_WALES);
            theirs = Project.make(app, "Project Two", Region.GWENT);
        }
    }

    @Test
    void noDoorOpensOnAnotherAgencysRows() throws Exception {
        Doors doors = new Doors(app, theirs);
        Map<String, String> before = Owned.rows(theirs);
        Set<String> leaks = new TreeSet<>();
        int calls = 0;
        for (Map.Entry<String, Actor> truth : strangers().entrySet()) {
            for (Actor believed : believed(truth.getValue())) {
                List<Doors.Call> all =
                        Truth.of(truth.getValue(), () -> Acting.as(believed, "work", doors::tryAll));
                calls += all.size();
                for (Doors.Call call : all) {
                    // She mends deliveries without what they are about.
                    boolean mends =
                            truth.getKey().equals("ADMINISTRATOR") && call.method().startsWith("Messages.");
                    if (!mends && tells(call.text(), truth.getValue())) {
                        leaks.add(call.method() + " to " + truth.getKey());
                    }
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(Owned.changed(theirs, before)).as("tables of the other agency that changed").isEmpty();
        assertThat(calls).isGreaterThan(5_000);
    }

    /// The control: to somebody who may, the same calls tell.
    @Test
    void theSameCallsTellWhoeverMay() {
        Doors doors = new Doors(app, theirs);
        Actor.Person moderator = theirs.actors().get(Role.MODERATOR);
        Set<String> telling = new TreeSet<>();
        for (Doors.Call call : Truth.of(moderator, () -> Acting.as(every(moderator), "work", doors::tryAll))) {
            if (tells(call.text(), moderator)) {
                telling.add(call.method());
            }
        }
        assertThat(telling)
                .contains(
                        "Reports.listQueue", "Reports.get", "Reports.open", "Reports.excerpt",
                        "Alerts.list", "Alerts.open", "Consents.disclosures");
    }

    @Test
    void noPageShowsAnotherAgencysRows() throws Exception {
        Map<String, String> before = Owned.rows(theirs);
        Set<String> leaks = new TreeSet<>();
        int pages = 0;
        int shown = 0;
        int broken = 0;
        Map<String, String> ids = ids();
        for (Role role : DEEP ? List.of(Role.values()) : FEW) {
            try (Visitor visitor = mine.staff().signIn(port, role)) {
                String token = visitor.get("/sign-in").fields().get("_csrf").getFirst();
                for (Authorisation.Row row : Authorisation.rows()) {
                    boolean leaves = row.pattern().equals("/leave") || row.pattern().contains("sign-out");
                    for (String id : row.pattern().contains("{") ? ids.keySet() : List.of("")) {
                        if (leaves || isLeftOut(row, role, ids, id)) {
                            continue;
                        }
                        String path = row.pattern().replaceAll("\\{[^}]+}", id).replace("/**", "/x");
                        Answer answer =
                                row.method().equals("GET")
                                        ? visitor.get(path)
                                        : visitor.post(path, Map.of("_csrf", List.of(token), "version", List.of("2")));
                        pages++;
                        shown += answer.status() == 200 ? 1 : 0;
                        broken += answer.status() == 500 ? 1 : 0;
                        assertThat(Headers.faults(answer, answer.status() == 200 && path.startsWith("/assets")))
                                .as(row + " " + answer.status())
                                .isEmpty();
                        if (answer.text().contains(theirs.canary())) {
                            leaks.add(row.method() + " " + row.pattern() + " to " + role);
                        }
                    }
                }
            }
        }
        System.out.printf("WallDoorsTest: %d pages asked with every check switched off, %d leaks%n", pages, leaks.size());
        assertThat(leaks).isEmpty();
        assertThat(Owned.changed(theirs, before)).as("tables of the other agency that changed").isEmpty();
        assertThat(pages).isGreaterThan(DEEP ? 10_000 : 4_000);
        assertThat(broken).as("faults of ours, whose pages carry the headers too").isPositive();
        assertThat(shown).as("pages that were there for everybody").isGreaterThan(50);
    }

    /// In the short form each role asks a route for everything of the kind that it names, and for one in
    /// six of what it does not.
    private static boolean isLeftOut(Authorisation.Row row, Role role, Map<String, String> ids, String id) {
        if (DEEP || id.isEmpty() || ids.get(id).equals(MatrixRoutes.table(row.pattern()))) {
            return false;
        }
        int which = List.copyOf(ids.keySet()).indexOf(id);
        return Math.floorMod((row.method() + row.pattern()).hashCode() + role.ordinal() + which, 6) != 0;
    }

    /// What is theirs, each by the table it lies in.
    private static Map<String, String> ids() {
        Map<String, String> ids = new LinkedHashMap<>();
        theirs.reports().values().forEach(t -> ids.put(t.report().value().toString(), "report.report"));
        theirs.warnings().values().forEach(id -> ids.put(id.value().toString(), "alert.alert"));
        theirs.packages().values().forEach(id -> ids.put(id.value().toString(), "liaison.package"));
        theirs.files().values().forEach(id -> ids.put(id.value().toString(), "evidence.file"));
        theirs.duties().forEach(id -> ids.put(id.value().toString(), "safeguarding.duty"));
        return ids;
    }

    private Map<String, Actor> strangers() {
        Map<String, Actor> strangers = new LinkedHashMap<>();
        mine.actors().forEach((role, actor) -> strangers.put(role.name(), actor));
        strangers.put("a visitor", new Actor.Anonymous());
        strangers.put(
                "the holder of another report",
                new Actor.Holder(mine.reports().get("sent").report().value(), true));
        strangers.put("the holder of nothing", new Actor.Holder(UUID.randomUUID(), true));
        return strangers;
    }

    /// Herself with every role, and one of the other agency's people with every role.
    private static List<Actor> believed(Actor truth) {
        Actor victim = every(theirs.actors().get(Role.MODERATOR));
        return truth instanceof Actor.Person person ? List.of(every(person), victim) : List.of(victim);
    }

    private static Actor every(Actor.Person person) {
        return new Actor.Person(person.account(), person.agency(), EnumSet.allOf(Role.class));
    }

    /// Whether a result holds a text, a report or an unpublished warning of the other agency.
    private static boolean tells(String result, Actor truth) {
        if (result.contains(theirs.canary())) {
            return true;
        }
        boolean member = truth instanceof Actor.Person person && person.has(Role.MEMBER);
        return theirs.reports().entrySet().stream()
                        .filter(r -> !member || !Set.of("for-all", "withdrawn").contains(r.getKey()))
                        .anyMatch(r -> result.contains(r.getValue().report().value().toString()))
                || theirs.warnings().entrySet().stream()
                        .filter(w -> !member || !Set.of("for-all", "withdrawn").contains(w.getKey()))
                        .anyMatch(w -> result.contains(w.getValue().value().toString()));
    }

    /// Keys of its own: the other application under test has locked its key store.
    static final class OwnData implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Path data = TestDatabase.data().resolve("doors");
            KeyStoreFile.make(data.resolve("keystore"), UUID.randomUUID());
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "own",
                                    Map.of("diogel.data", data.toString())));
        }
    }

    /// Every page believes its reader to have every role; the database knows better.
    static final class EveryRole {
        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        OncePerRequestFilter everyRole() {
            return new OncePerRequestFilter() {
                @Override
                protected void doFilterInternal(
                        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                        throws ServletException, IOException {
                    if (!Acting.isBound() || !(Acting.who() instanceof Actor.Person person)) {
                        chain.doFilter(request, response);
                        return;
                    }
                    try {
                        Truth.of(
                                person,
                                () ->
                                        Acting.as(
                                                every(person),
                                                "work",
                                                () -> {
                                                    chain.doFilter(request, response);
                                                    return true;
                                                }));
                    } catch (ServletException | IOException | RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new ServletException(e);
                    }
                }
            };
        }
    }
}
