package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diogel.WebTest;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.messages.Jobs;
import org.diogel.report.Ticket;
import org.diogel.trust.Recorder.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Every request people of one agency make, made again by everybody of another; and every request these
/// make, made again with the ids of the first in place of their own, one by one and all at once. Nothing
/// of the first comes back and nothing of it changes. TRUST §5 A3.
///
/// `-Ddiogel.deep=true`: all of them; otherwise one of many, another part of them each day.
@WebTest
class SwapTest {

    private static final boolean DEEP = Boolean.getBoolean("diogel.deep");
    private static final int ONE_OF = DEEP ? 1 : 24;

    /// Would end what is still to be tried.
    private static final Pattern ENDS = Pattern.compile("/sign-out|/account/sign-out-everywhere|/account/sessions/end|.*/(suspend|invite)");

    /// What cannot be done again comes last.
    private static final Pattern LAST =
            Pattern.compile(".*(delete|stop|close|throw-away|remove|withdraw|/end|destroyed).*");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /// Those whose own requests name most.
    private static final Set<String> READERS =
            Set.of("MODERATOR", "CASEWORKER", "SAFEGUARDING_LEAD", "POLICE_LIAISON", "holder by both");

    @Autowired private ApplicationContext app;
    @Autowired private Jobs jobs;
    @LocalServerPort private int port;

    private Project theirs;
    private Project mine;
    private int replays;
    private int turn;
    private final Map<String, Set<String>> leaks = new TreeMap<>();

    /// Which table each id lies in, and the ids of that table that are theirs.
    private final Map<String, String> tables = new HashMap<>();

    private final Map<String, List<String>> ids = new HashMap<>();

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void whatOthersAskedTellsNobodyElseAndChangesNothing() throws Exception {
        jobs.stop();
        theirs = Project.make(app, "Swap One", Region.SOUTH_WALES);
        mine = Project.make(app, "Swap Two", Region.GWENT);
        MatrixWorld.run("DELETE FROM access.cover");
        learnIds();
        Set<Sent> recorded = new LinkedHashSet<>();
        for (Role role : Role.values()) {
            try (Visitor visitor = theirs.staff().signIn(port, role)) {
                recorded.addAll(walk(visitor, "/home"));
            }
        }
        for (String report : List.of("sent", "given", "draft")) {
            try (Visitor holder = Holders.come(port, theirs, report)) {
                recorded.addAll(walk(holder, report.equals("draft") ? "/tell/check" : "/receipt"));
            }
        }
        Map<String, Visitor> others = others();
        Map<String, Set<Sent>> own = new LinkedHashMap<>();
        for (Map.Entry<String, Visitor> other : others.entrySet()) {
            own.put(other.getKey(), Set.of());
            if (!DEEP && !READERS.contains(other.getKey())) {
                continue;
            }
            own.put(other.getKey(), walk(other.getValue(), other.getKey().startsWith("holder") ? "/receipt" : "/home"));
        }
        int sessions = 0;
        Map<String, String> before = Owned.rows(theirs);
        for (Map.Entry<String, Visitor> other : others.entrySet()) {
            sessions += replay(other.getKey(), other.getValue(), recorded);
            for (Sent one : inOrder(own.get(other.getKey()))) {
                replay(other.getKey(), other.getValue(), swapped(one));
            }
            if (DEEP || other.getKey().equals("ANALYST") || other.getKey().equals("ADMINISTRATOR")) {
                noteChanges(other.getKey(), before);
                before = Owned.rows(theirs);
            }
            other.getValue().close();
        }
        System.out.printf(
                "SwapTest: %d requests recorded, %d replayed by others, %d with ids swapped, %d leaks%n",
                recorded.size(), sessions, replays - sessions, leaks.size());
        assertThat(leaks).as("what leaked, and to whom").isEmpty();
        assertThat(recorded).hasSizeGreaterThan(200);
        assertThat(replays).isGreaterThanOrEqualTo(DEEP ? 5_000 : 300);
    }

    /// The control: to whom it belongs, the same requests tell.
    private Set<Sent> walk(Visitor visitor, String from) throws IOException {
        Recorder recorder = new Recorder();
        recorder.walk(visitor, from);
        assertThat(recorder.sent).as(from).isNotEmpty();
        return recorder.sent;
    }

    /// Administrators last: they may do much to people of every agency.
    private Map<String, Visitor> others() throws Exception {
        Map<String, Visitor> others = new LinkedHashMap<>();
        others.put("a stranger", new Visitor(port));
        others.put("holder by both", Holders.come(port, mine, "sent"));
        others.put("holder of what was given", Holders.come(port, mine, "given"));
        for (Role role : Role.values()) {
            if (role != Role.ADMINISTRATOR) {
                others.put(role.name(), mine.staff().signIn(port, role));
            }
        }
        others.put(Role.ADMINISTRATOR.name(), mine.staff().signIn(port, Role.ADMINISTRATOR));
        return others;
    }

