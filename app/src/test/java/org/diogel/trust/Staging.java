package org.diogel.trust;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.diogel.evidence.DeskFiles;
import org.diogel.evidence.Evidence;
import org.diogel.evidence.FileId;
import org.diogel.evidence.NewFile;
import org.diogel.evidence.TestFiles;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Role;
import org.diogel.report.Ticket;
import org.diogel.vault.TestClamd;
import org.springframework.context.ApplicationContext;

/// Files of a made-up project, one in every state.
final class Staging {

    private Staging() {}

    static void files(ApplicationContext app, Project project) throws Exception {
        Evidence evidence = app.getBean(Evidence.class);
        Ticket draft = project.reports().get("draft");
        Ticket sent = project.reports().get("sent");
        add(evidence, project, draft, TestFiles.photograph());
        add(evidence, project, sent, TestFiles.photograph());
        // A text with markup in it is no kind that is taken.
        String plain = project.canary().replaceAll("\\W", "");
        add(evidence, project, sent, TestFiles.text(plain + " wrote this"));
        add(evidence, project, project.reports().get("waiting"), TestFiles.png());
        add(evidence, project, project.reports().get("closed"), TestFiles.pdf());
        evidence.withhold(
                project.reports().get("waiting"),
                new NewFile(project.canary() + " withheld", true, false), "A note of the page");
        try (TestClamd down = new TestClamd("ERROR")) {
            System.setProperty(TestClamd.SETTING, down.address());
            add(evidence, project, sent, TestFiles.jpeg());
            add(evidence, project, draft, TestFiles.jpeg());
        } finally {
            System.clearProperty(TestClamd.SETTING);
        }
        List<FileId> ids =
                Acting.<List<FileId>, Exception>as(
                        project.actors().get(Role.MODERATOR),
                        "work",
                        () ->
                                app.getBean(DeskFiles.class).list(sent.report()).stream()
                                        .map(file -> file.id())
                                        .toList());
        for (int i = 0; i < ids.size(); i++) {
            project.files().put("sent" + i, ids.get(i));
        }
        // One that may show a child; marking it through the desk would move the whole report.
        try (var superuser = org.diogel.database.TestDatabase.superuser();
                var mark =
                        superuser.prepareStatement(
                                "UPDATE evidence.file SET state = 'CHILD', marked_at = now(),"
                                        + " marked_by = gen_random_uuid() WHERE id = ?")) {
            mark.setObject(1, ids.get(1).value());
            mark.executeUpdate();
        }
    }

    private static void add(Evidence evidence, Project project, Ticket ticket, byte[] file) {
        Optional<?> refused =
                evidence.add(
                        ticket,
                        new NewFile(project.canary() + " of a file", false, true),
                        new ByteArrayInputStream(file),
                        "A note of the page");
        if (refused.isPresent()) {
            throw new IllegalStateException("Not taken: " + refused.get());
        }
    }
}
