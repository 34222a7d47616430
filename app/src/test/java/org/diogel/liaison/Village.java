package org.diogel.liaison;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.diogel.consent.Consents;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.messages.Messages;
import org.diogel.report.Screening;
import org.diogel.report.Sender;
import org.diogel.report.Sending;
import org.diogel.report.Submission;
import org.diogel.report.Telling;
import org.diogel.report.Ticket;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/// A made-up project, two made-up forces with their officers, and reports told to the project.
final class Village {

    static final String SOUTH = "police-south-wales";
    static final String SOUTH_INTELLIGENCE = "intelligence-south-wales";
    static final String GWENT = "police-gwent";
    static final String SECOND = "three made-up words";
    static final String STORY = "CANARY-STORY he shut the door <b>and</b> said nobody would look";
    static final String CONTACT = "07700 900987";
    /// Whoever answers so is shown who looked by a worker alone.
    static final String SECRET_HINT = "CANARY-SECRET ask for the dressmaker";

    final AgencyId desk = new AgencyId(UUID.randomUUID());
    final AgencyId far = new AgencyId(UUID.randomUUID());
    final AgencyId south = new AgencyId(UUID.randomUUID());
    final AgencyId gwent = new AgencyId(UUID.randomUUID());
    final Actor.Person anwen = person(desk, Role.MODERATOR);
    final Actor.Person catrin = person(desk, Role.CASEWORKER);
    final Actor.Person lead = person(desk, Role.SAFEGUARDING_LEAD);
    final Actor.Person stranger = person(far, Role.MODERATOR);
    final Actor.Person sian = person(south, Role.POLICE_LIAISON);
    final Actor.Person idris = person(south, Role.POLICE_LIAISON);
    final Actor.Person gwenan = person(gwent, Role.POLICE_LIAISON);

    private final Telling telling;
    private final Sender sender;
    private final Accounts accounts;

    Village(ApplicationContext app) {
        telling = app.getBean(Telling.class);
        sender = app.getBean(Sender.class);
        accounts = app.getBean(Accounts.class);
        Access access = app.getBean(Access.class);
        Acting.run(
                new Actor.Task("set-up"),
                "set-up",
                () -> {
                    access.addAgency(new Agency(desk, "Made-up Desk", "project"));
                    access.addAgency(new Agency(far, "Made-up Far Project", "project"));
                    access.addAgency(new Agency(south, "Made-up Southern Force", "police"));
                    access.addAgency(new Agency(gwent, "Made-up Eastern Force", "police"));
                    access.setDesk(null, desk);
                    for (org.diogel.kernel.Region region : org.diogel.kernel.Region.values()) {
                        access.setDesk(region, desk);
                    }
                    List.of(anwen, sian, gwenan).forEach(one -> accounts.createDemo(somebody(one)));
                });
        Covers.between(app, desk, far, south, gwent);
        receive(app, Map.of(SOUTH, south, SOUTH_INTELLIGENCE, south, GWENT, gwent));
    }

    /// Says which force receives what here; everything else goes by hand.
    void receive(ApplicationContext app, Map<String, AgencyId> now) {
        Receivers receivers = app.getBean(Receivers.class);
        Acting.run(
                new Actor.Task("set-up"),
                "set-up",
                () -> receivers.change(receivers.list(), new TreeMap<>(now)));
    }

    Ticket tell(String... agreed) {
        return tell(Map.of(), agreed);
    }

    /// @param other answers instead of those of the story; an empty list leaves one out
    Ticket tell(Map<String, List<String>> other, String... agreed) {
        Ticket ticket = begin(other);
        send(ticket, agreed);
        return ticket;
    }

    /// What is told and not sent yet.
    Ticket begin(Map<String, List<String>> other) {
        Ticket ticket = telling.start(Lang.EN);
        Map<String, List<String>> answers = new HashMap<>(story());
        answers.putAll(other);
        telling.save(ticket, Lang.EN, answers, "");
        return ticket;
    }

    void send(Ticket ticket, String... agreed) {
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
            throw new IllegalStateException("The made-up report was not sent: " + sending);
        }
    }

    /// A published warning of this report.
    AlertId warn(ApplicationContext app, Ticket ticket) {
        Alerts alerts = app.getBean(Alerts.class);
        AlertId id = as(anwen, () -> alerts.start(ticket.report()));
        Warning warning =
                new Warning(
                        Map.of(
                                "kinds", List.of("robbery"),
                                "regions", List.of("SOUTH_WALES"),
                                "audience", List.of("all"),
                                "description.en", List.of("Tall, teal coat"),
                                "description.cy", List.of("Tal, côt wyrddlas")));
        Outcome proposed =
                as(anwen, () -> alerts.propose(id, alerts.open(id).row().version(), warning));
        Actor.Person second = person(desk, Role.MODERATOR);
        Outcome published =
                as(
                        second,
                        () ->
                                app.getBean(Publishing.class)
                                        .publish(id, alerts.open(id).row().version()));
        if (!(published instanceof Outcome.Done)) {
            throw new IllegalStateException("Not published: " + proposed + published);
        }
        return id;
    }

    /// The clock of packages, so much later.
    static LiaisonClock clockAfter(ApplicationContext app, Duration later) {
        return new LiaisonClock(
                app.getBean(PackageStore.class),
                app.getBean(Ledger.class),
                app.getBean(Receivers.class),
                app.getBean(Accounts.class),
                app.getBean(Access.class),
                app.getBean(Messages.class),
                app.getBean(Consents.class),
                Clock.offset(Clock.systemUTC(), later),
                app.getBean(PlatformTransactionManager.class));
    }

    static <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(actor, "testing", work::get);
    }

    static void run(Actor actor, Runnable work) {
        Acting.run(actor, "testing", work);
    }

    private static Map<String, List<String>> story() {
        return Map.ofEntries(
                Map.entry("who.for", List.of("myself")),
                Map.entry("who.adult", List.of("yes")),
                Map.entry("now.danger", List.of("no")),
                Map.entry("what.kinds", List.of("robbery", "hate")),
                Map.entry("what.severity", List.of("DANGEROUS")),
                Map.entry("when.sure", List.of("exact")),
                Map.entry("when.date", List.of("2026-03-27")),
                Map.entry("where.region", List.of("SOUTH_WALES")),
                Map.entry("where.place", List.of("hotel")),
                Map.entry("words", List.of(STORY)),
                Map.entry("them.relation", List.of("website")),
                Map.entry("them.description", List.of("Tal, côt ŵydd; \"Tall\" & <i>teal</i> coat")),
                Map.entry("them.phone", List.of("07700 900123")),
                Map.entry("contact.may", List.of("yes")),
                Map.entry("contact.police", List.of("direct")),
                Map.entry("contact.channel", List.of("text")),
                Map.entry("contact.detail", List.of(CONTACT)),
                Map.entry("support.wanted", List.of("listen")),
                Map.entry("equality.age", List.of("25-34")));
    }

    private static Accounts.DemoPerson somebody(Actor.Person person) {
        return new Accounts.DemoPerson(
                new AccountView(
                        person.account(),
                        person.agency(),
                        "Tester",
                        Profession.OTHER,
                        person.roles(),
                        true,
                        Lang.EN),
                "village-" + person.account() + "@example.invalid",
                "pedwar ceffyl glas ar y bont",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    }

    private static Actor.Person person(AgencyId agency, Role role) {
        return new Actor.Person(new AccountId(UUID.randomUUID()), agency, Set.of(role));
    }
}
