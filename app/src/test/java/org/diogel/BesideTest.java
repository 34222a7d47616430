package org.diogel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.diogel.account.InviteCommand;
import org.diogel.database.DatabaseRefusal;
import org.diogel.database.TestDatabase;
import org.diogel.messages.Jobs;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A command beside a serving Diogel is not a second server.
class BesideTest {

    @Test
    void itRunsNoJobsAndKeepsTheKeyOfTheContext() throws SQLException {
        try (var context = beside()) {
            assertThat(context.getBeanProvider(Jobs.class).getIfAvailable()).isNull();
            assertThat(context.getBean(InviteCommand.class).run("Ann Prawf", "Swyddfa Prawf", "")).isZero();

            superuser("update context.signing set inner_pad = decode(repeat('ab', 64), 'hex')");
        }
        assertThatThrownBy(() -> withoutFresh().getBean(InviteCommand.class))
                .hasRootCauseInstanceOf(DatabaseRefusal.class)
                .rootCause()
                .hasMessageContaining("This key file is not the one this database is served with");
        superuser("do $$ begin assert (select inner_pad from context.signing) = decode(repeat('ab', 64), 'hex'); end $$");
    }

    private static ConfigurableApplicationContext beside() {
        return run(new TestApp());
    }

    private static ConfigurableApplicationContext withoutFresh() {
        return run(new TestApp(TestDatabase::settings));
    }

    private static ConfigurableApplicationContext run(TestApp settings) {
        return new SpringApplicationBuilder(DiogelApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(settings)
                .run("--diogel.beside=true", "--spring.main.lazy-initialization=true");
    }

    private static void superuser(String statement) throws SQLException {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
