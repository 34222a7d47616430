package org.diogel.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Erases at night what is due by the rules that are on, in small transactions: killed at any moment,
/// what has gone is gone and the next night goes on. One rule that fails holds up no other.
@Component
class Eraser {

    static final Actor TASK = new Actor.Task("retention");
    static final String PURPOSE = "retention";

    private static final int BATCH = 500;
    private static final int MOST = 200_000;
    private static final Logger LOG = LoggerFactory.getLogger(Eraser.class);

    private final Clocks clocks;
    private final ExpiryStore expiries;
    private final RuleStore rules;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Eraser(
            Clocks clocks,
            ExpiryStore expiries,
            RuleStore rules,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.clocks = clocks;
        this.expiries = expiries;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void run() {
        Acting.run(
                TASK,
                PURPOSE,
                () -> {
                    Map<String, String> on = transaction.execute(_ -> rules.on());
                    if (on != null) {
                        clocks.all().stream().filter(one -> isOn(one, on)).forEach(this::erase);
                    }
                });
    }

    /// Only in the version that somebody looked at.
    static boolean isOn(Clocks.Clocked one, Map<String, String> on) {
        return one.rule().isSwitched()
                && one.rule().version().equals(on.get(one.rule().code()));
    }

    private void erase(Clocks.Clocked one) {
        Instant before = one.before(clock.instant());
        int erased = 0;
        boolean failed = false;
        try {
            int gone;
            do {
                gone = batch(one, before);
                erased += gone;
            } while (gone == BATCH && erased < MOST);
        } catch (RuntimeException left) {
            // An exception may quote what it stumbled over: its kind alone is logged.
            LOG.warn("{} failed: {}", one.rule().code(), left.getClass().getSimpleName());
            failed = true;
        }
        note(one.rule().code(), erased, failed);
    }

    private int batch(Clocks.Clocked one, Instant before) {
        Integer gone =
                transaction.execute(
                        _ -> {
                            int rows = expiries.erase(one.expiry(), before, BATCH);
                            if (rows > 0) {
                                audit.record(
                                        AuditEntry.of(
                                                "retention.erased", "rule", null, one.rule().code()));
                            }
                            return rows;
                        });
        return gone == null ? 0 : gone;
    }

    private void note(String code, int erased, boolean failed) {
        try {
            transaction.executeWithoutResult(_ -> rules.ran(code, erased, failed));
        } catch (RuntimeException unnoted) {
            LOG.warn("What {} did was not noted: {}", code, unnoted.getClass().getSimpleName());
        }
    }
}
