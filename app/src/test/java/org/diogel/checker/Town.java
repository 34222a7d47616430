package org.diogel.checker;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.access.Covers;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.account.Profession;
import org.diogel.alert.AlertId;
import org.diogel.alert.Alerts;
import org.diogel.alert.Outcome;
import org.diogel.alert.Publishing;
import org.diogel.alert.Warning;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.report.Screening;
import org.diogel.report.Sender;
import org.diogel.report.Sending;
import org.diogel.report.Submission;
import org.diogel.report.Telling;
import org.diogel.report.Ticket;
import org.springframework.context.ApplicationContext;

/// A made-up desk, its members, and warnings it published of reports told to it.
final class Town {

    static final String SECOND = "tri pheth bach dirgel";

    final AgencyId desk = new AgencyId(UUID.randomUUID());
    final AgencyId far = new AgencyId(UUID.randomUUID());
    final Actor.Person writer = person(desk, Role.MODERATOR);
    final Actor.Person second = person(desk, Role.MODERATOR);
    final Actor.Person caseworker = person(desk, Role.CASEWORKER);
    final Actor.Person lead = person(desk, Role.SAFEGUARDING_LEAD);
    final Actor.Person stranger = person(far, Role.MODERATOR);
    final Actor.Person member;
    final Actor.Person farMember;

    private final Telling telling;
    private final Sender sender;
    private final Alerts alerts;
    private final Publishing publishing;
    private final Accounts accounts;

    Town(ApplicationContext app) {
        telling = app.getBean(Telling.class);
        sender = app.getBean(Sender.class);
        alerts = app.getBean(Alerts.class);
        publishing = app.getBean(Publishing.class);
        accounts = app.getBean(Accounts.class);
        Access access = app.getBean(Access.class);
        Acting.run(
                new Actor.Task("set-up"),
                "set-up",
                () -> {
                    access.addAgency(new Agency(desk, "Made-up Desk", "project"));
                    access.addAgency(new Agency(far, "Made-up Far Project", "project"));
                    access.setDesk(null, desk);
                });
        Covers.between(app, desk, far);
        member = newMember(desk);
        farMember = newMember(far);
        sql("UPDATE account.account SET created_at = now() - interval '100 days'");
    }

    /// Somebody who joined today.
    Actor.Person newMember(AgencyId agency) {
        Actor.Person person = person(agency, Role.MEMBER);
        Acting.run(
                new Actor.Task("set-up"), "set-up", () -> accounts.createDemo(somebody(person)));
        return person;
    }

    /// Sent, with these answers about the person, and shared so.
    Ticket tell(Map<String, String> them, String... agreed) {
        Ticket ticket = telling.start(Lang.EN);
        Map<String, List<String>> answers = new HashMap<>();
        answers.put("who.for", List.of("myself"));
        answers.put("who.adult", List.of("yes"));
        answers.put("now.danger", List.of("no"));
        answers.put("what.kinds", List.of("robbery", "threats"));
        answers.put("what.severity", List.of("DANGEROUS"));
        answers.put("when.sure", List.of("exact"));
        answers.put("when.date", List.of("2026-03-27"));
        answers.put("where.region", List.of("SOUTH_WALES"));
        answers.put("them.relation", List.of("website"));
        them.forEach((field, value) -> answers.put(field, List.of(value)));
        telling.save(ticket, Lang.EN, answers, "");
        Sending sending =
                sender.send(
                        ticket,
                        new Submission(
                                UUID.randomUUID(),
                                Set.of(agreed),
                                Screening.NO,
                                Screening.NO,
                                SECOND,
                                Lang.EN));
        if (!(sending instanceof Sending.Sent)) {
            throw new IllegalStateException("The made-up report was not sent");
        }
        return ticket;
    }

    /// Written by one, published by another, for everybody.
    AlertId warn(Ticket ticket) {
        return warn(ticket, Warning.ALL);
    }

    AlertId warn(Ticket ticket, String audience) {
        AlertId id = as(writer, () -> alerts.start(ticket.report()));
        return publish(id, audience);
    }

    AlertId correct(AlertId earlier) {
        return publish(as(writer, () -> alerts.correct(earlier)), Warning.ALL);
    }

    private AlertId publish(AlertId id, String audience) {
        Warning warning =
                new Warning(
                        Map.of(
                                "kinds", List.of("robbery"),
                                "severity", List.of("DANGEROUS"),
                                "regions", List.of("SOUTH_WALES"),
                                "month", List.of("2026-03"),
                                "advice", List.of("refuse"),
                                "audience", List.of(audience)));
        done(as(writer, () -> alerts.propose(id, version(id), warning)));
        done(as(second, () -> publishing.publish(id, version(id))));
        return id;
    }

    int version(AlertId id) {
        return as(writer, () -> alerts.open(id)).row().version();
    }

    /// What was entered shows at once.
    void show() {
        sql("UPDATE checker.entry SET shown_from = now() - interval '1 minute'");
    }

    static void sql(String statement) {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String one(String query) {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement();
                var row = sql.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(actor, "testing", work::get);
    }

    private static void done(Outcome outcome) {
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("The made-up warning stands still: " + outcome);
        }
    }

    private static Accounts.DemoPerson somebody(Actor.Person person) {
        return new Accounts.DemoPerson(
                new AccountView(
                        person.account(),
                        person.agency(),
                        "Tester",
                        Profession.PROJECT_WORKER,
                        person.roles(),
                        true,
                        Lang.EN),
                "member-" + person.account() + "@example.invalid",
                "pedwar ceffyl glas ar y bont",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    }

    private static Actor.Person person(AgencyId agency, Role role) {
        return new Actor.Person(new AccountId(UUID.randomUUID()), agency, Set.of(role));
    }
}
