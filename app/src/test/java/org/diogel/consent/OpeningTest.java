package org.diogel.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.account.Accounts;
import org.diogel.account.TestPeople;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/// `serve` lets nobody begin while somebody is missing who would read it.
@WebTest
class OpeningTest {

    @Autowired ApplicationContext app;
    @Autowired Access access;
    @Autowired Accounts accounts;
    @Autowired TextApprovals approvals;
    @Autowired ReviewedTexts texts;
    @Autowired PlatformTransactionManager transactions;

    private Instant now = Instant.parse("2026-11-26T10:00:00Z");

    @Test
    void everyDeskNeedsAReaderAndALead() throws Exception {
        ApprovedLanguages languages = new ApprovedLanguages(approvals, transactions, "serve");
        Opening opening = new Opening(languages, access, accounts, ticking(), "serve");
        assertThat(keys(opening)).containsExactly("consent.missing.desk", "consent.missing.texts");
        assertThat(opening.isOpen()).isFalse();

        TestPeople people = new TestPeople(app);
        AgencyId all = people.agency("Prosiect Agor");
        as(new Actor.Task("set-up"), () -> access.setDesk(null, all));
        assertThat(keys(opening))
                .containsExactly(
                        "consent.missing.lead",
                        "consent.missing.moderator",
                        "consent.missing.texts");
        var lead = people.somebody(all, Role.SAFEGUARDING_LEAD);
        people.somebody(all, Role.MODERATOR);
        Actor administrator =
                new Actor.Person(
                        new AccountId(UUID.randomUUID()), all, Set.of(Role.ADMINISTRATOR));
        as(
                administrator,
                () -> approvals.approve(Lang.CY, texts.digest(Lang.CY), "Nia Enghraifft"));
        languages.load();
        assertThat(opening.missing()).isEmpty();
        assertThat(opening.isOpen()).isTrue();

        AgencyId north = people.agency("Prosiect y Gogledd");
        as(new Actor.Task("set-up"), () -> access.setDesk(Region.NORTH_WALES, north));
        people.somebody(north, Role.SAFEGUARDING_LEAD, Role.MODERATOR);
        assertThat(opening.missing()).isEmpty();

        suspend(lead.id());
        assertThat(opening.missing())
                .containsExactly(new Opening.Missing("consent.missing.lead", "Prosiect Agor"));
        now = now.plus(Duration.ofSeconds(6));
        assertThat(opening.isOpen()).isFalse();
        assertThat(new Opening(languages, access, accounts, ticking(), "demo").isOpen()).isTrue();
    }

    private static List<String> keys(Opening opening) {
        return opening.missing().stream().map(Opening.Missing::key).toList();
    }

    private static void suspend(AccountId id) throws Exception {
        try (var superuser = TestDatabase.superuser();
                var sql = superuser.createStatement()) {
            sql.execute("UPDATE account.account SET status = 'suspended' WHERE id = '" + id + "'");
        }
    }

    private static void as(Actor actor, Runnable work) {
        Acting.run(actor, "testing", work);
    }

    private Clock ticking() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneId.of("UTC");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
