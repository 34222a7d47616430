package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.report.Fixtures.STORY;
import static org.diogel.report.Fixtures.one;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.kernel.Lang;
import org.diogel.vault.KeyGone;
import org.diogel.vault.KeyId;
import org.diogel.vault.Vault;
import org.diogel.web.NotHere;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebTest
class TellingTest {

    @Autowired Access access;
    @Autowired Telling telling;
    @Autowired Sender sender;
    @Autowired Receipts receipts;
    @Autowired Reports reports;
    @Autowired Sweep sweep;
    @Autowired Vault vault;

    @BeforeEach
    void desks() {
        Fixtures.desks(access);
    }

    @Test
    void aDraftIsThereAgainForWhoeverHasTheCodeAndForNobodyElse() {
        Ticket ticket = Fixtures.draft(telling);

        Ticket back = telling.resume(ReceiptCode.read(ticket.code().spaced().toLowerCase(java.util.Locale.ROOT)).orElseThrow()).orElseThrow();

        assertThat(telling.findDraft(back).orElseThrow()).isEqualTo(new Answers(STORY));
        assertThat(telling.resume(ReceiptCode.random())).isEmpty();
    }

    @Test
    void nothingTypedAndNoCodeStandsReadableInTheDatabase() {
        Ticket ticket = Fixtures.draft(telling);
        sender.send(ticket, Fixtures.withSecond("three made-up words", "members"));
        receipts.add(ticket, "CANARY-ADDED later");
        String dump =
                one(
                        """
                        SELECT string_agg(t, ' ') FROM (
                            SELECT r::text AS t FROM report.report r
                            UNION ALL SELECT encode(bytes, 'escape') FROM report.sealed
                            UNION ALL SELECT encode(bytes, 'escape') FROM report.addition
                            UNION ALL SELECT i::text FROM report.identifier i
                            UNION ALL SELECT e::text FROM audit.entry e) x
                        """);
        assertThat(dump)
                .doesNotContain("CANARY", "900123", "+447700900123", "QI00", "made-up words")
                .doesNotContain(ticket.code().letters());
    }

    @Test
    void twoWindowsCannotOverwriteEachOtherUnseen() {
        Ticket ticket = telling.start(Lang.EN);
        String seen = Answers.none().seen(Set.of("words"));
        Map<String, List<String>> first = Map.of("words", List.of("first window"));
        Map<String, List<String>> second = Map.of("words", List.of("second window"));

        assertThat(telling.save(ticket, Lang.EN, first, seen)).isInstanceOf(Saved.Kept.class);
        assertThat(telling.save(ticket, Lang.EN, first, seen)).isInstanceOf(Saved.Kept.class);
        Saved conflict = telling.save(ticket, Lang.EN, second, seen);

        assertThat(conflict)
                .isInstanceOfSatisfying(
                        Saved.Changed.class,
                        c -> assertThat(c.stored().text("words")).isEqualTo("first window"));
        assertThat(telling.findDraft(ticket).orElseThrow().text("words")).isEqualTo("first window");
    }

    @Test
    void twoWindowsOnDifferentPagesBothKeepTheirs() {
        Ticket ticket = telling.start(Lang.EN);
        telling.save(
                ticket,
                Lang.EN,
                Map.of("words", List.of("w")),
                Answers.none().seen(Set.of("words")));
        Saved other =
                telling.save(
                        ticket,
                        Lang.EN,
                        Map.of("who.for", List.of("myself")),
                        Answers.none().seen(Set.of("who.for")));
        assertThat(other).isInstanceOf(Saved.Kept.class);
        assertThat(telling.findDraft(ticket).orElseThrow().text("words")).isEqualTo("w");
    }

    @Test
    void whatNoTextCanHoldIsLeftOutAndEverythingElseStays() {
        Ticket ticket = telling.start(Lang.CY);
        String weird = "a\0b \ud83d\ude00 שלום \u202e مرحبا ŵ \ud800 " + "x".repeat(19_000);
        telling.save(ticket, Lang.CY, Map.of("words", List.of(weird)), "");
        assertThat(telling.findDraft(ticket).orElseThrow().text("words"))
                .isEqualTo(weird.replace("\0", "").replace('\ud800', '\uFFFD').replace("\uD83D\uFFFD", "\uD83D\uDE00").strip());
    }

