package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.WebTest;
import org.diogel.audit.WholeRecord;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.messages.Jobs;
import org.diogel.report.TestReports;
import org.diogel.report.Ticket;
import org.diogel.retention.HoldGround;
import org.diogel.retention.HoldId;
import org.diogel.retention.HoldTerms;
import org.diogel.retention.Holds;
import org.diogel.retention.RuleLine;
import org.diogel.retention.Rules;
import org.diogel.retention.TestRetention;
import org.diogel.vault.KeyId;
import org.diogel.vault.KeyOwner;
import org.diogel.vault.Vault;
import org.diogel.web.Stale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What has been kept long enough goes, once somebody has looked; what is on hold stays; what is erased
/// is nowhere any more, and the record of looks still fits.
@WebTest
class RetentionTest {

    @Autowired private ApplicationContext app;
    @Autowired private Jobs jobs;
    @Autowired private Rules rules;
    @Autowired private Holds holds;
    @Autowired private Vault vault;
    @Autowired private PlatformTransactionManager transactions;

    private Project project;

    @BeforeEach
    void aPartnership() throws Exception {
        jobs.stop();
        Rows.one("DELETE FROM liaison.receiver");
        Rows.one("DELETE FROM retention.rule");
        project = Project.make(app, "Project One", Region.SOUTH_WALES);
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void nothingGoesByARuleBeforeSomebodyLookedAndSwitchedItOn() throws Exception {
        age();
        TestRetention.night(app);
        Map<String, Integer> before = due();
        for (String code : List.of("access-cover", "alert-ended", "audit-person", "liaison-ended", "protocol-ended", "safeguarding-closed", "consent-ended", "account-left")) {
            assertThat(before.get(code)).as(code).isPositive();
        }
        // The one that was on from the start has gone.
        assertThat(before).containsEntry("access-grants", 0);

        all().forEach(line -> doing(() -> rules.switchOn(line.code(), line.version())));
        TestRetention.night(app);
        TestRetention.night(app);
        // Held ones stay; the rest is gone.
        assertThat(due()).allSatisfy((code, count) -> assertThat(count).as(code).isEqualTo(held(code)));
        assertThat(due().get("liaison-ended")).as("of a report on hold").isPositive();
        assertThat(Rows.one("SELECT count(*) FROM retention.run WHERE failed")).isEqualTo("0");
        assertWhole();
    }

    @Test
    void aRuleThatChangedIsOffAgain() throws Exception {
        age();
        RuleLine line = line("protocol-ended");
        assertThatThrownBy(() -> doing(() -> rules.switchOn(line.code(), "another")))
                .isInstanceOf(Stale.class);
        doing(() -> rules.switchOn(line.code(), line.version()));
        assertThat(line("protocol-ended").on()).isTrue();
        Rows.one("UPDATE retention.rule SET version = 'ended_at; P6Y; ERASE' WHERE code = 'protocol-ended'");
        assertThat(line("protocol-ended").on()).isFalse();
        TestRetention.night(app);
        assertThat(due().get("protocol-ended")).isPositive();
    }

    @Test
    void theWallLetsNothingGoTooSoon() throws Exception {
        Actor task = new Actor.Task("retention");
        for (String erase :
                List.of(
                        "access.erase_grants", "access.erase_cover", "alert.erase_ended", "liaison.erase_ended",
                        "safeguarding.erase_closed", "consent.erase_subjects", "protocol.erase_ended",
                        "account.erase_left")) {
            assertThat(asked(task, "SELECT " + erase + "(now() + interval '1 day', 1000)")).as(erase).isEqualTo("0");
        }
        assertThat(asked(task, "SELECT audit.erase_persons(now(), 1000)")).isEqualTo("42501");
        Actor officer = project.actors().get(Role.DATA_PROTECTION_OFFICER);
        assertThat(asked(officer, "SELECT access.erase_grants(now(), 1000)")).isEqualTo("42501");
        assertThat(asked(officer, "SELECT audit.erase_subject('" + UUID.randomUUID() + "')")).isEqualTo("42501");
        Actor moderator = project.actors().get(Role.MODERATOR);
        assertThat(asked(moderator, "SELECT count FROM report.due_closed(now())")).isEqualTo("0");
    }

    @Test
    void whatIsOnHoldIsErasedByNobodyUntilTheHoldEnds() throws Exception {
        Ticket ticket = project.reports().get("erasing");
        UUID report = ticket.report().value();
        String reference = Rows.one("SELECT reference FROM report.report WHERE id = ?", report);
        Rows.one("UPDATE report.report SET erase_after = now() - interval '1 minute' WHERE id = ?", report);
        HoldTerms terms =
                new HoldTerms(HoldGround.POLICE, "A force", "12/34", "an inquiry", holds.today().plusDays(3));
        HoldId first = officer(() -> holds.put(reference, terms)).orElseThrow();
        HoldId second = as(Role.SAFEGUARDING_LEAD, () -> holds.put(reference, terms)).orElseThrow();

        KeyId own = new KeyId(UUID.fromString(Rows.one("SELECT key_id FROM retention.hold WHERE id = ?", first.value())));
        assertThat(named(own)).as("the sweep takes it for left over").isTrue();
        TestReports.sweep(app);
        assertThat(Rows.one("SELECT count(*) FROM report.sealed WHERE report = ?", report)).isNotEqualTo("0");
        assertThat(TestReports.waits(app, ticket)).isTrue();
        for (String table : List.of("report.report WHERE id", "report.sealed WHERE report", "consent.subject WHERE subject")) {
            assertThatThrownBy(() -> Rows.one("DELETE FROM " + table + " = ?", report))
                    .as(table)
                    .hasMessageContaining("on hold");
        }
        assertThat(Rows.one("SELECT encode(bytes, 'escape') FROM retention.hold WHERE id = ?", first.value()))
                .doesNotContain("an inquiry");

        TestRetention.night(app);
        assertThat(Rows.one("SELECT count(*) FROM messages.delivery WHERE subject_kind = 'hold'")).isNotEqualTo("0");
        doing(() -> holds.end(first, 1, "no longer needed"));
        TestReports.sweep(app);
        assertThat(Rows.one("SELECT count(*) FROM report.report WHERE id = ?", report)).as("another holds it").isEqualTo("1");
        assertThatThrownBy(() -> doing(() -> holds.end(second, 7, "stale"))).isInstanceOf(Stale.class);
        doing(() -> holds.end(second, 1, "no longer needed"));
        TestReports.sweep(app);
        assertThat(Rows.one("SELECT count(*) FROM report.report WHERE id = ?", report)).isEqualTo("0");
    }

    @Test
    void aReferenceOfAnotherAgencyOrOfADraftIsNotFound() throws Exception {
        HoldTerms terms = new HoldTerms(HoldGround.COURT, "A court", "", "a case", holds.today().plusDays(30));
        Project other = Project.make(app, "Project Two", Region.GWENT);
        for (Ticket ticket : List.of(other.reports().get("sent"), project.reports().get("draft"))) {
            String reference = Rows.one("SELECT reference FROM report.report WHERE id = ?", ticket.report().value());
            assertThat(officer(() -> holds.put(reference, terms))).isEmpty();
        }
        assertThat(officer(() -> holds.put("0000-0000", terms))).isEmpty();
    }

    /// Every table is walked: where her report is still named, nothing of it can be read.
    @Test
    void whatIsErasedIsNowhereAnyMore() throws Exception {
        Ticket ticket = project.reports().get("erasing");
        UUID report = ticket.report().value();
        KeyId key = new KeyId(UUID.fromString(Rows.one("SELECT key_id FROM report.report WHERE id = ?", report)));
        assertThat(vault.holds(key)).isTrue();
        Rows.one("UPDATE report.report SET erase_after = now() - interval '1 minute' WHERE id = ?", report);
        TestReports.sweep(app);

        assertThat(vault.holds(key)).isFalse();
        Set<String> naming = new TreeSet<>();
        try (var superuser = TestDatabase.superuser()) {
            for (String table : Dump.tables(superuser)) {
                String rows = new String(Dump.copy(superuser, table), StandardCharsets.UTF_8);
                if (rows.contains(report.toString())) {
                    naming.add(table);
                }
                assertThat(rows).as("%s names the key", table).doesNotContain(key.value().toString());
            }
        }
        // What she agreed to and who had a right to it: ids, kept for their own time; and the tombstone.
        assertThat(naming)
                .isSubsetOf(
                        "access.grants", "audit.entry", "consent.agreed", "consent.disclosure",
                        "consent.statement", "consent.subject", "consent.supplement", "messages.delivery");
        assertThat(Rows.one("SELECT string_agg(action, ' ') FROM audit.entry WHERE subject = ?", report))
                .isEqualTo("report.erased");
        assertThat(Rows.one("SELECT count(*) FROM audit.entry WHERE action = 'audit.person-erased'")).isNotEqualTo("0");
        assertThat(Rows.one("SELECT ended_at IS NOT NULL FROM consent.subject WHERE subject = ?", report)).isEqualTo("t");
        assertWhole();
    }

    @Test
    void ofWhoeverLeftAnIdRemainsThatMeansNothing() throws Exception {
        UUID left = project.staff().with(Role.CASEWORKER).account().id().value();
        Rows.one("INSERT INTO messages.preference (account, number, text) VALUES (?, '\\x00', true) ON CONFLICT DO NOTHING", left);
        Rows.one("UPDATE account.account SET status = 'suspended' WHERE id = ?", left);
        assertThat(Rows.one("SELECT suspended_at IS NOT NULL FROM account.account WHERE id = ?", left)).isEqualTo("t");
        suspendedLongAgo(left);
        for (String code : List.of("account-left", "messages-left")) {
            doing(() -> rules.switchOn(code, line(code).version()));
        }
        TestRetention.night(app);

        assertThat(Rows.one("SELECT name || octet_length(email) FROM account.account WHERE id = ?", left)).isEqualTo("-0");
        for (String table : List.of("account.credential WHERE account_id", "account.passkey WHERE account_id", "account.preference WHERE account_id", "messages.preference WHERE account")) {
            assertThat(Rows.one("SELECT count(*) FROM " + table + " = ?", left)).as(table).isEqualTo("0");
        }
        Actor administrator = project.actors().get(Role.ADMINISTRATOR);
        assertThat(Rows.seenBy(administrator, List.of("account.account")).get("account.account"))
                .noneMatch(row -> row.get("id").equals(left.toString()));
    }

    /// Whether what says so has its place yet or not. That a made-up row is old is no matter here.
    private void assertWhole() throws Exception {
        for (boolean placed : List.of(false, true)) {
            assertThat(WholeRecord.findings(app, placed))
                    .filteredOn(found -> !found.contains("wrote it into the past"))
                    .isEmpty();
        }
    }

    /// Whether a feature tells the sweep that it still needs this key.
    private boolean named(KeyId key) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return Acting.as(
                new Actor.Task("sweep"),
                "retention",
                () ->
                        app.getBeanProvider(KeyOwner.class).stream()
                                .anyMatch(
                                        owner ->
                                                Boolean.TRUE.equals(
                                                        transaction.execute(
                                                                _ -> owner.named(List.of(key)).contains(key)))));
    }

