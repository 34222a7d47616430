package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.report.Fixtures.DESK;
import static org.diogel.report.Fixtures.OTHER;
import static org.diogel.report.Fixtures.as;
import static org.diogel.report.Fixtures.one;
import static org.diogel.report.Fixtures.person;

import java.util.List;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.consent.SharingChoice;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Who sees which row, asked of the door and of the database alone.
@WebTest
class ReportWallTest {

    private static final List<String> TABLES =
            List.of(
                    "report.report",
                    "report.sealed",
                    "report.identifier",
                    "report.addition",
                    "report.event",
                    "report.gone");

    @Autowired Access access;
    @Autowired Telling telling;
    @Autowired Sender sender;
    @Autowired Receipts receipts;
    @Autowired Reports reports;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    private Ticket sent;
    private Ticket waiting;
    private Ticket draft;

    private final Actor.Person moderator = person(DESK, Role.MODERATOR);
    private final Actor.Person lead = person(DESK, Role.SAFEGUARDING_LEAD);
    private final Actor.Person stranger = person(OTHER, Role.MODERATOR, Role.SAFEGUARDING_LEAD);

    @BeforeEach
    void threeReports() {
        Fixtures.desks(access);
        draft = Fixtures.draft(telling);
        sent = Fixtures.draft(telling);
        sender.send(sent, Fixtures.withSecond("three made-up words", "members"));
        waiting = Fixtures.draft(telling);
        sender.send(waiting, Fixtures.screened(Screening.YES, Screening.NO));
        receipts.add(sent, "added");
        as(moderator, () -> {
            reports.sendMessage(sent.report(), java.util.UUID.randomUUID(), "Please come by");
            return true;
        });
    }

    @Test
    void theDatabaseAloneGivesEachActorItsOwnRowsOnly() {
        assertThat(seen("report.report", "id", moderator)).contains(id(sent), id(waiting)).doesNotContain(id(draft));
        assertThat(seen("report.sealed", "report", moderator)).contains(id(sent)).doesNotContain(id(waiting), id(draft));
        assertThat(seen("report.sealed", "report", lead)).contains(id(sent), id(waiting)).doesNotContain(id(draft));
        assertThat(seen("report.identifier", "report", moderator)).contains(id(sent)).doesNotContain(id(waiting), id(draft));
        assertThat(seen("report.sealed", "report", new Actor.Holder(draft.report().value(), false))).containsOnly(id(draft));
        assertThat(seen("report.sealed", "report", new Actor.Holder(sent.report().value(), false))).isEmpty();
        assertThat(seen("report.sealed", "report", new Actor.Holder(sent.report().value(), true))).containsOnly(id(sent));
        assertThat(seen("report.addition", "author", new Actor.Holder(sent.report().value(), false))).containsOnly("desk");
        for (Actor outsider :
                List.of(
                        stranger,
                        person(DESK, Role.ADMINISTRATOR, Role.MEMBER, Role.ANALYST, Role.DATA_PROTECTION_OFFICER),
                        new Actor.Anonymous(),
                        new Actor.Task("find-code"),
                        new Actor.Task("outbox"))) {
            for (String table : TABLES) {
                if (!(outsider instanceof Actor.Task task && task.name().equals("outbox"))
                        || !table.equals("report.report")) {
                    assertThat(count(table, outsider)).as(table + " for " + outsider).isZero();
                }
            }
        }
    }

    @Test
    void withoutAnActorTheDatabaseRaisesInsteadOfAnsweringNothing() {
        // Of an empty table nothing is asked.
        for (String table : TABLES.subList(0, TABLES.indexOf("report.gone"))) {
            assertThatThrownBy(() -> jdbc.sql("SELECT 1 FROM " + table).query(Integer.class).list())
                    .as(table)
                    .rootCause()
                    .hasMessageContaining("no context");
        }
    }

    @Test
    void aGrantThatEndsEndsTheSightAtOnce() {
        one("UPDATE access.grants SET revoked_at = now() WHERE subject = ?", sent.report().value());
        assertThat(seen("report.report", "id", moderator)).doesNotContain(id(sent));
        assertThatThrownBy(() -> as(moderator, () -> reports.get(sent.report()))).isInstanceOf(NotHere.class);
    }

    @Test
    void hiddenAndMissingAreTheSameAndBothAreNoted() {
        String before = denied();
        for (ReportId id : List.of(sent.report(), draft.report(), ReportId.random())) {
            assertThatThrownBy(() -> as(stranger, () -> reports.open(id, "triage"))).isInstanceOf(NotHere.class);
        }
        assertThatThrownBy(() -> as(moderator, () -> reports.open(waiting.report(), "triage"))).isInstanceOf(NotHere.class);
        assertThat(Integer.parseInt(denied())).isEqualTo(Integer.parseInt(before) + 4);
    }

