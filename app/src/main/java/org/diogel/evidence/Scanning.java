package org.diogel.evidence;

import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.vault.KeyGone;
import org.diogel.vault.Scanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Shows the virus scanner the files it gave no answer for, until it does.
@Component
class Scanning {

    private static final Actor TASK = new Actor.Task("scan-files");
    private static final Logger LOG = LoggerFactory.getLogger(Scanning.class);

    private final FileStore store;
    private final Sealing sealing;
    private final Scanner scanner;
    private final TransactionTemplate transaction;

    Scanning(
            FileStore store,
            Sealing sealing,
            Scanner scanner,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.sealing = sealing;
        this.scanner = scanner;
        this.transaction = new TransactionTemplate(transactions);
    }

    void run() {
        Acting.run(TASK, "scan", this::scanAll);
    }

    private void scanAll() {
        var waiting = transaction.execute(_ -> store.quarantined());
        if (waiting == null) {
            return;
        }
        for (FileRow file : waiting) {
            try {
                if (!scan(file)) {
                    // It is still silent: the others can wait as well.
                    return;
                }
            } catch (KeyGone erased) {
                LOG.debug("Erased before it was scanned");
            } catch (RuntimeException notNow) {
                // The others are scanned all the same; this one is tried again in the next run.
                LOG.warn("A file was not scanned: {}", notNow.getClass().getSimpleName());
            }
        }
    }

    private boolean scan(FileRow file) {
        byte[] bytes = transaction.execute(_ -> sealing.read(file, false));
        Scanner.Verdict verdict = bytes == null ? Scanner.Verdict.SILENT : scanner.scan(bytes);
        return switch (verdict) {
            case SILENT -> false;
            // None is set any more: as for a file that comes now.
            case NONE, CLEAN -> settled(file, FileState.READY);
            case INFECTED -> settled(file, FileState.INFECTED);
        };
    }

    private boolean settled(FileRow file, FileState state) {
        transaction.execute(_ -> store.scanned(file.id(), state));
        return true;
    }
}