    private static void suspendedLongAgo(UUID account) throws Exception {
        unseen("UPDATE account.account SET suspended_at = now() - interval '8 years' WHERE id = '" + account + "'");
    }

    /// Makes what ended look as if it had ended eight years ago.
    private void age() throws Exception {
        String ago = "now() - interval '8 years'";
        UUID left = project.staff().with(Role.CASEWORKER).account().id().value();
        Rows.one("UPDATE account.account SET status = 'suspended' WHERE id = ?", left);
        suspendedLongAgo(left);
        for (String aged :
                List.of(
                        "access.grants SET revoked_at = %s WHERE revoked_at IS NOT NULL",
                        "access.kept_out SET ended_at = %s, ended_by = by",
                        "access.cover SET begins = %1$s - interval '1 day', ends = %1$s",
                        "alert.alert SET ended_at = %s WHERE ended_at IS NOT NULL",
                        "consent.subject SET ended_at = %s WHERE stopped",
                        "liaison.package SET opened_at = %s WHERE opened_at IS NOT NULL",
                        "safeguarding.duty SET closed_at = %s")) {
            unseen("UPDATE " + aged.formatted(ago));
        }
        Rows.one(
                """
                INSERT INTO audit.entry (at, kind, account, agency, purpose, action, subject_kind, subject, outcome)
                VALUES (now() - interval '8 years', 'person', gen_random_uuid(), gen_random_uuid(), 'work',
                    'report.opened', 'report', gen_random_uuid(), 'done')
                """);
        Rows.one(
                """
                INSERT INTO protocol.protocol (id, reference, state, title_en, title_cy, aim_en, aim_cy, kept_en,
                    kept_cy, purposes, begins_on, review_on, last_day, drawn_up_by, drawn_up_at, started_by,
                    started_at, ended_at)
                VALUES (gen_random_uuid(), upper(substr(md5(random()::text), 1, 4) || '-' || substr(md5(random()::text), 1, 4)), 'ENDED', 'An old one', '', 'x', '', 'x', '', '{CHECKS}',
                    current_date - 4000, current_date - 3900, current_date - 3000, gen_random_uuid(), now(),
                    gen_random_uuid(), now(), now())
                """);
    }

