package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.diogel.WebTest;
import org.diogel.account.Ways;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.messages.Jobs;
import org.diogel.trust.MatrixRoutes.Route;
import org.diogel.trust.MatrixRoutes.Target;
import org.diogel.trust.MatrixWorld.Relation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Every route of `authorisation.csv`, asked for by every kind of visitor with every thing of another:
/// each answer is the one that file and the rules of the wall say, what is hidden is answered as what is
/// missing, and each look and each refusal has its row in the record. TRUST §5 A2, F1.
///
/// `-Ddiogel.deep=true`: every role of every standing by every way of signing in, and more things.
@WebTest
class MatrixTest {

    private static final boolean DEEP = Boolean.getBoolean("diogel.deep");
    private static final int OBJECTS = DEEP ? 6 : 1;

    /// Ends the visit, or that of others.
    private static final Set<String> ENDS =
            Set.of("/sign-out", "/account/sign-out-everywhere", "/account/sessions/end", "/leave", "/people/{id}/suspend", "/people/{id}/invite");

    /// Look at what was typed first, and say the same of everything that is not there.
    private static final Set<String> IDLE = Set.of("/questions/{id}", "/queue/{id}/kept-out/{row}/end");

    /// Every account there is is hers to see: an address of none hides nothing that could be noted.
    private static final String PEOPLE = "/people/{id}";

    /// What an answer has to be.
    private enum Verdict {
        PUBLIC,
        HOLDER,
        SIGN_IN,
        HIDDEN,
        PROVE,
        MISSING,
        SHOWN,
        MAY
    }

    @Autowired private ApplicationContext app;
    @Autowired private Jobs jobs;
    @LocalServerPort private int port;

    /// By what is wrong, with everybody it is wrong for.
    private final Map<String, Set<String>> wrong = new ConcurrentSkipListMap<>();

