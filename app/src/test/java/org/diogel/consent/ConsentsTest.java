package org.diogel.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.access.Grant;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WebTest
class ConsentsTest {

    private static final Actor SET_UP = new Actor.Task("set-up");
    private static final byte[] DIGEST = new byte[32];

    @Autowired Consents consents;
    @Autowired Access access;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    private final UUID subject = UUID.randomUUID();
    private final Actor holder = new Actor.Holder(subject, false);
    private final Actor trusted = new Actor.Holder(subject, true);
    private final AgencyId desk = new AgencyId(UUID.randomUUID());
    private final AgencyId other = new AgencyId(UUID.randomUUID());
    private Actor moderator;
    private Actor stranger;

    @BeforeEach
    void people() {
        moderator = person(desk);
        stranger = person(other);
        as(
                SET_UP,
                () -> {
                    access.addAgency(new Agency(desk, "Prosiect Enghraifft", "project"));
                    access.addAgency(new Agency(other, "Example Other Project", "project"));
                    grant(subject);
                    return null;
                });
    }

    @Test
    void theNewestStatementCountsAndTheOldOneStays() {
        as(holder, () -> record(subject, Set.of("members")));
        assertThat(as(trusted, () -> consents.current(subject)))
                .singleElement()
                .satisfies(
                        a -> {
                            assertThat(a.recipient()).isEqualTo("members");
                            assertThat(a.choice()).isEqualTo(SharingChoice.WARNING);
                            assertThat(a.lang()).isEqualTo(Lang.CY);
                            assertThat(a.wordsVersion()).isEqualTo("1");
                        });
        as(holder, () -> record(subject, Set.of()));
        assertThat(as(trusted, () -> consents.current(subject))).isEmpty();
        assertThat(as(trusted, () -> count("statement"))).isEqualTo(2);
    }

    @Test
    void nothingIsAgreedUntilSheSaysSo() {
        assertThatThrownBy(() -> as(moderator, () -> send(subject))).isInstanceOf(NotAgreed.class);
        as(holder, () -> record(subject, Set.of()));
        assertThatThrownBy(() -> as(moderator, () -> send(subject))).isInstanceOf(NotAgreed.class);
    }

    @Test
    void nothingGoesThatIsNotMadeFromWhatSheWasShown() {
        as(holder, () -> record(subject, Set.of("members")));
        byte[] another = new byte[32];
        another[31] = 1;
        assertThatThrownBy(
                        () ->
                                as(
                                        moderator,
                                        () -> {
                                            consents.disclosed(
                                                    subject,
                                                    "members",
                                                    "warning",
                                                    UUID.randomUUID(),
                                                    consents.mark(subject, another));
                                            return true;
                                        }))
                .isInstanceOf(NotAgreed.class);
        assertThat(as(moderator, () -> consents.disclosures(subject))).isEmpty();
        as(moderator, () -> send(subject));
    }

    @Test
    void onlyAKnownRecipientCanBeAgreedTo() {
        assertThatThrownBy(() -> as(holder, () -> record(subject, Set.of("police-nowhere"))))
                .isInstanceOf(IllegalArgumentException.class);
        as(holder, () -> record(subject, Set.of("police-gwent", "other-partnerships")));
    }

    @Test
    void whatNothingIsDoneWithYetSaysSo() {
        assertThat(as(holder, consents::listRecipients))
                .hasSize(17)
                .filteredOn(recipient -> !recipient.used())
                .extracting(Recipient::id)
                .containsExactly("this-partnership", "other-partnerships", "statistics");
    }

