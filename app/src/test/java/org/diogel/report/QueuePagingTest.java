package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.report.Fixtures.as;
import static org.diogel.report.Fixtures.one;
import static org.diogel.report.Fixtures.person;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.database.TestDatabase;
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

/// A queue of some hundred reports, page by page: in order, none lost, none twice, nobody else's.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueuePagingTest {

    private static final int OURS = 320;
    private static final int THEIRS = 40;

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired Reports reports;
    @Autowired Clock clock;

    private TestPeople people;
    private AgencyId desk;
    private AgencyId other;
    private Actor.Person moderator;
    private Actor.Person lead;

    @BeforeAll
    void twoDesks() {
        people = new TestPeople(app);
        desk = people.agency("Made-up Project With Much To Do");
        other = people.agency("Made-up Project Beside It");
        moderator = person(desk, Role.MODERATOR);
        lead = person(desk, Role.SAFEGUARDING_LEAD);
        fill(desk, OURS, "A");
        fill(other, THEIRS, "B");
        one(
                """
                INSERT INTO report.addition (id, report, author, bytes, at)
                SELECT gen_random_uuid(), id, 'holder', '\\x00', now() FROM report.report
                 WHERE agency = ? AND (right(reference, 3)::int % 7 = 0)
                """,
                desk.value());
    }

    @AfterAll
    void empty() {
        for (AgencyId agency : List.of(desk, other)) {
            one(
                    """
                    DELETE FROM access.grants
                     WHERE subject IN (SELECT id FROM report.report WHERE agency = ?)
                    """,
                    agency.value());
            one("DELETE FROM report.report WHERE agency = ?", agency.value());
        }
    }

    @Test
    void everyReportStandsOnExactlyOnePageInTheOrderOfTheQueue() {
        Instant now = clock.instant();
        for (Actor.Person who : List.of(moderator, lead)) {
            int there = 0;
            for (QueueFilter filter :
                    List.of(QueueFilter.OPEN, QueueFilter.HELD, QueueFilter.CLOSED)) {
                List<QueueItem> all = all(who, filter, null);
                assertThat(all).extracting(QueueItem::id).doesNotHaveDuplicates();
                assertThat(all).isSortedAccordingTo(order(now));
                there +=
                        (int)
                                all.stream()
                                        .filter(
                                                i ->
                                                        filter != QueueFilter.OPEN
                                                                || i.state() == ReportState.SENT
                                                                || i.state() == ReportState.WAITING)
                                        .count();
            }
            assertThat(there).isEqualTo(who == lead ? OURS - OURS / 5 : OURS);
        }
        assertThat(all(lead, QueueFilter.WAITING, null)).hasSize(OURS / 5);
    }

    @Test
    void everyFilterShowsWhatItsCountSaysAndNothingElse() {
        Instant now = clock.instant();
        for (QueueFilter filter : QueueFilter.values()) {
            List<QueueItem> all = all(moderator, filter, null);
            QueueLeaf first = leaf(moderator, filter, null, null);
            assertThat((long) all.size()).as(filter.name()).isEqualTo(first.count(filter, null));
            assertThat(all).as(filter.name()).isNotEmpty().allMatch(i -> admits(filter, i, now));
            for (Region region : Region.values()) {
                assertThat(all(moderator, filter, region))
                        .as(filter + " " + region)
                        .hasSize((int) first.count(filter, region))
                        .allMatch(i -> i.region() == region);
            }
        }
    }

    @Test
    void howBadAndWhereWhatWaitsIsShowsInNoPlaceNorCountOfOthers() {
        List<QueueItem> waiting = all(moderator, QueueFilter.WAITING, null);
        assertThat(waiting).hasSize(OURS / 5).allMatch(i -> i.severity() == null && i.region() == null);
        assertThat(waiting).isSortedAccordingTo(order(clock.instant()));
        QueueLeaf leaf = leaf(moderator, QueueFilter.WAITING, null, null);
        for (Region region : Region.values()) {
            assertThat(leaf.count(QueueFilter.WAITING, region)).isZero();
        }
        assertThat(all(moderator, QueueFilter.URGENT, null))
                .allMatch(i -> i.state() != ReportState.WAITING && i.state() != ReportState.HELD);
        assertThat(all(lead, QueueFilter.WAITING, Region.GWENT)).isNotEmpty();
    }

    @Test
    void whatSheAddsWhileTheDeskReadsIsNotTakenForRead() throws Exception {
        String report = one("SELECT id FROM report.report WHERE agency = ? AND NOT added LIMIT 1", desk.value());
        String first = UUID.randomUUID().toString();
        String add = "INSERT INTO report.addition (id, report, author, bytes, at) VALUES (?::uuid, ?::uuid, 'holder', '\\x00', now())";
        one(add, first, report);
        assertThat(one("SELECT added FROM report.report WHERE id = ?::uuid", report)).isEqualTo("t");
        String read = "UPDATE report.addition SET read_at = now() WHERE id = ?::uuid";
        try (var she = TestDatabase.superuser(); var statement = she.prepareStatement(add)) {
            she.setAutoCommit(false);
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, report);
            statement.execute();
            var desk = CompletableFuture.runAsync(() -> one(read, first));
            String waits = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query = ?";
            for (int i = 0; i < 200 && one(waits, read.replace("?", "$1")).equals("0"); i++) {
                Thread.sleep(50);
            }
            assertThat(desk).as("the desk waits for her").isNotCompleted();
            she.commit();
            desk.get(20, TimeUnit.SECONDS);
        }
        assertThat(one("SELECT added FROM report.report WHERE id = ?::uuid", report)).isEqualTo("t");
        one("UPDATE report.addition SET read_at = now() WHERE report = ?::uuid", report);
        assertThat(one("SELECT added FROM report.report WHERE id = ?::uuid", report)).isEqualTo("f");
        one("DELETE FROM report.addition WHERE report = ?::uuid", report);
    }

    @Test
    void nobodyElsesIsOnAnyPage() {
        HashSet<ReportId> theirs = new HashSet<>();
        Actor.Person beside = person(other, Role.MODERATOR);
        for (QueueFilter filter : QueueFilter.values()) {
            all(beside, filter, null).forEach(i -> theirs.add(i.id()));
        }
        assertThat(theirs).hasSize(THEIRS);
        for (QueueFilter filter : QueueFilter.values()) {
            assertThat(all(moderator, filter, null)).extracting(QueueItem::id).doesNotContainAnyElementsOf(theirs);
        }
        assertThat(as(moderator, () -> reports.list(theirs))).isEmpty();
        // A grant alone, or a desk alone, shows nothing.
        ReportId one = theirs.iterator().next();
        one("UPDATE report.report SET agency = ? WHERE id = ?", desk.value(), one.value());
        assertThat(as(moderator, () -> reports.list(List.of(one)))).isEmpty();
        assertThat(as(beside, () -> reports.list(List.of(one)))).isEmpty();
        one("UPDATE report.report SET agency = ? WHERE id = ?", other.value(), one.value());
    }

    @Test
    void aPageThatIsNotThereShowsTheFirstOrTheLast() {
        int last = leaf(moderator, QueueFilter.OPEN, null, null).leaf().last();
        assertThat(last).isGreaterThan(5);
        for (String first : List.of("", "0", "-3", "1", "two", "1.5", "٣", "1 OR 1=1")) {
            assertThat(leaf(moderator, QueueFilter.OPEN, null, first).leaf().number()).as(first).isEqualTo(1);
        }
        for (String beyond : List.of("9999", "99999999999999999999999", String.valueOf(last))) {
            QueueLeaf leaf = leaf(moderator, QueueFilter.OPEN, null, beyond);
            assertThat(leaf.leaf().number()).as(beyond).isEqualTo(last);
            assertThat(leaf.items()).isNotEmpty();
        }
        assertThat(leaf(person(people.agency("Made-up Quiet One"), Role.MODERATOR), QueueFilter.OPEN, null, "7").leaf())
                .isEqualTo(new Leaf(1, 1));
    }

    @Test
    void thePageLeadsToTheOthersWithoutAScriptInBothLanguages() throws Exception {
        try (Visitor browser = signedIn(Role.MODERATOR)) {
            Answer first = browser.get("/queue");
            assertThat(first.page().select("tbody tr")).hasSize(Leaf.ROWS);
            assertThat(first.page().select("nav.govuk-pagination a[rel=prev]")).isEmpty();
            Answer second =
                    browser.get(first.page().select("nav.govuk-pagination a[rel=next]").attr("href"));
            assertThat(second.page().select("tbody tr")).hasSize(Leaf.ROWS);
            assertThat(second.page().select("tbody th a").eachAttr("href"))
                    .doesNotContainAnyElementsOf(first.page().select("tbody th a").eachAttr("href"));
            assertThat(second.page().select("nav.govuk-pagination a[aria-current=page]").text()).isEqualTo("2");
            assertThat(second.page().title()).contains("(page 2 of ");
            Answer closed = browser.get("/queue?show=closed&page=2");
            assertThat(closed.page().select("nav.govuk-pagination a").eachAttr("href"))
                    .allMatch(h -> h.startsWith("/queue?show=closed&page="));
            for (String odd : List.of("0", "99999", "nonsense", "%00", "")) {
                Answer page = browser.get("/queue?page=" + odd);
                assertThat(page.status()).as(odd).isEqualTo(200);
                assertThat(page.page().select("tbody tr")).as(odd).isNotEmpty();
            }
            Answer welsh = browser.get("/queue?page=2&lang=cy");
            assertThat(welsh.page().title()).contains("(tudalen 2 o ");
            assertThat(welsh.page().select("nav.govuk-pagination").text())
                    .contains("Tudalen flaenorol", "Tudalen nesaf");
            assertThat(welsh.page().select("nav.govuk-pagination").attr("aria-label")).isEqualTo("Tudalennau");
        }
        try (Visitor browser = signedIn(Role.SAFEGUARDING_LEAD)) {
            Answer page = browser.get("/queue");
            assertThat(page.page().select("section[aria-labelledby=alarms] li")).hasSize(Leaf.ROWS);
            assertThat(page.page().select("#alarms").text()).contains(String.valueOf(OURS / 5));
            Answer waiting =
                    browser.get(page.page().select("section[aria-labelledby=alarms] p a").attr("href"));
            assertThat(waiting.page().select("tbody tr")).hasSize(Leaf.ROWS);
        }
    }

    private Visitor signedIn(Role role) throws IOException {
        Visitor browser = new Visitor(port);
        assertThat(TestPeople.signIn(browser, people.somebody(desk, role), 0).status()).isEqualTo(303);
        return browser;
    }

    private QueueLeaf leaf(Actor who, QueueFilter filter, Region region, String page) {
        return as(who, () -> reports.listQueue(filter, region, page));
    }

    private List<QueueItem> all(Actor who, QueueFilter filter, Region region) {
        List<QueueItem> all = new ArrayList<>();
        int last = leaf(who, filter, region, null).leaf().last();
        for (int page = 1; page <= last; page++) {
            List<QueueItem> some = leaf(who, filter, region, String.valueOf(page)).items();
            assertThat(some.size()).isLessThanOrEqualTo(Leaf.ROWS);
            if (page < last) {
                assertThat(some).hasSize(Leaf.ROWS);
            }
            all.addAll(some);
        }
        return all;
    }

    /// What the database does, said once more from what everybody may see.
    private static Comparator<QueueItem> order(Instant now) {
        return Comparator.comparing((QueueItem i) -> !admits(QueueFilter.OPEN, i, now))
                .thenComparing(i -> i.state() != ReportState.WAITING && !i.isUnread())
                .thenComparing(
                        i -> i.severity() == null || i.waits() ? Severity.RISKY : i.severity())
                .thenComparing(QueueItem::due);
    }

    private static boolean admits(QueueFilter filter, QueueItem item, Instant now) {
        boolean added = item.flags().contains(QueueItem.Flag.ADDED);
        boolean open =
                item.state() == ReportState.SENT || item.state() == ReportState.WAITING || added;
        return switch (filter) {
            case OPEN -> open;
            case OVERDUE -> open && item.isOverdue(now);
            case URGENT -> open && item.severity() == Severity.DANGEROUS;
            case UNREAD -> open && item.flags().contains(QueueItem.Flag.UNOPENED);
            case ADDED -> added;
            case WAITING -> item.state() == ReportState.WAITING;
            case HELD -> item.state() == ReportState.HELD;
            case CLOSED -> item.state() == ReportState.CLOSED;
        };
    }

    /// Reports in every state, area and danger; nothing of them is unsealed here.
    private static void fill(AgencyId agency, int many, String letter) {
        one(
                """
                WITH made AS (
                    INSERT INTO report.report
                        (id, reference, state, agency, key_id, code_mac, severity, region, language,
                         child, life, created_at, touched_at, sent_at, due_at, first_opened, closed_at)
                    SELECT gen_random_uuid(), 'ZZZ' || ? || '-Z' || lpad(n::text, 3, '0'), state, ?,
                           gen_random_uuid(), sha256(convert_to(gen_random_uuid()::text, 'UTF8')),
                           (ARRAY['DANGEROUS', 'RISKY', 'NUISANCE', NULL])[1 + n % 4],
                           (ARRAY['SOUTH_WALES', 'GWENT', 'DYFED_POWYS'])[1 + n % 3],
                           'en', 'NO', 'NO', now(), now(), now() - n * interval '1 minute',
                           now() + ((n * 37) % 400 - 150) * interval '1 hour',
                           CASE WHEN n % 2 = 0 THEN now() END,
                           CASE WHEN state = 'CLOSED' THEN now() END
                      FROM (SELECT n, (ARRAY['SENT', 'WAITING', 'HELD', 'CLOSED', 'SENT'])[1 + n % 5] AS state
                              FROM generate_series(1, ?) n) s
                    RETURNING id, agency)
                INSERT INTO access.grants (subject_kind, subject, party_kind, party, purpose, source)
                SELECT 'report', id, 'agency', agency, 'answer', 'test' FROM made
                """,
                letter,
                agency.value(),
                many);
    }
}