    private int replay(String who, Visitor visitor, Iterable<Sent> requests) throws IOException {
        Map<String, String> cookies = Map.copyOf(visitor.cookies);
        List<String> token =
                send(visitor, new Sent("GET", "/code", Map.of()), List.of()).fields().get("_csrf");
        Map<String, String> with = new LinkedHashMap<>(visitor.cookies);
        with.putAll(cookies);
        int done = 0;
        for (Sent one : inOrder(requests)) {
            if (ENDS.matcher(one.path()).matches() || Math.floorMod(turn++ * 7, ONE_OF) != 0) {
                continue;
            }
            visitor.cookies.clear();
            visitor.cookies.putAll(with);
            look(who, one, send(visitor, one, token));
            replays++;
            done++;
        }
        visitor.cookies.clear();
        visitor.cookies.putAll(with);
        return done;
    }

    private Answer send(Visitor visitor, Sent one, List<String> token) throws IOException {
        for (int tries = 0; ; tries++) {
            try {
                if (one.method().equals("GET")) {
                    return visitor.get(one.path());
                }
                Map<String, List<String>> fields = new LinkedHashMap<>();
                // What somebody sends comes back to her: no words of theirs are in it.
                one.fields().forEach((name, values) -> fields.put(name, values.stream().map(this::clean).toList()));
                fields.put("_csrf", token);
                return visitor.post(one.path(), fields);
            } catch (IOException closed) {
                if (tries > 0) {
                    throw closed;
                }
            }
        }
    }

    private String clean(String value) {
        return value.replace(theirs.canary(), "swapped");
    }

    private void look(String who, Sent one, Answer answer) {
        String everything = answer.headers() + answer.text();
        String what = one.method() + " " + ID.matcher(one.path()).replaceAll("*");
        if (everything.contains(theirs.canary()) || everything.contains("900999 " + theirs.canary().hashCode())) {
            note(what + " told", who);
        }
        for (Ticket ticket : theirs.reports().values()) {
            if (everything.contains(ticket.code().spaced()) || everything.contains(ticket.code().letters())) {
                note(what + " told a code", who);
            }
        }
        if (answer.status() >= 500) {
            note(what + " broke", who);
        }
    }

    private void note(String what, String who) {
        leaks.computeIfAbsent(what, _ -> new TreeSet<>()).add(who);
    }

    private void noteChanges(String who, Map<String, String> before) throws Exception {
        for (String table : Owned.changed(theirs, before)) {
            // Accounts and agencies are every administrator's affair; what was done is in the record.
            boolean hers = who.equals("ADMINISTRATOR") && table.matches("account\\..*|access\\.(agency|desk)|messages\\..*|liaison.receiver");
            if (!hers && !table.startsWith("audit.")) {
                note("changed " + table, who);
            }
        }
    }

    private static List<Sent> inOrder(Iterable<Sent> requests) {
        List<Sent> all = new ArrayList<>();
        requests.forEach(all::add);
        all.sort(Comparator.comparing(one -> LAST.matcher(one.path()).matches()));
        return all;
    }

    /// That request with each id alone, then with all ids, in place of theirs.
    private List<Sent> swapped(Sent one) {
        String whole = one.path() + one.fields();
        Set<String> found = new LinkedHashSet<>();
        Matcher id = ID.matcher(whole);
        while (id.find()) {
            if (tables.containsKey(id.group())) {
                found.add(id.group());
            }
        }
        List<Sent> all = new ArrayList<>();
        for (int which = 0; which < 4; which++) {
            Sent together = one;
            for (String mineHere : found) {
                List<String> instead = ids.getOrDefault(tables.get(mineHere), List.of());
                if (!instead.isEmpty()) {
                    String other = instead.get(which * instead.size() / 4);
                    all.add(with(one, mineHere, other));
                    together = with(together, mineHere, other);
                }
            }
            if (found.size() > 1) {
                all.add(together);
            }
        }
        return all.stream().distinct().toList();
    }

    private static Sent with(Sent one, String id, String other) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        one.fields().forEach((name, values) -> fields.put(name.replace(id, other), values.stream().map(v -> v.replace(id, other)).toList()));
        return new Sent(one.method(), one.path().replace(id, other), fields);
    }

    private void learnIds() throws Exception {
        WallRules rules = WallRules.of(Owned.tables());
        String them = theirs.staff().agency().id().toString();
        rules.everything()
                .forEach(
                        (table, rows) -> {
                            for (Map<String, Object> row : rows) {
                                Object id = row.get("id");
                                if (id instanceof String text && ID.matcher(text).matches()) {
                                    tables.put(text, table);
                                    boolean agency = table.equals("access.agency") && text.equals(them);
                                    if (agency || them.equals(rules.owner(table, row))) {
                                        ids.computeIfAbsent(table, _ -> new ArrayList<>()).add(text);
                                    }
                                }
                            }
                        });
        assertThat(ids).containsKeys("report.report", "alert.alert", "liaison.package", "evidence.file", "account.account");
    }
}
