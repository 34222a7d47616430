package org.diogel.audit;

import java.sql.Connection;
import java.util.List;
import org.diogel.database.TestDatabase;
import org.diogel.ledger.NoteSigner;
import org.springframework.context.ApplicationContext;

/// Works the record of a test out anew.
public final class WholeRecord {

    private WholeRecord() {}

    /// What is wrong with it; empty when it is as it was written.
    ///
    /// @param placed whether every row gets its place first
    public static List<String> findings(ApplicationContext app, boolean placed) throws Exception {
        if (placed) {
            app.getBean(Sequencer.class).run();
        }
        try (Connection superuser = TestDatabase.superuser()) {
            superuser.setAutoCommit(false);
            return new Verification(new VerifyStore(superuser))
                    .run(app.getBean(NoteSigner.class).key(), List.of(), _ -> {})
                    .findings()
                    .stream()
                    .map(Finding::text)
                    .toList();
        }
    }
}