    @Test
    void openingIsWrittenDownWithItsPurposeAndFieldsAndSheSeesIt() {
        Opened opened = as(moderator, () -> reports.open(sent.report(), "write-warning"));

        assertThat(opened.answers()).isEqualTo(new Answers(Fixtures.STORY));
        assertThat(opened.additions()).extracting(Addition::text).contains("added", "Please come by");
        assertThat(one("SELECT purpose || ' ' || array_to_string(fields, ',') FROM audit.entry WHERE action = 'report.opened' AND subject = ?", sent.report().value()))
                .startsWith("write-warning ")
                .contains("them.phone", "words")
                .doesNotContain("CANARY");
        Told told = receipts.told(receipts.prove(sent, "three made-up words").orElseThrow());
        assertThat(told.openings()).anyMatch(o -> o.action().equals("report.opened"));
        assertThat(receipts.get(sent).due()).isNull();
    }

    @Test
    void onlyTheLeadDecidesAndOnlyOnce() {
        ReportId id = waiting.report();
        assertThat(as(moderator, () -> reports.get(id).flags())).doesNotContain(QueueItem.Flag.CHILD);
        assertThat(as(lead, () -> reports.get(id).flags())).contains(QueueItem.Flag.CHILD);
        assertThat(as(lead, () -> reports.get(id).maySend())).isFalse();
        assertThatThrownBy(() -> as(moderator, () -> decide(id))).isInstanceOf(NotHere.class);

        as(lead, () -> decide(id));

        assertThat(as(moderator, () -> reports.get(id).state())).isEqualTo(ReportState.SENT);
        assertThatThrownBy(() -> as(lead, () -> decide(id))).isInstanceOf(Stale.class);
        assertThat(as(moderator, () -> reports.open(id, "triage").additions()))
                .extracting(Addition::author)
                .containsExactly(Addition.Author.NOTE);
    }

    @Test
    void closingAndReopeningFollowTheTableOfMoves() {
        as(moderator, () -> reports.open(sent.report(), "triage"));
        as(moderator, () -> {
            reports.close(sent.report(), reports.get(sent.report()).version(), "done");
            return true;
        });
        assertThat(as(moderator, () -> reports.get(sent.report()).state())).isEqualTo(ReportState.CLOSED);
        assertThatThrownBy(() -> as(moderator, () -> {
            reports.close(sent.report(), reports.get(sent.report()).version(), "again");
            return true;
        })).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> as(lead, () -> {
            reports.reopen(sent.report(), reports.get(sent.report()).version(), "not hers to do");
            return true;
        })).isInstanceOf(NotHere.class);
        as(moderator, () -> {
            reports.reopen(sent.report(), reports.get(sent.report()).version(), "more came");
            return true;
        });
        assertThat(as(moderator, () -> reports.get(sent.report()).state())).isEqualTo(ReportState.SENT);
    }

    @Test
    void theQueueShowsNothingOfWhatIsBeingErased() {
        List<ReportId> three = List.of(waiting.report(), sent.report(), draft.report());
        assertThat(as(moderator, () -> reports.list(three)))
                .containsOnlyKeys(waiting.report(), sent.report());
        Ticket second = receipts.prove(sent, "three made-up words").orElseThrow();
        receipts.delete(second);
        assertThat(as(moderator, () -> reports.list(three))).containsOnlyKeys(waiting.report());
    }

    @Test
    void whatTheWriterOfAWarningGetsIsWhatSheWasShown() {
        Excerpt shown = Excerpt.of(new Answers(Fixtures.STORY), SharingChoice.WARNING);
        Excerpt sentOn = as(moderator, () -> reports.excerpt(sent.report(), SharingChoice.WARNING));
        assertThat(sentOn).isEqualTo(shown);
        assertThat(sentOn.digest()).isEqualTo(shown.digest());
        assertThatThrownBy(() -> as(moderator, () -> reports.excerpt(waiting.report(), SharingChoice.WARNING)))
                .isInstanceOf(NotHere.class);
    }

    private boolean decide(ReportId id) {
        reports.screen(id, reports.get(id).version(), ScreeningGround.NEITHER, "spoke with her");
        return true;
    }

    private List<String> seen(String table, String column, Actor actor) {
        return as(
                actor,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        status ->
                                                jdbc.sql("SELECT " + column + " FROM " + table)
                                                        .query(String.class)
                                                        .list()));
    }

    private int count(String table, Actor actor) {
        return seen(table, "count(*)::text", actor).stream().mapToInt(Integer::parseInt).sum();
    }

    private static String id(Ticket ticket) {
        return ticket.report().toString();
    }

    private static String denied() {
        return one("SELECT count(*) FROM audit.entry WHERE outcome = 'denied' AND action = 'report.look'");
    }
}