    private static void unseen(String sql) throws Exception {
        try (var superuser = TestDatabase.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(sql);
        }
    }

    private List<RuleLine> all() {
        return officer(() -> rules.list()).stream().filter(RuleLine::switched).toList();
    }

    private RuleLine line(String code) {
        return officer(() -> rules.list()).stream().filter(line -> line.code().equals(code)).findFirst().orElseThrow();
    }

    /// True counts, which no page shows when they are small.
    private Map<String, Integer> due() throws Exception {
        return counts("count");
    }

    private int held(String code) {
        try {
            return counts("held").get(code);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private Map<String, Integer> counts(String column) throws Exception {
        Map<String, Integer> all = new TreeMap<>();
        List<String> functions =
                new ArrayList<>(
                        List.of(
                                "access-grants access.due_grants 7", "access-cover access.due_cover 7",
                                "alert-ended alert.due_ended 6", "audit-person audit.due_persons 7",
                                "liaison-ended liaison.due_ended 7", "protocol-ended protocol.due_ended 7",
                                "safeguarding-closed safeguarding.due_closed 7",
                                "consent-ended consent.due_subjects 7", "account-left account.due_left 7"));
        for (String function : functions) {
            String[] parts = function.split(" ");
            all.put(
                    parts[0],
                    Integer.parseInt(
                            asked(
                                    new Actor.Task("retention"),
                                    "SELECT %s FROM %s(now() - interval '%s years')"
                                            .formatted(column, parts[1], parts[2]))));
        }
        return all;
    }

    /// The first cell as that actor, or the state of the refusal.
    private static String asked(Actor actor, String sql) throws Exception {
        return Rows.asked(actor, sql);
    }

    private <T> T officer(Supplier<T> work) {
        return as(Role.DATA_PROTECTION_OFFICER, work);
    }

    private <T> T as(Role role, Supplier<T> work) {
        return Acting.as(project.actors().get(role), "work", work::get);
    }

    private void doing(Runnable work) {
        Acting.run(project.actors().get(Role.DATA_PROTECTION_OFFICER), "work", work);
    }
}