    @Test
    void sendingTwiceWithTheSameKeyIsOneReportAndTheSameAnswer() throws Exception {
        Ticket ticket = Fixtures.draft(telling);
        Submission submission = Fixtures.submission("members");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Sending> send = () -> sender.send(ticket, submission);
            var all = threads.invokeAll(java.util.Collections.nCopies(12, send));
            for (var one : all) {
                assertThat(one.get()).isEqualTo(new Sending.Sent(false));
            }
        }
        UUID id = ticket.report().value();
        assertThat(one("SELECT count(*) FROM audit.entry WHERE action = 'report.sent' AND subject = ?", id)).isEqualTo("1");
        assertThat(one("SELECT count(*) FROM consent.statement WHERE subject = ?", id)).isEqualTo("1");
        assertThat(one("SELECT count(*) FROM access.grants WHERE subject = ?", id)).isEqualTo("1");
        assertThat(one("SELECT count(*) FROM report.identifier WHERE report = ?", id)).isEqualTo("6");
        assertThat(one("SELECT agency FROM report.report WHERE id = ?", id)).isEqualTo(Fixtures.DESK.toString());
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefusedAndAnotherKeyChangesNothing() {
        Ticket ticket = Fixtures.draft(telling);
        Submission first = Fixtures.submission("members");
        sender.send(ticket, first);

        assertThat(
                        sender.send(
                                ticket,
                                new Submission(
                                        first.key(), Set.of(), Screening.NO, Screening.NO, "", Lang.EN)))
                .isEqualTo(new Sending.Different());
        assertThat(sender.send(ticket, Fixtures.submission())).isEqualTo(new Sending.Already());
        assertThat(telling.save(ticket, Lang.EN, Map.of("words", List.of("late")), ""))
                .isEqualTo(new Saved.AlreadySent());
        assertThat(one("SELECT count(*) FROM consent.agreed WHERE subject = ?", ticket.report().value()))
                .isEqualTo("1");
    }

    @Test
    void anEmptyReportIsNotSent() {
        Ticket ticket = telling.start(Lang.EN);
        assertThat(sender.send(ticket, Fixtures.submission())).isEqualTo(new Sending.Empty());
    }

    @Test
    void aChildOrALifeAtRiskMakesItWait() {
        Answers calm = new Answers(STORY);
        Answers signs = calm.with(Map.of("now.danger", List.of("yes")));
        Answers young = calm.with(Map.of("who.adult", List.of("unsure")));

        assertThat(Sender.mustWait(calm, Fixtures.screened(Screening.NO, Screening.NO))).isFalse();
        assertThat(Sender.mustWait(calm, Fixtures.screened(Screening.UNANSWERED, Screening.UNANSWERED))).isFalse();
        for (Screening answer : List.of(Screening.YES, Screening.UNSURE)) {
            assertThat(Sender.mustWait(calm, Fixtures.screened(answer, Screening.NO))).isTrue();
            assertThat(Sender.mustWait(calm, Fixtures.screened(Screening.NO, answer))).isTrue();
        }
        assertThat(Sender.mustWait(signs, Fixtures.screened(Screening.NO, Screening.UNANSWERED))).isTrue();
        assertThat(Sender.mustWait(signs, Fixtures.screened(Screening.NO, Screening.NO))).isFalse();
        assertThat(Sender.mustWait(young, Fixtures.screened(Screening.NO, Screening.NO))).isTrue();
    }

    @Test
    void aDraftThrownAwayIsGoneWithItsKey() {
        Ticket ticket = Fixtures.draft(telling);
        KeyId key = key(ticket);

        assertThat(telling.throwAway(ticket)).isTrue();

        assertThat(vault.holds(key)).isFalse();
        assertThat(telling.resume(ticket.code())).isEmpty();
        assertThatThrownBy(() -> telling.findDraft(ticket)).isInstanceOf(NotHere.class);
        assertThat(one("SELECT count(*) FROM report.sealed WHERE report = ?", ticket.report().value()))
                .isEqualTo("0");
    }

    @Test
    void draftsNobodyCameBackToAreSwept() {
        Ticket old = Fixtures.draft(telling);
        Ticket young = Fixtures.draft(telling);
        KeyId key = key(old);
        one("UPDATE report.report SET touched_at = now() - interval '15 days' WHERE id = ?", old.report().value());
        one("UPDATE report.report SET touched_at = now() - interval '13 days' WHERE id = ?", young.report().value());

        sweep.run();

        assertThat(telling.resume(old.code())).isEmpty();
        assertThat(vault.holds(key)).isFalse();
        assertThat(telling.resume(young.code())).isPresent();
    }

    @Test
    void whatWasClosedSixYearsAgoIsErased() {
        Ticket ticket = Fixtures.draft(telling);
        sender.send(ticket, Fixtures.submission("members"));
        Fixtures.as(
                Fixtures.person(Fixtures.DESK, org.diogel.kernel.Role.MODERATOR),
                () -> {
                    reports.open(ticket.report(), "triage");
                    reports.close(ticket.report(), reports.get(ticket.report()).version(), "done");
                    return true;
                });
        KeyId key = key(ticket);
        UUID id = ticket.report().value();
        one("UPDATE report.report SET closed_at = now() - interval '5 years 364 days' WHERE id = ?", id);
        sweep.run();
        assertThat(telling.resume(ticket.code())).isPresent();
        one("UPDATE report.report SET closed_at = now() - interval '6 years 1 day' WHERE id = ?", id);
        sweep.run();
        assertThat(telling.resume(ticket.code())).isEmpty();
        assertThat(vault.holds(key)).isFalse();
    }

