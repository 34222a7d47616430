package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.report.Fixtures.one;

import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.audit.WholeRecord;
import org.diogel.vault.KeyId;
import org.diogel.vault.Vault;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What a restored database brought back of somebody who was erased goes before anything is served.
@WebTest
class ReturnedTest {

    @Autowired Access access;
    @Autowired Telling telling;
    @Autowired Sender sender;
    @Autowired Vault vault;
    @Autowired Returned returned;
    @Autowired ApplicationContext app;

    @Test
    void whatCameBackIsErasedAgain() throws Exception {
        Fixtures.desks(access);
        UUID back = sent();
        UUID other = sent();
        // As after a restore: the key is gone for good, the rows are there.
        vault.destroy(key(back));
        returned.start();
        assertThat(one("SELECT count(*) FROM report.report WHERE id = ?", back)).isEqualTo("0");
        assertThat(one("SELECT count(*) FROM report.report WHERE id = ?", other)).isEqualTo("1");
        assertThat(one("SELECT count(*) FROM report.sealed WHERE report = ?", back)).isEqualTo("0");
        assertThat(one("SELECT count(*) FROM access.grants WHERE subject = ? AND revoked_at IS NULL", back)).isEqualTo("0");
        assertThat(one("SELECT string_agg(action, ' ') FROM audit.entry WHERE subject = ?", back))
                .isEqualTo("report.erased");
        assertThat(WholeRecord.findings(app, true)).isEmpty();
        // It comes up long before the web server, which starts last of all.
        assertThat(returned.getPhase()).isLessThan(Integer.MAX_VALUE - 2_048);
    }

    private UUID sent() {
        Ticket ticket = Fixtures.draft(telling);
        sender.send(ticket, Fixtures.submission("members"));
        return ticket.report().value();
    }

    private static KeyId key(UUID report) {
        return new KeyId(UUID.fromString(one("SELECT key_id FROM report.report WHERE id = ?", report)));
    }
}
