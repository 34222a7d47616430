package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diogel.WebTest;
import org.diogel.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Links that ended long ago are forgotten.
@WebTest
class InvitationSweepTest {
    @Autowired InviteCommand command;
    @Autowired InvitationSweep sweep;

    @Test
    void anInvitationIsForgottenNinetyDaysAfterItsEnd() throws Exception {
        for (String name : List.of("Hen Wahoddiad", "Gwahoddiad Newydd")) {
            assertThat(command.run(name, "Swyddfa Prawf", "")).isZero();
        }
        try (var superuser = TestDatabase.superuser();
                var sql = superuser.createStatement()) {
            sql.execute(
                    """
                    UPDATE account.invitation
                       SET created_at = now() - interval '98 days',
                           expires_at = now() - interval '91 days'
                     WHERE name = 'Hen Wahoddiad'
                    """);
            sweep.run();
            try (var left =
                    sql.executeQuery(
                            """
                            SELECT string_agg(name, ', ') FROM account.invitation
                             WHERE name IN ('Hen Wahoddiad', 'Gwahoddiad Newydd')
                            """)) {
                left.next();
                assertThat(left.getString(1)).isEqualTo("Gwahoddiad Newydd");
            }
        }
    }
}