    @Test
    void takingBackNeedsOnlyTheCodeAndResumingNeedsTheSecondSecret() {
        as(holder, () -> record(subject, Set.of("members")));
        as(holder, () -> withdraw(subject));
        assertThatThrownBy(() -> as(moderator, () -> send(subject))).isInstanceOf(NotAgreed.class);
        assertThatThrownBy(() -> as(holder, () -> record(subject, Set.of("members"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(as(holder, () -> consents.isStopped(subject))).isTrue();

        as(trusted, () -> record(subject, Set.of("members")));
        as(moderator, () -> send(subject));
        assertThat(as(trusted, () -> consents.disclosures(subject))).hasSize(1);
    }

    @Test
    void theCodeAloneReadsNeitherChoicesNorWhatHasGone() {
        as(holder, () -> record(subject, Set.of("members")));
        assertThatThrownBy(() -> as(holder, () -> consents.current(subject)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> as(holder, () -> consents.disclosures(subject)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(as(holder, () -> count("statement"))).isZero();
        assertThat(as(holder, () -> count("agreed"))).isZero();
    }

    @Test
    void noOtherAgencyAndNoOtherHolderSeesARow() {
        as(holder, () -> record(subject, Set.of("members")));
        as(moderator, () -> send(subject));
        Actor neighbour = new Actor.Holder(UUID.randomUUID(), true);
        for (Actor outsider : List.of(stranger, neighbour, new Actor.Anonymous())) {
            for (String table : List.of("subject", "statement", "agreed", "disclosure")) {
                assertThat(as(outsider, () -> count(table))).as(outsider + " " + table).isZero();
            }
        }
        assertThatThrownBy(() -> as(stranger, () -> send(subject))).isInstanceOf(NotAgreed.class);
        assertThat(as(moderator, () -> consents.current(subject))).hasSize(1);
        assertThat(as(moderator, () -> consents.disclosures(subject))).hasSize(1);
    }

    @Test
    void theLedgerTakesRowsAndLosesNone() {
        as(holder, () -> record(subject, Set.of("members")));
        assertThatThrownBy(() -> as(trusted, () -> jdbc.sql("DELETE FROM consent.statement").update()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                        () ->
                                as(
                                        trusted,
                                        () ->
                                                jdbc.sql("UPDATE consent.statement SET lang = 'en'")
                                                        .update()))
                .isInstanceOf(DataAccessException.class);
    }

    /// Two hundred times, taking back and sending meet: whatever went, went before.
    @Test
    void nothingIsEverSentAfterItWasTakenBack() throws Exception {
        int sent = 0;
        int refused = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 200; round++) {
                UUID one = UUID.randomUUID();
                Actor her = new Actor.Holder(one, false);
                as(SET_UP, () -> grant(one));
                as(her, () -> record(one, Set.of("members")));
                var start = new CyclicBarrier(2);
                long lead = round % 4 - 1L;
                Future<Boolean> sending =
                        threads.submit(
                                () -> {
                                    start.await();
                                    Thread.sleep(Math.max(0, lead));
                                    try {
                                        return as(moderator, () -> send(one));
                                    } catch (NotAgreed tooLate) {
                                        return false;
                                    }
                                });
                Future<?> takingBack =
                        threads.submit(
                                () -> {
                                    start.await();
                                    Thread.sleep(Math.max(0, -lead));
                                    return as(her, () -> withdraw(one));
                                });
                takingBack.get();
                if (sending.get()) {
                    sent++;
                    assertThat(as(moderator, () -> wentBefore(one))).as("round " + round).isTrue();
                } else {
                    refused++;
                    assertThat(as(moderator, () -> consents.disclosures(one))).isEmpty();
                }
            }
        }
        assertThat(sent).isPositive();
        assertThat(refused).isPositive();
    }

    private boolean wentBefore(UUID one) {
        return jdbc.sql(
                        """
                        SELECT max(d.at) < min(s.at)
                          FROM consent.disclosure d
                          JOIN consent.statement s ON s.subject = d.subject AND s.act = 'withdrawn'
                         WHERE d.subject = :one
                        """)
                .param("one", one)
                .query(Boolean.class)
                .single();
    }

    private boolean record(UUID one, Set<String> agreed) {
        consents.record(
                one,
                agreed.stream().collect(Collectors.toMap(who -> who, _ -> DIGEST)),
                Lang.CY,
                "1",
                Given.HERSELF,
                null);
        return true;
    }

    private boolean withdraw(UUID one) {
        consents.withdrawAll(one);
        return true;
    }

    private boolean send(UUID one) {
        consents.requireStill(one, "members");
        consents.disclosed(one, "members", "warning", UUID.randomUUID(), consents.mark(one, DIGEST));
        return true;
    }

    private Object grant(UUID one) {
        access.give(new Grant("report", one, desk, "answering", "sent to the desk", null));
        return one;
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM consent." + table).query(Long.class).single();
    }

    private static Actor person(AgencyId agency) {
        return new Actor.Person(
                new AccountId(UUID.randomUUID()), agency, Set.of(Role.MODERATOR));
    }

    private <T> T as(Actor actor, Callable<T> work) {
        return Acting.as(
                actor,
                "testing",
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ -> {
                                            try {
                                                return work.call();
                                            } catch (RuntimeException e) {
                                                throw e;
                                            } catch (Exception e) {
                                                throw new IllegalStateException(e);
                                            }
                                        }));
    }
}
