package org.diogel.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diogel.alert.AlertId;
import org.diogel.alert.Alerts;
import org.diogel.alert.Board;
import org.diogel.alert.Outcome;
import org.diogel.alert.Publishing;
import org.diogel.alert.Sheet;
import org.diogel.alert.Warning;
import org.diogel.demo.Partnership.Step;
import org.diogel.report.ReportId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// What moderators and members of the demonstration do about one report's warning.
@Component
@ConditionalOnProperty(name = "diogel.mode", havingValue = "demo")
class DemoWarnings {

    private final Alerts alerts;
    private final Publishing publishing;
    private final Board board;

    DemoWarnings(Alerts alerts, Publishing publishing, Board board) {
        this.alerts = alerts;
        this.publishing = publishing;
        this.board = board;
    }

    /// Writes it over what the report gives and saves it.
    AlertId draft(ReportId report, Step step) {
        AlertId id = alerts.start(report);
        Sheet sheet = alerts.open(id);
        alerts.save(id, sheet.row().version(), written(sheet, step));
        return id;
    }

    AlertId propose(ReportId report, Step step) {
        return propose(alerts.start(report), step);
    }

    AlertId correct(AlertId earlier, Step step) {
        return propose(alerts.correct(earlier), step);
    }

    void publish(AlertId id) {
        done("publish", publishing.publish(id, version(id)));
    }

    void withdraw(AlertId id, Step step) {
        publishing.withdraw(id, version(id), step.said("reason"));
    }

    void read(AlertId id) {
        board.open(id);
    }

    private AlertId propose(AlertId id, Step step) {
        Sheet sheet = alerts.open(id);
        done("propose", alerts.propose(id, sheet.row().version(), written(sheet, step)));
        return id;
    }

    private int version(AlertId id) {
        return alerts.open(id).row().version();
    }

    private static Warning written(Sheet sheet, Step step) {
        Map<String, List<String>> over = new HashMap<>(step.with());
        return sheet.warning().orElseThrow().with(over);
    }

    private static void done(String what, Outcome outcome) {
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException(
                    "The demonstration could not " + what + " a warning: " + outcome);
        }
    }
}
