package org.diogel.operation;

import java.util.ArrayList;
import java.util.List;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.database.BackupAge;
import org.diogel.kernel.RunningLines;
import org.diogel.messages.Messages;
import org.diogel.operation.RunningPage.Desk;
import org.diogel.operation.RunningPage.Line;
import org.diogel.operation.RunningPage.Todo;
import org.diogel.report.DeskAges;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// "How it is running".
@Controller
class RunningController {
    private final DeskAges ages;
    private final Messages messages;
    private final Access access;
    private final BackupAge backups;
    private final Machine machine;
    private final List<RunningLines> others;

    RunningController(
            DeskAges ages,
            Messages messages,
            Access access,
            BackupAge backups,
            Machine machine,
            List<RunningLines> others) {
        this.ages = ages;
        this.messages = messages;
        this.access = access;
        this.backups = backups;
        this.machine = machine;
        this.others = others;
    }

    @GetMapping("/running")
    View running(Visit visit) {
        List<Desk> desks =
                ages.listUnread().stream()
                        .map(
                                age ->
                                        new Desk(
                                                access.findAgency(age.desk())
                                                        .map(Agency::name)
                                                        .orElse(""),
                                                age.oldest(),
                                                age.late()))
                        .toList();
        int parked = messages.countParked();
        List<RunningLines.Line> lines =
                others.stream().flatMap(one -> one.lines().stream()).toList();
        return View.staff(
                "operation/running",
                visit.t("operation.title"),
                new RunningPage(
                        todo(desks, parked, lines),
                        desks,
                        parked,
                        backups.newest().orElse(null),
                        backups.isSet(),
                        machine.freeDisk(),
                        machine.isDatabaseUp(),
                        machine.keepsKeys(),
                        lines.stream().map(line -> line(visit, line)).toList(),
                        machine.java()));
    }

    private static Line line(Visit visit, RunningLines.Line line) {
        return new Line(
                visit.t(line.name()), visit.t(line.state(), line.arguments().toArray()));
    }

    private List<Todo> todo(List<Desk> desks, int parked, List<RunningLines.Line> lines) {
        List<Todo> todo = new ArrayList<>();
        if (!machine.keepsKeys()) {
            todo.add(new Todo("operation.todo.keys", "", ""));
        }
        if (machine.isDiskLow()) {
            todo.add(new Todo("operation.todo.disk", "", ""));
        }
        lines.stream()
                .filter(line -> !line.todo().isEmpty())
                .forEach(line -> todo.add(new Todo(line.todo(), "", "")));
        if (backups.isLate()) {
            todo.add(new Todo("operation.todo.backup", "", ""));
        }
        // Hidden counts are small, and not none.
        desks.stream()
                .filter(desk -> desk.late().hidden() || desk.late().some())
                .forEach(desk -> todo.add(new Todo("operation.todo.desk", desk.name(), "/areas")));
        if (parked > 0) {
            todo.add(new Todo("operation.todo.parked", "", "/deliveries"));
        }
        return todo;
    }
}
