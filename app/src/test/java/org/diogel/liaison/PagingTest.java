package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.liaison.Village.as;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.access.Covers;
import org.diogel.account.TestPeople;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
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

/// A force's list and a desk's, page by page: in order, none lost, none twice, nobody else's.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingTest {

    private static final int MANY = 60;

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired Inbox inbox;
    @Autowired Passing passing;

    private TestPeople people;
    private AgencyId desk;
    private AgencyId force;
    private Actor.Person officer;
    private Actor.Person worker;

    @BeforeAll
    void many() {
        people = new TestPeople(app);
        desk = people.agency("Made-up Desk With Much To Pass On");
        force = people.agency("Made-up Force With Much To Read");
        Covers.between(app, desk, force);
        officer = person(force, Role.POLICE_LIAISON);
        worker = person(desk, Role.CASEWORKER);
        given(force, "Z", "SENT", MANY);
        given(force, "Y", "OPENED", MANY);
        given(people.agency("Made-up Force Beside It"), "X", "SENT", 3);
        // Of half of what was opened the force is done; of three of those she added something since.
        InVillage.one(
                """
                INSERT INTO liaison.outcome (id, package, what, day, noted_at, account, agency)
                SELECT gen_random_uuid(), id, 'none-unknown', current_date, now(), gen_random_uuid(), receiver
                  FROM liaison.package WHERE reference LIKE 'YYYY-%%' AND right(reference, 4)::int %% 2 = 0;
                INSERT INTO liaison.package
                    (id, reference, report, agency, recipient, choice, receiver, key_id, state, hate,
                     mark, passed_at, follows, addition)
                SELECT gen_random_uuid(), reference || '-2', report, agency, recipient, choice, receiver, key_id,
                       'SENT', false, mark, now(), id, gen_random_uuid()
                  FROM liaison.package WHERE reference IN ('YYYY-0002', 'YYYY-0004', 'YYYY-0006')
                """
                        .replace("%%", "%"));
        waiting();
    }

    @AfterAll
    void none() {
        InVillage.one("DELETE FROM liaison.outcome WHERE agency = '" + force + "'");
        InVillage.one("DELETE FROM liaison.package WHERE agency = '" + desk + "' AND follows IS NOT NULL");
        InVillage.one("DELETE FROM liaison.package WHERE agency = '" + desk + "'");
        InVillage.one(
                """
                DELETE FROM consent.agreed WHERE subject IN (SELECT id FROM report.report WHERE agency = '%1$s');
                DELETE FROM consent.statement WHERE subject IN (SELECT id FROM report.report WHERE agency = '%1$s');
                DELETE FROM consent.subject WHERE subject IN (SELECT id FROM report.report WHERE agency = '%1$s');
                DELETE FROM access.grants WHERE subject IN (SELECT id FROM report.report WHERE agency = '%1$s');
                DELETE FROM report.report WHERE agency = '%1$s'
                """
                        .formatted(desk));
    }

    @Test
    void theInboxHoldsEachOnceUnreadFirstAndWhatIsAtAnEndApart() throws Exception {
        List<Standing> open = all(false);
        assertThat(open).hasSize(MANY + MANY / 2 + 3).extracting(s -> s.row().id()).doesNotHaveDuplicates();
        assertThat(open.subList(0, MANY + 3))
                .allMatch(s -> s.row().state() == PackageState.SENT || s.added())
                .isSortedAccordingTo(newestFirst());
        assertThat(open.subList(MANY + 3, open.size()))
                .allMatch(s -> s.row().state() == PackageState.OPENED && !s.isAtAnEnd())
                .isSortedAccordingTo(newestFirst());
        assertThat(open).filteredOn(Standing::added).hasSize(3);
        List<Standing> ended = all(true);
        assertThat(ended).hasSize(MANY / 2 - 3).allMatch(s -> s.isAtAnEnd() && !s.added());
        assertThat(as(officer, () -> inbox.list(false, "99")).leaf().number()).isEqualTo(4);
        assertThat(as(person(force, Role.MODERATOR), () -> inbox.list(false, null)).rows()).isEmpty();
        try (Visitor browser = new Visitor(port)) {
            TestPeople.signIn(browser, people.somebody(force, Role.POLICE_LIAISON), 0);
            Answer first = browser.get("/inbox");
            assertThat(first.page().select("tbody tr")).hasSize(Leaf.ROWS);
            Answer second =
                    browser.get(first.page().select("nav.govuk-pagination a[rel=next]").attr("href"));
            assertThat(second.page().select("tbody th a").eachAttr("href"))
                    .hasSize(Leaf.ROWS)
                    .doesNotContainAnyElementsOf(first.page().select("tbody th a").eachAttr("href"));
            assertThat(second.page().title()).contains("(page 2 of 4)");
            Answer over = browser.get(first.page().select("a[href='/inbox?show=ended']").attr("href"));
            assertThat(over.page().select("nav.govuk-pagination a[rel=next]").attr("href"))
                    .isEqualTo("/inbox?show=ended&page=2");
        }
    }

    @Test
    void whatWaitsToBePassedOnStandsOnOnePageEachLongestFirst() throws Exception {
        List<Passing.Waiting> all = new ArrayList<>();
        int last = as(worker, () -> passing.listWaiting(null)).leaf().last();
        assertThat(last).isEqualTo(3);
        for (int page = 1; page <= last; page++) {
            String number = String.valueOf(page);
            List<Passing.Waiting> some = as(worker, () -> passing.listWaiting(number)).rows();
            assertThat(some).hasSize(page < last ? Leaf.ROWS : MANY - 2 * Leaf.ROWS);
            all.addAll(some);
        }
        assertThat(all)
                .extracting(w -> w.item().id())
                .doesNotHaveDuplicates();
        assertThat(all).isSortedAccordingTo(Comparator.comparing(Passing.Waiting::since));
        assertThat(as(officer, () -> passing.listWaiting(null)).rows()).isEmpty();
        try (Visitor browser = new Visitor(port)) {
            TestPeople.signIn(browser, people.somebody(desk, Role.CASEWORKER), 0);
            Answer first = browser.get("/passing");
            String next = first.page().select("nav.govuk-pagination a[rel=next]").attr("href");
            assertThat(next).isEqualTo("/passing?page=2");
            Answer second = browser.get(next);
            assertThat(second.page().select("tbody").first().select("th a").eachAttr("href"))
                    .hasSize(Leaf.ROWS)
                    .doesNotContainAnyElementsOf(
                            first.page().select("tbody").first().select("th a").eachAttr("href"));
            for (String odd : List.of("0", "99999", "nonsense", "%00", "")) {
                assertThat(browser.get("/passing?page=" + odd).status()).as(odd).isEqualTo(200);
            }
        }
    }

    private List<Standing> all(boolean ended) {
        List<Standing> all = new ArrayList<>();
        int last = as(officer, () -> inbox.list(ended, null)).leaf().last();
        for (int page = 1; page <= last; page++) {
            String number = String.valueOf(page);
            List<Standing> some = as(officer, () -> inbox.list(ended, number)).rows();
            if (page < last) {
                assertThat(some).hasSize(Leaf.ROWS);
            }
            all.addAll(some);
        }
        return all;
    }

    private static Comparator<Standing> newestFirst() {
        return Comparator.comparing((Standing s) -> s.row().passedAt()).reversed();
    }

    private static Actor.Person person(AgencyId agency, Role role) {
        return new Actor.Person(new AccountId(UUID.randomUUID()), agency, Set.of(role));
    }

    /// Packages without anything in them; nothing is unsealed here.
    private void given(AgencyId receiver, String letter, String state, int many) {
        InVillage.one(
                """
                INSERT INTO liaison.package
                    (id, reference, report, agency, recipient, choice, receiver, key_id, state, hate,
                     mark, passed_at, opened_at)
                SELECT gen_random_uuid(), repeat('%1$s', 4) || '-' || lpad(n::text, 4, '0'), gen_random_uuid(),
                       '%2$s', 'police-gwent', 'POLICE', '%3$s', gen_random_uuid(), '%4$s', false, sha256('x'),
                       now() - ((n * 37) %% 60) * interval '1 hour',
                       CASE WHEN '%4$s' = 'OPENED' THEN now() END
                  FROM generate_series(1, %5$d) n
                """
                        .formatted(letter, desk, receiver, state, many));
    }

    /// Reports whose holder agreed to a recipient and that nobody passed on.
    private void waiting() {
        InVillage.one(
                """
                INSERT INTO consent.words (digest, lang, body)
                VALUES (sha256(convert_to('made-up words', 'UTF8')), 'en', 'made-up words')
                ON CONFLICT DO NOTHING;
                WITH made AS (
                    INSERT INTO report.report
                        (id, reference, state, agency, key_id, code_mac, severity, region, language, child, life,
                         created_at, touched_at, sent_at, due_at)
                    SELECT gen_random_uuid(), 'VVVV-' || lpad(n::text, 4, '0'), 'SENT', '%1$s', gen_random_uuid(),
                           sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'RISKY', 'GWENT', 'en', 'NO', 'NO',
                           now(), now(), now(), now()
                      FROM generate_series(1, %2$d) n
                    RETURNING id, reference, agency),
                granted AS (
                    INSERT INTO access.grants (subject_kind, subject, party_kind, party, purpose, source)
                    SELECT 'report', id, 'agency', agency, 'answer', 'test' FROM made),
                subjects AS (INSERT INTO consent.subject (subject) SELECT id FROM made),
                stated AS (
                    INSERT INTO consent.statement (id, subject, act, lang, words_version, words, at, kind, given)
                    SELECT gen_random_uuid(), id, 'recorded', 'en', 'test',
                           sha256(convert_to('made-up words', 'UTF8')),
                           now() - ((right(reference, 4)::int * 7) %% 60) * interval '1 hour', 'holder', 'web'
                      FROM made
                    RETURNING id, subject)
                INSERT INTO consent.agreed (statement, subject, recipient, shown)
                SELECT id, subject, 'crimestoppers', sha256('x') FROM stated
                """
                        .formatted(desk, MANY));
    }
}
