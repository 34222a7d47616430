package org.diogel.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diogel.access.Access;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.springframework.context.ApplicationContext;

/// Made-up reports at a made-up desk, for tests of later steps over HTTP.
public final class TestReports {

    /// Words of hers that nobody may see who has not opened them.
    public static final String WORDS = "CANARY-NARRATIVE three men drove her off";

    private final ApplicationContext app;

    public TestReports(ApplicationContext app) {
        this.app = app;
        Fixtures.desks(app.getBean(Access.class));
    }

    public AgencyId desk() {
        return Fixtures.DESK;
    }

    public AgencyId otherDesk() {
        return Fixtures.OTHER;
    }

    /// Sent and with the desk. @param severity a name of [Severity]
    public ReportId sent(String severity, String... agreed) {
        return send(severity, Fixtures.submission(agreed));
    }

    /// Sent, and waiting for the safeguarding lead because a child may be at risk.
    public ReportId waiting() {
        return send("DANGEROUS", Fixtures.screened(Screening.UNSURE, Screening.NO));
    }

    /// Rings for what waits for a safeguarding lead.
    public void ring() {
        app.getBean(Alarm.class).run();
    }

    /// Erases what is due.
    public static void sweep(ApplicationContext app) {
        app.getBean(Sweep.class).run();
    }

    /// Whether her page says that deleting waits.
    public static boolean waits(ApplicationContext app, Ticket ticket) {
        return app.getBean(Receipts.class).get(ticket).waits();
    }

    public void add(Ticket ticket, String text) {
        app.getBean(Receipts.class).add(ticket, text);
    }

    Ticket ticket(String severity, Submission submission) {
        Map<String, List<String>> story = new LinkedHashMap<>(Fixtures.STORY);
        story.put("what.severity", List.of(severity));
        Telling telling = app.getBean(Telling.class);
        Ticket ticket = telling.start(Lang.EN);
        telling.save(ticket, Lang.EN, story, "");
        app.getBean(Sender.class).send(ticket, submission);
        return ticket;
    }

    private ReportId send(String severity, Submission submission) {
        return ticket(severity, submission).report();
    }
}
