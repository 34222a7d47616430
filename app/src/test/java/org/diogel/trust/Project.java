package org.diogel.trust;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.report.Receipts;
import org.diogel.report.Reports;
import org.diogel.report.Screening;
import org.diogel.report.ScreeningDecision;
import org.diogel.report.Sender;
import org.diogel.report.Submission;
import org.diogel.report.Telling;
import org.diogel.report.Ticket;
import org.springframework.context.ApplicationContext;

/// One made-up agency with people of every role and a report in every state, each holding the
/// agency's canary, so that a leak shows wherever it happens.
///
/// @param canary part of every text of this project and of nobody else's
/// @param reports by what became of them
record Project(Staff staff, String canary, Map<String, Ticket> reports) {

    static final String SECOND = "three made-up words";

    static Project make(ApplicationContext app, String name, Region region) throws Exception {
        Staff staff = Staff.join(app, name, region, List.of(Role.values()));
        String canary = "CANARY" + name.replaceAll("\\W", "");
        Project project = new Project(staff, canary, new LinkedHashMap<>());
        project.tell(app, region);
        return project;
    }

    private void tell(ApplicationContext app, Region region) throws Exception {
        Telling telling = app.getBean(Telling.class);
        Sender sender = app.getBean(Sender.class);
        Receipts receipts = app.getBean(Receipts.class);
        Reports desk = app.getBean(Reports.class);
        for (String name :
                List.of("draft", "sent", "kept", "waiting", "held", "closed", "stopped", "erasing")) {
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
                                report.getKey().equals("kept") ? Set.of() : Set.of("members"),
                                risk ? Screening.YES : Screening.NO,
                                Screening.NO,
                                SECOND,
                                Lang.EN));
            }
        }
        receipts.add(reports.get("sent"), canary + " added");
        receipts.stop(reports.get("stopped"));
        receipts.delete(proved(receipts, "erasing"));
        as(Role.MODERATOR, () -> run(() -> desk.sendMessage(reports.get("sent").report(), canary)));
        as(Role.MODERATOR, () -> desk.open(reports.get("sent").report(), "triage"));
        as(Role.MODERATOR, () -> run(() -> desk.close(reports.get("closed").report(), canary)));
        as(
                Role.SAFEGUARDING_LEAD,
                () ->
                        run(
                                () ->
                                        desk.decideScreening(
                                                reports.get("held").report(),
                                                ScreeningDecision.HOLD,
                                                canary)));
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
                Map.entry("contact.detail", List.of(canary)));
    }

    /// Every role's actor of this agency.
    Map<Role, Actor.Person> actors() {
        Map<Role, Actor.Person> actors = new EnumMap<>(Role.class);
        staff.people().forEach((role, person) -> actors.put(role, person.actor()));
        return actors;
    }
}
