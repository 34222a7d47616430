package org.diogel.evidence;

import java.util.List;
import org.diogel.figures.Figure;
import org.diogel.figures.Figures;
import org.diogel.kernel.RunningLines;
import org.diogel.vault.Scanner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How the virus scanner is, and whether files wait for it.
@Component
class ScannerLines implements RunningLines {

    private static final String NAME = "evidence.running";
    private static final String WAITS = "evidence.running.waits";

    private final FileStore store;
    private final Scanner scanner;
    private final Figures figures;
    private final TransactionTemplate transaction;

    ScannerLines(
            FileStore store,
            Scanner scanner,
            Figures figures,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.scanner = scanner;
        this.figures = figures;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Line> lines() {
        Long count = transaction.execute(_ -> store.waiting());
        Figure waiting = figures.about(count == null ? 0 : count);
        boolean down = scanner.isSet() && !scanner.isAnswering();
        String state = down ? ".ill" : scanner.isSet() ? ".well" : ".none";
        Line how =
                new Line(NAME, NAME + state, List.of(), down ? "evidence.running.todo" : "");
        Line waits =
                waiting.hidden()
                        ? new Line(WAITS, WAITS + ".few", List.of(), "")
                        : new Line(WAITS, WAITS + ".count", List.of("count", waiting), "");
        return List.of(how, waits);
    }
}
