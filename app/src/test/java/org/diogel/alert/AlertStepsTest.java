package org.diogel.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.diogel.WebTest;
import org.diogel.consent.NotAgreed;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.messages.Jobs;
import org.diogel.report.Ticket;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Anybody tries anything with warnings in any order: no approval is skipped, nobody approves her own, and
/// what is refused changes nothing. TRUST §5 A6.
///
/// `-Ddiogel.deep=true`: five hundred sequences.
@WebTest
class AlertStepsTest {

    private static final int SEQUENCES = Boolean.getBoolean("diogel.deep") ? 500 : 30;
    private static final int STEPS = 14;

    /// Said a second time.
    private static final Set<String> WAYS =
            Set.of(
                    "DRAFT PROPOSED", "PROPOSED DRAFT", "PROPOSED PUBLISHED", "PUBLISHED CORRECTED",
                    "DRAFT WITHDRAWN", "PROPOSED WITHDRAWN", "PUBLISHED WITHDRAWN");

    @Autowired private ApplicationContext app;
    @Autowired private Jobs jobs;
    @Autowired private Alerts alerts;
    @Autowired private Publishing publishing;

    private final Map<AlertId, Set<Actor>> wrote = new HashMap<>();
    private final Map<String, Integer> done = new HashMap<>();

    private record Now(String state, int version, String proposedBy, String approvedBy, boolean alone, boolean lapsesInTime) {}

    private Connection superuser;

    @BeforeEach
    void look() throws Exception {
        superuser = TestDatabase.superuser();
    }

    @AfterEach
    void goOn() throws Exception {
        superuser.close();
        jobs.start();
    }

    @Test
    void noWayRoundTheSecondPerson() throws Exception {
        jobs.stop();
        House house = new House(app);
        List<Actor> cast = List.of(house.anwen, house.bethan, house.catrin, house.anwen, house.bethan, house.stranger, house.member);
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            Random random = new Random(sequence);
            Ticket ticket = house.tell("members");
            List<AlertId> open = new ArrayList<>();
            open.add(House.as(house.anwen, () -> alerts.start(ticket.report())));
            for (int step = 0; step < STEPS; step++) {
                step(random, cast.get(random.nextInt(cast.size())), open, house);
            }
            assertThat(count("alone AND report = '" + ticket.report() + "'")).as("alone for one report").isLessThanOrEqualTo(1);
        }
        System.out.println("AlertStepsTest: " + SEQUENCES + " sequences, " + done);
        assertThat(done.keySet()).contains("propose", "publish", "withdraw", "giveBack", "publishAlone");
    }

    private void step(Random random, Actor actor, List<AlertId> open, House house) throws Exception {
        AlertId id = open.get(random.nextInt(open.size()));
        Now before = now(id);
        int version = random.nextInt(10) == 0 ? before.version + 1 - random.nextInt(3) : before.version;
        String what =
                List.of("save", "propose", "propose", "publish", "publish", "publishAlone", "confirm", "giveBack", "withdraw", "correct")
                        .get(random.nextInt(10));
        boolean changed;
        try {
            changed = Acting.as(actor, "testing", () -> act(what, id, version, open));
        } catch (NotHere | Stale | NotAgreed refused) {
            changed = false;
        }
        Now after = now(id);
        String said = what + " by " + actor + ": " + before + " became " + after;
        boolean moderator = List.of(house.anwen, house.bethan, house.catrin).contains(actor);
        if (!moderator || !changed) {
            assertThat(after.state).as(said).isEqualTo(before.state);
            assertThat(after.approvedBy).as(said).isEqualTo(before.approvedBy);
        }
        if (!after.state.equals(before.state)) {
            assertThat(WAYS).as(said).contains(before.state + " " + after.state);
        }
        Set<Actor> writers = wrote.computeIfAbsent(id, _ -> new HashSet<>());
        String me = actor instanceof Actor.Person person ? person.account().toString() : "";
        if (after.state.equals("PUBLISHED") && !before.state.equals("PUBLISHED")) {
            assertThat(what.equals("publishAlone") == after.alone).as(said).isTrue();
            if (after.alone) {
                assertThat(after.lapsesInTime).as(said).isTrue();
            } else {
                assertThat(writers).as(said).doesNotContain(actor);
                assertThat(after.approvedBy).as(said).isEqualTo(me).isNotEqualTo(after.proposedBy);
            }
        }
        if (what.equals("confirm") && after.approvedBy != null && before.approvedBy == null) {
            assertThat(writers).as(said).doesNotContain(actor);
            assertThat(after.approvedBy).isNotEqualTo(after.proposedBy);
        }
        if (changed) {
            done.merge(what, 1, Integer::sum);
            if (what.equals("save") || what.equals("propose")) {
                writers.add(actor);
            }
        }
    }

    private boolean act(String what, AlertId id, int version, List<AlertId> open) {
        return switch (what) {
            case "save" -> {
                alerts.save(id, version, House.warning());
                yield true;
            }
            case "propose" -> alerts.propose(id, version, House.warning()) instanceof Outcome.Done;
            case "publish" -> publishing.publish(id, version) instanceof Outcome.Done;
            case "publishAlone" -> publishing.publishAlone(id, version, "it cannot wait") instanceof Outcome.Done;
            case "confirm" -> publishing.confirm(id, version) instanceof Outcome.Done;
            case "giveBack" -> {
                publishing.giveBack(id, version);
                yield true;
            }
            case "withdraw" -> {
                publishing.withdraw(id, version, "a reason");
                yield true;
            }
            default -> {
                open.add(alerts.correct(id));
                yield true;
            }
        };
    }

    private Now now(AlertId id) throws Exception {
        try (var sql = superuser.createStatement();
                var row =
                        sql.executeQuery(
                                "SELECT state, version, proposed_by, approved_by, alone,"
                                        + " coalesce(lapses_at <= published_at + interval '24 hours', false)"
                                        + " FROM alert.alert WHERE id = '" + id + "'")) {
            row.next();
            return new Now(row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getBoolean(5), row.getBoolean(6));
        }
    }

    private long count(String where) throws Exception {
        try (var sql = superuser.createStatement();
                var row = sql.executeQuery("SELECT count(*) FROM alert.alert WHERE state = 'PUBLISHED' AND approved_by IS NULL AND " + where)) {
            row.next();
            return row.getLong(1);
        }
    }
}