    @Test
    void erasingWaitsSevenDaysAndThenLeavesNothingReadable() {
        Ticket ticket = Fixtures.draft(telling);
        sender.send(ticket, Fixtures.withSecond("three made-up words", "members"));
        Ticket second = receipts.prove(ticket, " three made-up words ").orElseThrow();
        KeyId key = key(ticket);
        UUID id = ticket.report().value();
        byte[] sealed = sealed(id);

        assertThat(receipts.delete(second)).isTrue();
        sweep.run();
        assertThat(vault.holds(key)).as("quiet days").isTrue();
        assertThat(receipts.get(ticket).eraseAfter()).isNotNull();
        one("UPDATE report.report SET erase_after = now() WHERE id = ?", id);
        sweep.run();

        assertThat(one("SELECT count(*) FROM report.report WHERE id = ?", id)).isEqualTo("0");
        assertThat(one("SELECT count(*) FROM report.sealed WHERE report = ?", id)).isEqualTo("0");
        assertThat(one("SELECT count(*) FROM report.gone WHERE key_id = ?", key.value())).isEqualTo("0");
        assertThatThrownBy(
                        () -> vault.open(key, new org.diogel.vault.Place("report.sealed", id, "narrative"), sealed))
                .isInstanceOf(KeyGone.class);
        assertThat(telling.resume(ticket.code())).isEmpty();
    }

    @Test
    void aKillBetweenRowsAndKeyIsMadeGoodByTheNextSweep() {
        Ticket ticket = Fixtures.draft(telling);
        KeyId key = key(ticket);
        one("UPDATE report.report SET touched_at = now() - interval '15 days' WHERE id = ?", ticket.report().value());
        org.diogel.kernel.Acting.run(
                new org.diogel.kernel.Actor.Task("sweep"), "retention", sweep::eraseRows);
        assertThat(vault.holds(key)).isTrue();
        assertThat(telling.resume(ticket.code())).isEmpty();

        sweep.run();

        assertThat(vault.holds(key)).isFalse();
    }

    @Test
    void sheCanKeepItAfterAllButSharingStaysStopped() {
        Ticket ticket = Fixtures.draft(telling);
        sender.send(ticket, Fixtures.withSecond("three made-up words", "members"));
        Ticket second = receipts.prove(ticket, "three made-up words").orElseThrow();
        receipts.delete(second);
        receipts.keep(second);
        one("UPDATE report.report SET touched_at = now() - interval '90 days' WHERE id = ?", ticket.report().value());
        sweep.run();

        Receipt receipt = receipts.get(ticket);
        assertThat(receipt.eraseAfter()).isNull();
        assertThat(receipt.stopped()).isTrue();
        receipts.choose(second, Set.of("members"), Lang.EN, receipts.told(second).seen());
        assertThat(receipts.get(ticket).stopped()).isFalse();
    }

    @Test
    void theCodeAloneStopsAndAddsAndNeverReads() {
        Ticket ticket = Fixtures.draft(telling);
        sender.send(ticket, Fixtures.withSecond("three made-up words", "members"));
        Ticket code = telling.resume(ticket.code()).orElseThrow();

        receipts.add(code, "something more");
        receipts.stop(code);
        assertThat(receipts.get(code).stopped()).isTrue();
        assertThat(receipts.get(code).messages()).isEmpty();
        assertThatThrownBy(() -> receipts.told(code)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> receipts.delete(code)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> receipts.choose(code, Set.of("members"), Lang.EN, ""))
                .isInstanceOf(IllegalStateException.class);
        assertThat(receipts.prove(code, "wrong words here")).isEmpty();

        Told told = receipts.told(receipts.prove(code, "three made-up words").orElseThrow());
        assertThat(told.answers()).isEqualTo(new Answers(STORY));
        assertThat(told.additions()).extracting(Addition::text).containsExactly("something more");
        assertThat(told.agreements()).isEmpty();
    }

    private static KeyId key(Ticket ticket) {
        return new KeyId(
                UUID.fromString(
                        one("SELECT key_id FROM report.report WHERE id = ?", ticket.report().value())));
    }

    private static byte[] sealed(UUID report) {
        return java.util.HexFormat.of()
                .parseHex(
                        one(
                                "SELECT encode(bytes, 'hex') FROM report.sealed WHERE part = 'narrative' AND report = ?",
                                report));
    }
}
