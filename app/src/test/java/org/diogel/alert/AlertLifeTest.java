package org.diogel.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.alert.House.as;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.diogel.WebTest;
import org.diogel.kernel.Actor;
import org.diogel.messages.Jobs;
import org.diogel.report.ReportId;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/// Five hundred lives of warnings, drawn by lot: whatever anybody tries in whatever order, only what
/// the table allows happens. The seed stands in every message.
@WebTest
class AlertLifeTest {

    private static final int LIVES = 500;
    private static final long SEED = 20261123;

    private enum Try {
        SAVE,
        PROPOSE,
        RETURN,
        PUBLISH,
        ALONE,
        CONFIRM,
        WITHDRAW,
        END
    }

    private enum Answer {
        DONE,
        SAME,
        ALONE_BEFORE,
        STALE,
        HIDDEN
    }

    @Autowired ApplicationContext app;
    @Autowired Alerts alerts;
    @Autowired Publishing publishing;
    @Autowired AlertStore store;
    @Autowired Jobs jobs;
    @Autowired PlatformTransactionManager transactions;

    private AlertState state = AlertState.DRAFT;
    private boolean alone;
    /// Whether one person's word was used for this report and nobody joined.
    private boolean spent;
    private final Set<Actor> tookPart = new HashSet<>();

    @Test
    void onlyWhatTheTableAllowsHappens() {
        jobs.stop();
        House house = new House(app);
        List<Actor.Person> people =
                List.of(
                        house.anwen, house.bethan, house.catrin, house.anwen, house.bethan,
                        house.stranger, house.member);
        ReportId report = house.tell("members").report();
        int refused = 0;
        Set<AlertState> reached = EnumSet.noneOf(AlertState.class);
        Random lot = new Random(SEED);
        AlertId id = null;
        for (int life = 0; life < LIVES; life++) {
            // A report whose one word is spent goes on for a few more lives.
            if (spent && lot.nextInt(4) == 0) {
                report = house.tell("members").report();
                spent = false;
            }
            id = begin(house, report, id);
            for (int step = 0; step < 4; step++) {
                Actor.Person who = people.get(lot.nextInt(people.size()));
                Try what = Try.values()[lot.nextInt(Try.values().length)];
                boolean desk = who.agency().equals(house.desk) && who != house.member;
                Answer expected = what == Try.END ? end() : expect(what, who, desk);
                String where = "seed " + SEED + " life " + life + " step " + step + " " + what;
                assertThat(attempt(id, what, who, house)).as(where).isEqualTo(expected);
                refused += expected == Answer.ALONE_BEFORE ? 1 : 0;
                AlertRow row = row(id, house);
                assertThat(row.state()).as(where).isEqualTo(state);
                if (state == AlertState.PUBLISHED && !row.alone()) {
                    assertThat(row.approvedBy()).as(where).isNotNull().isNotEqualTo(row.proposedBy());
                }
                reached.add(state);
            }
        }
        jobs.start();
        assertThat(refused).isPositive();
        assertThat(reached)
                .contains(
                        AlertState.DRAFT, AlertState.PROPOSED, AlertState.PUBLISHED,
                        AlertState.WITHDRAWN, AlertState.EXPIRED);
    }

    /// A new draft; one left open by the life before, the only one there can be, is thrown away first.
    private AlertId begin(House house, ReportId report, @Nullable AlertId before) {
        if (before != null && state.isOpen()) {
            as(
                    house.anwen,
                    () -> {
                        publishing.withdraw(before, row(before, house).version(), "making room");
                        return true;
                    });
        }
        state = AlertState.DRAFT;
        alone = false;
        tookPart.clear();
        tookPart.add(house.anwen);
        return as(house.anwen, () -> alerts.start(report));
    }

    /// What must happen, and what it leads to.
    private Answer expect(Try what, Actor who, boolean desk) {
        if (!desk) {
            return Answer.HIDDEN;
        }
        switch (what) {
            case SAVE, PROPOSE -> {
                if (state != AlertState.DRAFT) {
                    return Answer.STALE;
                }
                tookPart.add(who);
                state = what == Try.PROPOSE ? AlertState.PROPOSED : state;
            }
            case RETURN -> {
                if (state != AlertState.PROPOSED) {
                    return Answer.STALE;
                }
                state = AlertState.DRAFT;
            }
            case PUBLISH -> {
                if (state != AlertState.PROPOSED) {
                    return Answer.STALE;
                }
                if (tookPart.contains(who)) {
                    return Answer.SAME;
                }
                state = AlertState.PUBLISHED;
            }
            case ALONE -> {
                if (state != AlertState.PROPOSED) {
                    return Answer.STALE;
                }
                if (spent) {
                    return Answer.ALONE_BEFORE;
                }
                state = AlertState.PUBLISHED;
                alone = true;
                spent = true;
                tookPart.add(who);
            }
            case CONFIRM -> {
                if (state != AlertState.PUBLISHED || !alone) {
                    return Answer.STALE;
                }
                if (tookPart.contains(who)) {
                    return Answer.SAME;
                }
                alone = false;
                spent = false;
            }
            case WITHDRAW -> {
                if (!state.isOpen() && state != AlertState.PUBLISHED) {
                    return Answer.STALE;
                }
                state = AlertState.WITHDRAWN;
            }
            case END -> throw new IllegalStateException("has its own answer");
        }
        return Answer.DONE;
    }

    private Answer end() {
        state = state == AlertState.PUBLISHED ? AlertState.EXPIRED : state;
        return Answer.DONE;
    }

    private Answer attempt(AlertId id, Try what, Actor who, House house) {
        int version = row(id, house).version();
        try {
            return as(
                    who,
                    () ->
                            switch (what) {
                                case SAVE -> {
                                    alerts.save(id, version, warning());
                                    yield Answer.DONE;
                                }
                                case PROPOSE -> answer(alerts.propose(id, version, warning()));
                                case RETURN -> {
                                    publishing.giveBack(id, version);
                                    yield Answer.DONE;
                                }
                                case PUBLISH -> answer(publishing.publish(id, version));
                                case ALONE ->
                                        answer(publishing.publishAlone(id, version, "It cannot wait"));
                                case CONFIRM -> answer(publishing.confirm(id, version));
                                case WITHDRAW -> {
                                    publishing.withdraw(id, version, "No longer needed");
                                    yield Answer.DONE;
                                }
                                case END -> {
                                    House.clockAfter(app, Duration.ofDays(91)).run();
                                    yield Answer.DONE;
                                }
                            });
        } catch (Stale stale) {
            return Answer.STALE;
        } catch (NotHere hidden) {
            return Answer.HIDDEN;
        }
    }

    private static Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> Answer.DONE;
            case Outcome.SamePerson _ -> Answer.SAME;
            case Outcome.AloneBefore _ -> Answer.ALONE_BEFORE;
            default -> throw new AssertionError("Unexpected " + outcome);
        };
    }

    private AlertRow row(AlertId id, House house) {
        return as(
                house.anwen,
                () ->
                        new org.springframework.transaction.support.TransactionTemplate(transactions)
                                .execute(_ -> store.find(id).orElseThrow()));
    }

    private static Warning warning() {
        return new Warning(
                Map.of(
                        "kinds", List.of("robbery"),
                        "severity", List.of("RISKY"),
                        "regions", List.of("GWENT"),
                        "audience", List.of(Warning.ALL),
                        "description.en", List.of("Tall, teal coat"),
                        "description.cy", List.of("Tal, côt wyrddlas")));
    }
}
