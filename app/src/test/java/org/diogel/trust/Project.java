package org.diogel.trust;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.diogel.access.KeptOut;
import org.diogel.alert.AlertId;
import org.diogel.alert.Alerts;
import org.diogel.alert.Board;
import org.diogel.alert.Outcome;
import org.diogel.alert.Publishing;
import org.diogel.alert.Warning;
import org.diogel.checker.Checks;
import org.diogel.checker.Kind;
import org.diogel.checker.SearchPurpose;
import org.diogel.checker.Searches;
import org.diogel.database.TestDatabase;
import org.diogel.emergency.Emergencies;
import org.diogel.emergency.EmergencyWhy;
import org.diogel.evidence.FileId;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.liaison.Came;
import org.diogel.liaison.HandingOver;
import org.diogel.liaison.Inbox;
import org.diogel.liaison.PackageId;
import org.diogel.liaison.Passing;
import org.diogel.liaison.Treatments;
import org.diogel.report.KeepingOut;
import org.diogel.report.Receipts;
import org.diogel.report.ReportId;
import org.diogel.report.Reports;
import org.diogel.report.Screening;
import org.diogel.report.ScreeningGround;
import org.diogel.report.Sender;
import org.diogel.report.Submission;
import org.diogel.report.Telling;
import org.diogel.report.Ticket;
import org.diogel.report.Tied;
import org.diogel.retention.HoldGround;
import org.diogel.retention.HoldTerms;
import org.diogel.retention.Holds;
import org.diogel.retention.RuleLine;
import org.diogel.retention.Rules;
import org.diogel.safeguarding.Duties;
import org.diogel.safeguarding.DutyId;
import org.diogel.safeguarding.Passes;
import org.diogel.subjectaccess.TestCopies;
import org.springframework.context.ApplicationContext;

