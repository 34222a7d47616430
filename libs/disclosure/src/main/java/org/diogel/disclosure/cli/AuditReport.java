package org.diogel.disclosure.cli;

import java.io.PrintStream;
import java.util.List;
import org.diogel.disclosure.Audit;
import org.diogel.disclosure.Finding;
import org.diogel.disclosure.Published;

/// An audit in plain text: a line for each finding, `ROW | COLUMN | exactly 3 | how: …`, and a
/// closing sentence.
final class AuditReport {

    private final List<PublishedFile> files;
    private final PrintStream out;

    private AuditReport(List<PublishedFile> files, PrintStream out) {
        this.files = files;
        this.out = out;
    }

    static void print(Audit audit, List<PublishedFile> files, PrintStream out) {
        AuditReport report = new AuditReport(files, out);
        report.list("Small counts left showing:", audit.findings(), Finding.Kind.SHOWN);
        audit.crowds().forEach(report::crowd);
        report.list(
                "Hidden counts that can be worked out:", audit.findings(), Finding.Kind.RECOVERED);
        report.list(
                "Small changes since an earlier release:", audit.findings(), Finding.Kind.CHANGED);
        report.list("Only if a blank is never zero:", audit.ifNeverZero(), Finding.Kind.RECOVERED);
        out.println(closing(audit));
    }

    private void list(String title, List<Finding> findings, Finding.Kind kind) {
        List<Finding> listed = findings.stream().filter(f -> f.kind() == kind).toList();
        if (listed.isEmpty()) {
            return;
        }
        out.println(title);
        int table = 0;
        for (Finding finding : listed) {
            if (finding.table() != table) {
                table = finding.table();
                out.println("In " + files.get(table).table().shape().name() + ":");
            }
            out.println(
                    place(finding.table(), finding.cell())
                            + " | "
                            + what(finding)
                            + " | how: "
                            + finding.how());
        }
        out.println();
    }

    private void crowd(Audit.Crowd crowd) {
        out.println(
                "Of these, at least "
                        + crowd.atLeast()
                        + " are exactly "
                        + crowd.count()
                        + ": "
                        + String.join(
                                "; ",
                                crowd.cells().stream()
                                        .map(c -> files.get(crowd.table()).row(c))
                                        .toList())
                        + " | how: "
                        + crowd.how());
        out.println();
    }

    private String place(int table, int cell) {
        PublishedFile file = files.get(table);
        return line(file.row(cell)) + " | " + line(file.column(cell));
    }

    private static String what(Finding finding) {
        String much =
                finding.exact()
                        ? "exactly " + finding.low()
                        : finding.high() >= Published.UNLIMITED
                                ? "at least " + finding.low()
                                : finding.high() == finding.low() + 1
                                        ? finding.low() + " or " + finding.high()
                                        : finding.low() + " to " + finding.high();
        return finding.kind() == Finding.Kind.CHANGED ? "changed by " + much : much;
    }

    private static String line(String label) {
        return label.replaceAll("\\s*\\R\\s*", " ");
    }

    private static String closing(Audit audit) {
        int findings = audit.findings().size();
        int apart = audit.ifNeverZero().size();
        if (audit.rules().hiddenFrom() == 1) {
            findings += apart;
        }
        if (findings > 0) {
            return "Unsafe: "
                    + (findings == 1 ? "1 count is" : findings + " counts are")
                    + " given away.";
        }
        return apart > 0
                ? "Safe, as long as nobody knows that a blank is never zero."
                : "Safe: nothing small is shown, and no hidden count can be worked out.";
    }
}
