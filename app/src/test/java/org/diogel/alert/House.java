package org.diogel.alert;

import java.time.Clock;
import java.time.Duration;
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
import org.diogel.vault.Vault;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/// A made-up partnership and reports told to it.
final class House {

    static final String NARRATIVE = "CANARY-STORY he shut the door and said nobody would look for her";
    static final String CONTACT = "07700 900987";

    final AgencyId desk = new AgencyId(UUID.randomUUID());
    final AgencyId far = new AgencyId(UUID.randomUUID());
    final Actor.Person anwen = person(desk, Role.MODERATOR);
    final Actor.Person bethan = person(desk, Role.MODERATOR);
    final Actor.Person catrin = person(desk, Role.MODERATOR);
    final Actor.Person stranger = person(far, Role.MODERATOR);
    final Actor.Person member;
    final Actor.Person farMember;

    private final Telling telling;
    private final Sender sender;
    private final Accounts accounts;

    House(ApplicationContext app) {
        telling = app.getBean(Telling.class);
        sender = app.getBean(Sender.class);
        Access access = app.getBean(Access.class);
        accounts = app.getBean(Accounts.class);
        member = person(desk, Role.MEMBER);
        farMember = person(far, Role.MEMBER);
        Acting.run(
                new Actor.Task("set-up"),
                "set-up",
                () -> {
                    access.addAgency(new Agency(desk, "Made-up Desk", "project"));
                    access.addAgency(new Agency(far, "Made-up Far Project", "project"));
                    access.setDesk(null, desk);
                    List.of(member, farMember).forEach(m -> accounts.createDemo(somebody(m)));
                });
        Covers.between(app, desk, far);
    }

    /// Gives these people accounts, as members have, so that they can be sent a message.
    void enrol(Actor.Person... people) {
        Acting.run(
                new Actor.Task("set-up"),
                "set-up",
                () -> List.of(people).forEach(one -> accounts.createDemo(somebody(one))));
    }

    Ticket tell(String... agreed) {
        return tell(Screening.NO, Screening.NO, agreed);
    }

    Ticket tell(Screening child, Screening life, String... agreed) {
        return tell(child, life, Map.of(), agreed);
    }

    /// @param other answers instead of those of the story; an empty list leaves one out
    Ticket tell(Map<String, List<String>> other, String... agreed) {
        return tell(Screening.NO, Screening.NO, other, agreed);
    }

    private Ticket tell(
            Screening child,
            Screening life,
            Map<String, List<String>> other,
            String... agreed) {
        Ticket ticket = telling.start(Lang.EN);
        Map<String, List<String>> answers = new HashMap<>(story());
        answers.putAll(other);
        telling.save(ticket, Lang.EN, answers, "");
        Sending sending =
                sender.send(
                        ticket,
                        new Submission(
                                UUID.randomUUID(),
                                Set.of(agreed),
                                child,
                                life,
                                "",
                                Lang.EN));
        if (!(sending instanceof Sending.Sent)) {
            throw new IllegalStateException("The made-up report was not sent");
        }
        return ticket;
    }

    /// A warning nothing stands in the way of.
    static Warning warning() {
        return new Warning(
                Map.of(
                        "kinds", List.of("robbery"),
                        "regions", List.of("SOUTH_WALES"),
                        "audience", List.of(Warning.ALL),
                        "description.en", List.of("Tall, teal coat"),
                        "description.cy", List.of("Tal, côt wyrddlas")));
    }

    /// The clock of warnings, so much later.
    static AlertClock clockAfter(ApplicationContext app, Duration later) {
        return new AlertClock(
                app.getBean(AlertStore.class),
                app.getBean(Contents.class),
                app.getBean(AlertNews.class),
                app.getBean(Messages.class),
                app.getBean(Consents.class),
                app,
                app.getBean(Vault.class),
                Clock.offset(Clock.systemUTC(), later),
                app.getBean(PlatformTransactionManager.class));
    }

    static <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(actor, "testing", work::get);
    }

    private static Map<String, List<String>> story() {
        return Map.ofEntries(
                Map.entry("who.for", List.of("myself")),
                Map.entry("who.adult", List.of("yes")),
                Map.entry("now.danger", List.of("no")),
                Map.entry("what.kinds", List.of("robbery", "threats")),
                Map.entry("what.severity", List.of("DANGEROUS")),
                Map.entry("when.sure", List.of("exact")),
                Map.entry("when.date", List.of("2026-03-27")),
                Map.entry("where.region", List.of("SOUTH_WALES")),
                Map.entry("where.place", List.of("home")),
                Map.entry("words", List.of(NARRATIVE)),
                Map.entry("them.relation", List.of("website")),
                Map.entry("them.description", List.of("Tall, teal coat")),
                Map.entry("them.phone", List.of("07700 900123")),
                Map.entry("contact.may", List.of("yes")),
                Map.entry("contact.channel", List.of("text")),
                Map.entry("contact.detail", List.of(CONTACT)));
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