/// One made-up agency with people of every role and a report in every state, each holding the
/// agency's canary, so that a leak shows wherever it happens.
///
/// @param canary part of every text of this project and of nobody else's
/// @param coat what its warnings say that are not for all
/// @param reports by what became of them @param warnings likewise @param files by how they stand
/// @param packages likewise
/// @param duties what was passed on for somebody's safety
record Project(
        Staff staff,
        String canary,
        String coat,
        Map<String, Ticket> reports,
        Map<String, AlertId> warnings,
        Map<String, FileId> files,
        Map<String, PackageId> packages,
        List<DutyId> duties) {

    static final String SECOND = "three made-up words";

    static Project make(ApplicationContext app, String name, Region region) throws Exception {
        String canary = "CANARY" + name.replaceAll("\\W", "");
        Staff staff = Staff.join(app, name, region, List.of(Role.values()));
        return make(app, staff, region, canary, canary + " coat");
    }

    static Project make(
            ApplicationContext app, Staff staff, Region region, String canary, String coat)
            throws Exception {
        Project project = new Project(
                        staff,
                        canary,
                        coat,
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new java.util.ArrayList<>());
        project.as(Role.CASEWORKER, () -> run(() -> app.getBean(Tied.class).add("phone", "07700 900555", canary)));
        project.tell(app, region);
        project.warn(app);
        project.give(app, region);
        project.protect(app);
        project.keepOut(app);
        project.openInEmergency(app);
        project.hold(app);
        project.copy(app);
        return project;
    }

    /// By the caseworker, of one that waits for the lead.
    private void openInEmergency(ApplicationContext app) throws Exception {
        Emergencies door = app.getBean(Emergencies.class);
        ReportId waiting = reports.get("waiting").report();
        String reference =
                as(Role.MODERATOR, () -> app.getBean(Reports.class).get(waiting).reference());
        as(Role.CASEWORKER, () -> door.open(reference, EmergencyWhy.LIFE, canary).orElseThrow());
    }

    /// One that is closed, and one of which somebody is kept out; a rule is on.
    private void hold(ApplicationContext app) throws Exception {
        Holds holds = app.getBean(Holds.class);
        for (String name : List.of("closed", "asked")) {
            String reference =
                    Rows.one("SELECT reference FROM report.report WHERE id = ?", reports.get(name).report().value());
            as(
                    Role.DATA_PROTECTION_OFFICER,
                    () ->
                            holds.put(
                                    reference,
                                    new HoldTerms(
                                            HoldGround.COURT, canary, canary, canary, holds.today().plusDays(3))));
        }
        Rules rules = app.getBean(Rules.class);
        as(
                Role.DATA_PROTECTION_OFFICER,
                () ->
                        run(
                                () -> {
                                    for (RuleLine line : rules.list()) {
                                        if (line.code().equals("access-grants")) {
                                            rules.switchOn(line.code(), line.version());
                                        }
                                    }
                                }));
    }

    /// The caseworker, of one report that was passed on.
    private void keepOut(ApplicationContext app) throws Exception {
        as(
                Role.MODERATOR,
                () ->
                        run(
                                () ->
                                        app.getBean(KeepingOut.class)
                                                .keepOut(
                                                        reports.get("asked").report(),
                                                        staff.with(Role.CASEWORKER).account().id().value(),
                                                        KeptOut.Why.TIE)));
    }

    /// A copy that was made, and one that waits for who it is.
    private void copy(ApplicationContext app) throws Exception {
        Actor.Person officer = actors().get(Role.DATA_PROTECTION_OFFICER);
        TestCopies.made(app, officer, proved(app.getBean(Receipts.class), "sent"));
        TestCopies.ask(app, reports.get("closed"));
        TestCopies.noted(app, officer, canary);
    }

    private void tell(ApplicationContext app, Region region) throws Exception {
        Telling telling = app.getBean(Telling.class);
        Sender sender = app.getBean(Sender.class);
        Receipts receipts = app.getBean(Receipts.class);
        Reports desk = app.getBean(Reports.class);
        for (String name :
                List.of(
                        "draft", "sent", "kept", "waiting", "held", "closed", "stopped", "erasing",
                        "written", "proposed", "for-all", "for-us", "withdrawn", "given", "taken",
                        "asked")) {
            Ticket ticket = telling.start(Lang.EN);
            telling.save(ticket, Lang.EN, story(region), "");
            reports.put(name, ticket);
        }
        for (Map.Entry<String, Ticket> report : reports.entrySet()) {
            boolean risk = Set.of("waiting", "held").contains(report.getKey());
            if (!report.getKey().equals("draft")) {
                sender.send(
                        report.getValue(),
                        new Submission(
                                UUID.randomUUID(),
                                agreed(report.getKey(), region),
                                risk ? Screening.YES : Screening.NO,
                                Screening.NO,
                                SECOND,
                                Lang.EN));
            }
        }
        Staging.files(app, this);
        receipts.add(reports.get("sent"), canary + " added");
        receipts.stop(reports.get("stopped"));
        receipts.delete(proved(receipts, "erasing"));
        as(Role.MODERATOR, () -> run(() -> desk.sendMessage(reports.get("sent").report(), UUID.randomUUID(), canary)));
        as(Role.MODERATOR, () -> desk.open(reports.get("sent").report(), "triage"));
        ReportId closed = reports.get("closed").report();
        as(Role.MODERATOR, () -> desk.open(closed, "triage"));
        as(Role.MODERATOR, () -> run(() -> desk.close(closed, desk.get(closed).version(), canary)));
        ReportId held = reports.get("held").report();
        as(
                Role.SAFEGUARDING_LEAD,
                () ->
                        run(
                                () ->
                                        desk.screen(
                                                held,
                                                desk.get(held).version(),
                                                ScreeningGround.CHILD,
                                                canary)));
    }

    private static Set<String> agreed(String report, Region region) {
        return switch (report) {
            case "kept" -> Set.of();
            case "given", "taken", "asked" -> Set.of("members", "checker", force(region), "crimestoppers");
            default -> Set.of("members", "checker");
        };
    }

    private static String force(Region region) {
        return "police-" + region.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// What one recipient gets of a report, unread, read and asked back; its officers are this agency's
    /// own. What goes by hand lies there.
    private void give(ApplicationContext app, Region region) throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.prepareStatement("INSERT INTO liaison.receiver VALUES (?, ?)")) {
            sql.setString(1, force(region));
            sql.setObject(2, staff.agency().id().value());
            sql.executeUpdate();
        }
        Passing passing = app.getBean(Passing.class);
        Inbox inbox = app.getBean(Inbox.class);
        for (String name : List.of("given", "taken", "asked")) {
            ReportId report = reports.get(name).report();
            packages.put(name, as(Role.CASEWORKER, () -> passing.pass(report, force(region))));
            packages.put(name + " by hand", as(Role.MODERATOR, () -> passing.pass(report, "crimestoppers")));
        }
        for (String name : List.of("taken", "asked")) {
            PackageId id = packages.get(name);
            as(Role.POLICE_LIAISON, () -> inbox.open(id, Inbox.Way.PAGE, "investigate"));
            as(Role.POLICE_LIAISON, () -> run(() -> inbox.ask(id, canary)));
            as(
                    Role.POLICE_LIAISON,
                    () ->
                            run(
                                    () ->
                                            inbox.record(
                                                    id,
                                                    inbox.get(id).row().version(),
                                                    new Came("recorded", LocalDate.now(), canary, null))));
        }
        as(Role.MODERATOR, () -> run(() -> app.getBean(HandingOver.class).print(packages.get("taken by hand"))));
        app.getBean(Treatments.class).say(reports.get("taken"), Map.of("told", "yes"), true, canary);
        app.getBean(Receipts.class).stop(reports.get("asked"));
    }

    /// What the lead passed on: told, not told, and one of which nothing is awaited.
    private void protect(ApplicationContext app) throws Exception {
        duties.add(as(Role.SAFEGUARDING_LEAD, () -> Passes.pass(app, reports.get("sent").report(), true, canary)));
        duties.add(as(Role.SAFEGUARDING_LEAD, () -> Passes.pass(app, reports.get("held").report(), false, canary)));
        DutyId ended =
                as(Role.SAFEGUARDING_LEAD, () -> Passes.pass(app, reports.get("kept").report(), true, canary));
        duties.add(ended);
        Duties door = app.getBean(Duties.class);
        as(
                Role.SAFEGUARDING_LEAD,
                () -> run(() -> door.record(ended, 1, "ended", LocalDate.now(), canary, null)));
    }

    /// A warning in every state: being written, proposed, published for all and for one agency only,
    /// taken back.
    private void warn(ApplicationContext app) throws Exception {
        Alerts alerts = app.getBean(Alerts.class);
        Publishing publishing = app.getBean(Publishing.class);
        Actor.Person second =
                new Actor.Person(
                        new AccountId(UUID.randomUUID()), staff.agency().id(), Set.of(Role.MODERATOR));
        for (String name : List.of("written", "proposed", "for-all", "for-us", "withdrawn")) {
            AlertId id = as(Role.MODERATOR, () -> alerts.start(reports.get(name).report()));
            warnings.put(name, id);
            Warning warning =
                    new Warning(
                            Map.of(
                                    "kinds", List.of("robbery"),
                                    "regions", List.of("SOUTH_WALES"),
                                    "audience",
                                            List.of(name.equals("for-us") ? staff.agency().id().toString() : "all"),
                                    "description.en", List.of(text(name)),
                                    "description.cy", List.of(text(name))));
            as(Role.MODERATOR, () -> alerts.save(id, version(alerts, id), warning));
            if (!name.equals("written")) {
                Outcome proposed = as(Role.MODERATOR, () -> alerts.propose(id, version(alerts, id), warning));
                require(proposed);
            }
            if (name.startsWith("for-") || name.equals("withdrawn")) {
                require(Acting.as(second, "work", () -> publishing.publish(id, version(alerts, id))));
            }
            if (name.equals("withdrawn")) {
                as(Role.MODERATOR, () -> run(() -> publishing.withdraw(id, version(alerts, id), canary)));
            }
        }
        as(Role.MEMBER, () -> app.getBean(Board.class).open(warnings.get("for-all")));
        as(Role.MEMBER, () -> app.getBean(Checks.class).check("07700 900111", Optional.empty(), ""));
        as(
                Role.CASEWORKER,
                () ->
                        app.getBean(Searches.class)
                                .search(Kind.PHONE, "0123", SearchPurpose.SAFEGUARDING));
        // Half of what may be looked up shows already; somebody went on and on.
        try (var superuser = TestDatabase.superuser();
                var sql = superuser.createStatement()) {
            sql.execute("UPDATE checker.entry SET shown_from = now() WHERE possible");
            sql.execute("UPDATE checker.budget SET told_on = day WHERE what = 'search'");
            sql.execute(
                    "INSERT INTO checker.day (day, checks, told) VALUES (current_date - 9, 3, true)"
                            + " ON CONFLICT DO NOTHING");
        }
    }

    private static void require(Outcome outcome) {
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("The made-up warning stands still: " + outcome);
        }
    }

    /// What is published for all is no secret.
    private String text(String name) {
        return name.equals("for-all") || name.equals("withdrawn") ? "A teal coat" : coat;
    }

    private static int version(Alerts alerts, AlertId id) {
        return alerts.open(id).row().version();
    }

    private Ticket proved(Receipts receipts, String name) {
        return receipts.prove(reports.get(name), SECOND).orElseThrow();
    }

    private static boolean run(Runnable work) {
        work.run();
        return true;
    }

    <T> T as(Role role, Callable<T> work) throws Exception {
        return Acting.as(staff.with(role).actor(), "work", work::call);
    }

    private Map<String, List<String>> story(Region region) {
        return Map.ofEntries(
                Map.entry("who.for", List.of("myself")),
                Map.entry("who.adult", List.of("yes")),
                Map.entry("now.danger", List.of("no")),
                Map.entry("what.kinds", List.of("robbery", "threats")),
                Map.entry("what.severity", List.of("DANGEROUS")),
                Map.entry("where.region", List.of(region.name())),
                Map.entry("words", List.of(canary + " and what happened")),
                Map.entry("them.description", List.of(canary + " in a coat")),
                Map.entry("them.phone", List.of("07700 900123")),
                Map.entry("them.email", List.of(canary + "@diogel.invalid")),
                Map.entry("them.vehicle", List.of("QI00 DIO")),
                Map.entry("contact.detail", List.of("07700 900999 " + canary.hashCode())));
    }

    /// Every role's actor of this agency.
    Map<Role, Actor.Person> actors() {
        Map<Role, Actor.Person> actors = new EnumMap<>(Role.class);
        staff.people().forEach((role, person) -> actors.put(role, person.actor()));
        return actors;
    }
}
