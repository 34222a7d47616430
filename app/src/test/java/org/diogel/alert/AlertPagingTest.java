package org.diogel.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.alert.House.as;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diogel.database.TestDatabase;
import org.diogel.WebTest;
import org.diogel.access.Covers;
import org.diogel.account.TestPeople;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.diogel.web.Leaf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Many warnings, page by page: none lost, none twice, nobody else's, however old.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertPagingTest {

    private static final int MANY = 60;

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired Alerts alerts;
    @Autowired Board board;

    private TestPeople people;
    private AgencyId desk;
    private AgencyId members;
    private Actor.Person moderator;
    private Actor.Person member;

    @BeforeAll
    void many() throws SQLException {
        people = new TestPeople(app);
        desk = people.agency("Made-up Project That Warns");
        members = people.agency("Made-up Project Of Members");
        Covers.between(app, desk, members);
        moderator = person(desk, Role.MODERATOR);
        member = person(members, Role.MEMBER);
        for (String state : List.of("DRAFT", "PROPOSED", "PUBLISHED", "WITHDRAWN")) {
            fill(state, state.equals("PROPOSED") ? 3 : MANY);
        }
    }

    @AfterAll
    void none() throws SQLException {
        run("DELETE FROM alert.reading WHERE agency = '" + members + "'");
        run("DELETE FROM alert.alert WHERE agency = '" + desk + "'");
    }

    @Test
    void theDeskFindsEachOnOnePageWhatNeedsDoingFirst() {
        List<AlertRow> open = new ArrayList<>();
        Alerts.Listed first = as(moderator, () -> alerts.list(false, null));
        assertThat(first.leaf().last()).isEqualTo(5);
        for (int page = 1; page <= 5; page++) {
            String number = String.valueOf(page);
            open.addAll(as(moderator, () -> alerts.list(false, number)).rows());
        }
        assertThat(open).hasSize(2 * MANY + 3).extracting(AlertRow::id).doesNotHaveDuplicates();
        assertThat(open.subList(0, 3)).allMatch(row -> row.state() == AlertState.PROPOSED);
        assertThat(open.subList(3, 3 + MANY))
                .allMatch(row -> row.state() == AlertState.DRAFT)
                .isSortedAccordingTo(Comparator.comparing(AlertRow::createdAt).reversed());
        assertThat(open.subList(3 + MANY, open.size())).allMatch(row -> row.isInForce(Instant.now()));
        assertThat(as(moderator, () -> AllPages.of(alerts))).hasSize(3 * MANY + 3);
        assertThat(as(person(members, Role.MODERATOR), () -> AllPages.of(alerts))).isEmpty();
        Actor.Person both =
                new Actor.Person(
                        new AccountId(UUID.randomUUID()), members, Set.of(Role.MODERATOR, Role.MEMBER));
        assertThat(as(both, () -> AllPages.of(alerts))).as("what others warn of").isEmpty();
    }

    @Test
    void aMemberFindsEachThatCountsHoweverOldAndAllThatNoLongerDo() throws Exception {
        List<Board.Entry> all = new ArrayList<>();
        Board.Listed first = as(member, () -> board.list(null, null));
        for (int page = 1; page <= first.leaf().last(); page++) {
            String number = String.valueOf(page);
            List<Board.Entry> some = as(member, () -> board.list(null, number)).inForce();
            assertThat(some.size()).isLessThanOrEqualTo(Leaf.ROWS);
            all.addAll(some);
        }
        assertThat(all).hasSize((int) first.all()).extracting(e -> e.row().id()).doesNotHaveDuplicates();
        assertThat(all).filteredOn(e -> e.row().agency().equals(desk)).hasSize(MANY).allMatch(Board.Entry::unread);
        assertThat(first.noLongerTrue()).filteredOn(row -> row.agency().equals(desk)).hasSize(MANY);
        Board.Listed north = as(member, () -> board.list(Region.NORTH_WALES, null));
        assertThat(north.byRegion().get(Region.NORTH_WALES)).isGreaterThanOrEqualTo(MANY / 2);
        assertThat(north.inForce()).hasSize(Leaf.ROWS).allMatch(e -> e.row().regions().contains(Region.NORTH_WALES));
        assertThat(as(person(people.agency("Made-up Others"), Role.MEMBER), () -> board.list(null, null)).noLongerTrue())
                .noneMatch(row -> row.agency().equals(desk));
        try (Visitor browser = new Visitor(port)) {
            TestPeople.signIn(browser, people.somebody(members, Role.MEMBER), 0);
            Answer page = browser.get("/messages?region=NORTH_WALES");
            assertThat(page.page().select("tbody tr")).hasSize(Leaf.ROWS);
            String next = page.page().select("nav.govuk-pagination a[rel=next]").attr("href");
            assertThat(next).isEqualTo("/messages?region=NORTH_WALES&page=2");
            Answer second = browser.get(next);
            assertThat(second.page().select("tbody a").eachAttr("href"))
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(page.page().select("tbody a").eachAttr("href"));
        }
        try (Visitor browser = new Visitor(port)) {
            TestPeople.signIn(browser, people.somebody(desk, Role.MODERATOR), 0);
            Answer page = browser.get("/warnings");
            assertThat(page.page().select("a[href='/warnings?show=ended']")).hasSize(1);
            assertThat(browser.get("/warnings?page=5").page().select("nav.govuk-pagination a[rel=next]")).isEmpty();
            Answer ended = browser.get("/warnings?show=ended&page=3");
            assertThat(ended.page().select("tbody tr")).hasSize(MANY - 2 * Leaf.ROWS);
            assertThat(ended.page().title()).contains("(page 3 of 3)");
        }
    }

    /// Nothing of them is unsealed here.
    private void fill(String state, int many) throws SQLException {
        boolean published = List.of("PUBLISHED", "WITHDRAWN").contains(state);
        run(
                """
                INSERT INTO alert.alert
                    (id, report, agency, key_id, kind, state, severity, regions, everyone, audience,
                     evidence, days, review_days, created_at, proposed_by, approved_by,
                     published_at, expires_at, ended_at, told, end_told)
                SELECT gen_random_uuid(), gen_random_uuid(), '%s', gen_random_uuid(), '%s', '%s', 'RISKY',
                       ARRAY[CASE WHEN n %% 2 = 0 THEN 'NORTH_WALES' ELSE 'GWENT' END], false, '{%s}', 'one', 30, 30,
                       now() - n * interval '1 hour', gen_random_uuid(),
                       CASE WHEN %b THEN gen_random_uuid() END,
                       CASE WHEN %b THEN now() - n * interval '1 hour' END,
                       CASE WHEN %b THEN now() + interval '9 days' END,
                       CASE WHEN '%s' = 'WITHDRAWN' THEN now() - n * interval '1 minute' END, true, true
                  FROM generate_series(1, %d) n
                """
                        .formatted(desk, KIND, state, members, published, published, published, state, many));
    }

    private static final String KIND = "report";

    private static Actor.Person person(AgencyId agency, Role role) {
        return new Actor.Person(new AccountId(UUID.randomUUID()), agency, Set.of(role));
    }

    private static void run(String sql) throws SQLException {
        try (var connection = TestDatabase.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