    private final AtomicInteger faults = new AtomicInteger();
    private final AtomicInteger cells = new AtomicInteger();
    private final AtomicInteger personal = new AtomicInteger();
    private final Map<Verdict, AtomicInteger> counts = new EnumMap<>(Verdict.class);
    private MatrixWorld world;
    private WallRules rules;
    private List<Route> routes;
    private Map<String, List<Map<String, Object>>> objects;

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void everyCellAnswersAsTheTableSays() throws Exception {
        // Background work would change rows between two looks.
        jobs.stop();
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, new AtomicInteger());
        }
        long began = System.nanoTime();
        world = new MatrixWorld(app);
        routes = MatrixRoutes.all();
        try (Ways ways = new Ways(port)) {
            MatrixCast cast = new MatrixCast(world, ways, DEEP).everybody();
            rules = WallRules.of(Owned.tables());
            objects = world.objects(rules, OBJECTS);
            Map<String, String> before = digests();
            long set = System.nanoTime();
            each(cast.all, visitor -> refused(visitor));
            Map<String, String> after = digests();
            after.forEach(
                    (table, digest) -> {
                        if (!digest.equals(before.get(table))) {
                            wrong.put("rows of " + table + " changed by what was refused", Set.of("somebody"));
                        }
                    });
            if (DEEP) {
                timed(cast.all.stream().filter(v -> v.name.equals("MODERATOR NONE by PASSWORD")).findFirst().orElseThrow());
            }
            each(cast.all, visitor -> granted(visitor, "GET"));
            each(cast.all, visitor -> granted(visitor, "POST"));
            System.out.printf(
                    "MatrixTest: %d cells of %d routes for %d visitors, %d wrong; %d showed somebody's words; %s; %d s to set up, %d s asked%n",
                    cells.get(), routes.size(), cast.all.size(), faults.get(), personal.get(), counts,
                    (set - began) / 1_000_000_000, (System.nanoTime() - set) / 1_000_000_000);
            cast.all.forEach(MatrixVisitor::close);
        }
        assertThat(wrong).as("wrong cells, and for whom").isEmpty();
        assertThat(cells.get()).isGreaterThanOrEqualTo(DEEP ? 10_000 : 3_000);
        assertThat(personal.get()).as("the control: pages that tell whoever may read").isGreaterThan(DEEP ? 100 : 10);
    }

    private void each(List<MatrixVisitor> all, Work work) throws Exception {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (MatrixVisitor visitor : all) {
            tasks.add(
                    () -> {
                        work.with(visitor);
                        return null;
                    });
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<Void> one : threads.invokeAll(tasks)) {
                one.get();
            }
        }
    }

    /// How long it takes says no more than the answer: medians of two hundred tries each, in turn.
    private void timed(MatrixVisitor visitor) throws Exception {
        for (String page : List.of("/queue/%s", "/queue/%s/original", "/queue/%s/files")) {
            String hidden = page.replace("%s", objects.get("report.report").getFirst().get("id").toString());
            List<Long> there = new ArrayList<>();
            List<Long> nothing = new ArrayList<>();
            for (int i = 0; i < 220; i++) {
                long one = nanos(visitor, hidden);
                long two = nanos(visitor, page.replace("%s", UUID.randomUUID().toString()));
                if (i >= 20) {
                    there.add(one);
                    nothing.add(two);
                }
            }
            double ratio = (double) median(there) / median(nothing);
            System.out.printf("MatrixTest: hidden took %.2f times as long as missing at %s%n", ratio, page);
            assertThat(ratio).as(page).isBetween(0.8, 1.25);
        }
    }

    private static long nanos(MatrixVisitor visitor, String path) throws Exception {
        long began = System.nanoTime();
        Answer answer = visitor.ask("GET", path);
        long took = System.nanoTime() - began;
        assertThat(answer.status()).isEqualTo(404);
        return took;
    }

    private static long median(List<Long> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    private interface Work {
        void with(MatrixVisitor visitor) throws Exception;
    }

    /// Everything she may not, with a fresh factor and with an old one.
    private void refused(MatrixVisitor visitor) throws Exception {
        try (Connection superuser = TestDatabase.superuser()) {
            visitor.fresh(true);
            for (Route route : routes) {
                int asked = 0;
                for (Target target : MatrixRoutes.targets(route, objects)) {
                    Verdict verdict = verdict(visitor, route, target);
                    boolean refused = verdict.compareTo(Verdict.SIGN_IN) >= 0 && verdict.compareTo(Verdict.MISSING) <= 0;
                    // Who she is decides, whatever she names.
                    boolean decided = verdict != Verdict.MISSING && (asked > 1 || isLeftOut(visitor, route));
                    if (refused && !decided) {
                        asked++;
                        cell(visitor, route, target, verdict, superuser);
                    }
                }
            }
            if (visitor.isPerson()) {
                visitor.fresh(false);
                for (Route route : routes) {
                    for (Target target : MatrixRoutes.targets(route, objects)) {
                        if (route.fresh() && !isLeftOut(visitor, route) && verdict(visitor, route, target) == Verdict.PROVE) {
                            cell(visitor, route, target, Verdict.PROVE, superuser);
                        }
                    }
                }
                visitor.fresh(true);
            }
        }
    }

    private void granted(MatrixVisitor visitor, String method) throws Exception {
        try (Connection superuser = TestDatabase.superuser()) {
            visitor.fresh(true);
            for (Route route : routes) {
                boolean open = route.isFor("public") || route.isFor("holder");
                if (!route.method().equals(method)
                        || ENDS.contains(route.pattern())
                        || open && isLeftOut(visitor, route)) {
                    continue;
                }
                for (Target target : MatrixRoutes.targets(route, objects)) {
                    Verdict verdict = verdict(visitor, route, target);
                    if (verdict.compareTo(Verdict.HOLDER) <= 0 || verdict.compareTo(Verdict.MISSING) > 0) {
                        cell(visitor, route, target, verdict, superuser);
                    }
                }
            }
        }
    }

    /// In the short form what the role alone decides is asked for once by every role of one agency, and by
    /// the others here and there; what a thing's own agency decides is asked for by all.
    private static boolean isLeftOut(MatrixVisitor visitor, Route route) {
        boolean first = visitor.relation == Relation.OWN && visitor.isPerson() && !route.isFor("public") && !route.isFor("holder");
        return !DEEP && !first && visitor.actor != null && Math.floorMod((visitor.name + route).hashCode(), 6) != 0;
    }

    private Verdict verdict(MatrixVisitor visitor, Route route, Target target) {
        if (route.isFor("public")) {
            return Verdict.PUBLIC;
        }
        if (route.isFor("holder")) {
            return Verdict.HOLDER;
        }
        if (!visitor.isPerson()) {
            return Verdict.SIGN_IN;
        }
        if (!route.isFor("signed-in") && !route.isFor(visitor.role.name())) {
            return Verdict.HIDDEN;
        }
        if (route.fresh() && visitor.stale) {
            return Verdict.PROVE;
        }
        if (route.hasIds() && MatrixRoutes.isKnown(route)) {
            if (!sees(visitor.actor, target)) {
                return Verdict.MISSING;
            }
            return route.method().equals("GET") && MatrixRoutes.SHOWS.contains(route.pattern()) ? Verdict.SHOWN : Verdict.MAY;
        }
        return Verdict.MAY;
    }

    private boolean sees(Actor actor, Target target) {
        return target.exists()
                && target.needs().stream().allMatch(need -> rules.sees(actor, need.getKey(), need.getValue()));
    }

    private void cell(MatrixVisitor visitor, Route route, Target target, Verdict verdict, Connection superuser)
            throws Exception {
        long since = Dump.count(superuser, "SELECT coalesce(max(id), 0) FROM audit.entry");
        Answer answer = visitor.ask(route.method(), target.path());
        cells.incrementAndGet();
        counts.get(verdict).incrementAndGet();
        MatrixVisitor.Noted noted = visitor.noted(superuser, since);
        String fault = fault(visitor, route, target, verdict, answer);
        if (fault.isEmpty()) {
            fault = unsaid(visitor, route, verdict, answer, noted);
        }
        if (!fault.isEmpty()) {
            faults.incrementAndGet();
            String where = route + " (" + (target.exists() ? "there" : "nothing there") + "), " + verdict + ": " + fault;
            wrong.computeIfAbsent(where, _ -> new ConcurrentSkipListSet<>()).add(visitor.name);
        }
    }

    private String fault(MatrixVisitor visitor, Route route, Target target, Verdict verdict, Answer answer) {
        int status = answer.status();
        if (status >= 500) {
            return "answered " + status;
        }
        String everything = answer.headers() + answer.text();
        boolean theirs = everything.contains(world.own.canary());
        if (theirs && !mayRead(visitor, route, target, verdict)) {
            return "shows words of the other agency";
        }
        if (visitor.relation != Relation.PARTNER && everything.contains(world.partner.canary())) {
            return "shows words of the partner";
        }
        boolean post = route.method().equals("POST");
        return switch (verdict) {
            case SIGN_IN ->
                    post
                            ? answer.text().contains("action=\"/sign-in\"") ? "" : "not asked who it is, " + status
                            : status == 303 && answer.location().startsWith("/sign-in?to=") ? "" : "not asked who it is, " + status;
            case PROVE ->
                    post
                            ? answer.text().contains("action=\"/prove\"") ? "" : "no factor asked for, " + status
                            : status == 303 && answer.location().startsWith("/prove?to=") ? "" : "no factor asked for, " + status;
            case HIDDEN, MISSING -> {
                String nothing = visitor.missing(route, target.path(), answer);
                if (verdict == Verdict.MISSING && IDLE.contains(route.pattern())) {
                    yield "";
                }
                yield status != 404
                        ? "there, " + status
                        : nothing.equals(MatrixVisitor.masked(answer, target.path())) ? "" : "looks other than nothing";
            }
            case SHOWN -> status == 200 ? "" : "not shown, " + status;
            default -> status == 303 && answer.location().startsWith("/sign-in") && visitor.isPerson() && !route.isFor("public") ? "asked who it is" : "";
        };
    }

    /// What the record has to say of it.
    private String unsaid(MatrixVisitor visitor, Route route, Verdict verdict, Answer answer, MatrixVisitor.Noted noted) {
        return switch (verdict) {
            case SIGN_IN, PROVE -> noted.done() + noted.denied() == 0 ? "" : "noted " + noted;
            case HIDDEN -> noted.denied() == 1 && noted.done() == 0 ? "" : "noted " + noted;
            case MISSING -> {
                boolean quiet = IDLE.contains(route.pattern()) || route.pattern().startsWith(PEOPLE);
                yield quiet || noted.done() == 0 && noted.denied() == 1 ? "" : "noted " + noted;
            }
            case SHOWN, MAY -> {
                boolean words = visitor.isPerson() && isHers(answer.text());
                if (words) {
                    personal.incrementAndGet();
                }
                // A page that shows a report beside a warning has a row for each of the two; what is passed
                // on is read once for the page and once for what goes.
                boolean twice = noted.twice() > (route.pattern().contains("passing") ? 1 : 0);
                yield words && (noted.done() == 0 || twice) ? "words shown, noted " + noted : "";
            }
            default -> "";
        };
    }

    /// What she told, or what a warning says that is not for all; not what a desk or an officer noted.
    private boolean isHers(String text) {
        String canary = world.own.canary();
        return text.contains(canary + " and what happened")
                || text.contains(canary + " in a coat")
                || text.contains(world.own.coat());
    }

    /// Whoever reads here at all: people of the agency whose work it is, and whom something was given.
    private boolean mayRead(MatrixVisitor visitor, Route route, Target target, Verdict verdict) {
        if (verdict == Verdict.HOLDER) {
            return visitor.actor instanceof Actor.Holder && visitor.relation == Relation.OWN;
        }
        if (verdict.compareTo(Verdict.SHOWN) < 0 || !visitor.isPerson()) {
            return false;
        }
        boolean reader = Set.of(Role.MODERATOR, Role.CASEWORKER, Role.SAFEGUARDING_LEAD, Role.POLICE_LIAISON, Role.MEMBER).contains(visitor.role);
        return switch (visitor.relation) {
            case OWN -> reader;
            case PARTNER -> visitor.role == Role.POLICE_LIAISON;
            default -> false;
        };
    }

    /// All there is, but what is written about every visit.
    private static Map<String, String> digests() throws Exception {
        try (var superuser = TestDatabase.superuser()) {
            Map<String, String> digests = new LinkedHashMap<>(Dump.digests(superuser));
            digests.keySet().removeIf(t -> t.startsWith("audit.") || t.startsWith("platform."));
            return digests;
        }
    }
}
