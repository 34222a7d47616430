package org.diogel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.access.SharingPurpose;
import org.diogel.account.TestPeople;
import org.diogel.consent.Basis;
import org.diogel.consent.LawfulBases;
import org.diogel.consent.SharingChoice;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.messages.Messages;
import org.diogel.protocol.Terms.Bilingual;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A protocol from its first words to its end, and what its parties may share meanwhile.
@WebTest
class ProtocolsTest {

    @Autowired ApplicationContext app;
    @Autowired Protocols protocols;
    @Autowired ProtocolStore store;
    @Autowired ProtocolClock clock;
    @Autowired Access access;
    @Autowired Messages messages;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    private AgencyId project;
    private AgencyId force;
    private Actor.Person alys;
    private Actor.Person dai;

    @BeforeEach
    void agencies() {
        TestPeople people = new TestPeople(app);
        project = people.agency("Prosiect " + System.nanoTime());
        force = people.agency("Heddlu " + System.nanoTime());
        alys = person(project, Role.ADMINISTRATOR);
        dai = person(force, Role.DATA_PROTECTION_OFFICER);
    }

    @Test
    void itsPartiesShareFromTheStartToTheEndAndNothingElse() {
        ProtocolId id = signed(SharingPurpose.INTELLIGENCE);
        assertThat(shares(SharingPurpose.INTELLIGENCE)).as("signed, not begun").isFalse();
        as(dai, () -> protocols.start(id, version(id)));
        assertThat(shares(SharingPurpose.INTELLIGENCE)).isTrue();
        assertThat(shares(SharingPurpose.DETAILS)).as("another purpose").isFalse();
        as(alys, () -> protocols.end(id, version(id), "Not needed any more"));
        assertThat(shares(SharingPurpose.INTELLIGENCE)).isFalse();
        assertThat(read(alys, () -> protocols.events(id))).extracting(ProtocolEvent::what)
                .containsExactly(
                        "drawn-up", "party-put", "party-put", "signed-here", "signed-on-paper", "started",
                        "ended");
    }

    @Test
    void whatAPartyNamedIsItsBasisWhileItIsInForceAndForItsPurposeAlone() {
        var bases = app.getBean(LawfulBases.class);
        ProtocolId id = signed(SharingPurpose.DETAILS);
        assertThat(read(alys, () -> bases.of(project, SharingChoice.POLICE))).as("not begun").isEmpty();
        as(dai, () -> protocols.start(id, version(id)));
        Basis basis = read(alys, () -> bases.of(project, SharingChoice.POLICE)).orElseThrow();
        assertThat(basis)
                .isEqualTo(new Basis("public-task", "safeguarding", "offence-safeguarding", id.value()));
        assertThat(bases.cite(basis))
                .startsWith("UK GDPR Article 6(1)(e); ")
                .contains("Article 9(2)(g)", "Article 10");
        assertThat(read(alys, () -> bases.of(project, SharingChoice.WARNING))).isEmpty();
        as(alys, () -> protocols.end(id, version(id), "Not needed any more"));
        assertThat(read(alys, () -> bases.of(project, SharingChoice.POLICE))).as("ended").isEmpty();
    }

    @Test
    void outsideItsDaysNothingIsShared() throws Exception {
        ProtocolId id = signed(SharingPurpose.WARNINGS);
        as(dai, () -> protocols.start(id, version(id)));
        for (String days : List.of("begins = now() + interval '1 second'", "ends = now()")) {
            sql("UPDATE access.cover SET " + days + " WHERE protocol = '" + id + "'");
            assertThat(shares(SharingPurpose.WARNINGS)).as(days).isFalse();
            sql("UPDATE access.cover SET begins = now() - interval '1 day', ends = now() + interval '1 day'"
                    + " WHERE protocol = '" + id + "'");
            assertThat(shares(SharingPurpose.WARNINGS)).isTrue();
        }
    }

    @Test
    void whoeverDrewItUpDoesNotBringItIntoForce() {
        ProtocolId id = signed(SharingPurpose.WARNINGS);
        assertThatThrownBy(() -> as(alys, () -> protocols.start(id, version(id))))
                .isInstanceOf(NotYet.class);
        assertThat(shares(SharingPurpose.WARNINGS)).isFalse();
    }

    /// The database says so too.
    @Test
    void theTableRefusesWhoeverDrewItUp() {
        ProtocolId id = signed(SharingPurpose.WARNINGS);
        assertThatThrownBy(
                        () ->
                                read(
                                        alys,
                                        () ->
                                                store.start(
                                                        id,
                                                        version(id),
                                                        alys.account(),
                                                        Instant.now())))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aChangeTakesTheSignaturesOut() {
        ProtocolId id = signed(SharingPurpose.WARNINGS);
        as(alys, () -> protocols.change(id, version(id), terms(Set.of(SharingPurpose.DETAILS))));
        assertThat(get(id).parties()).allMatch(p -> p.signature() == null);
        assertThatThrownBy(() -> as(dai, () -> protocols.start(id, version(id))))
                .isInstanceOf(NotYet.class);
        assertThat(Lacking.of(get(id))).contains(Lacking.SIGNATURES, Lacking.SPECIAL);
    }

    @Test
    void whatIsLackingIsNamed() {
        ProtocolId id =
                as(
                        alys,
                        () ->
                                protocols.drawUp(
                                        new Terms(
                                                new Bilingual("Only English", ""),
                                                both("why"),
                                                both("kept"),
                                                Set.of(SharingPurpose.WARNINGS),
                                                today(),
                                                today(),
                                                today(),
                                                Terms.Levels.NONE)));
        as(alys, () -> protocols.putParty(id, version(id), new Party(project, "vital", null, null, "Post", null)));
        assertThat(Lacking.of(get(id)))
                .containsExactly(
                        Lacking.WELSH, Lacking.PARTIES, Lacking.OFFENCE, Lacking.SIGNATURES);
    }

    @Test
    void fromAnOldPageNothingIsChanged() {
        ProtocolId id = signed(SharingPurpose.WARNINGS);
        int shown = version(id);
        as(dai, () -> protocols.change(id, shown, terms(Set.of(SharingPurpose.CHECKS))));
        assertThatThrownBy(
                        () -> as(alys, () -> protocols.change(id, shown, terms(Set.of(SharingPurpose.DETAILS)))))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> as(dai, () -> protocols.start(id, shown))).isInstanceOf(RuntimeException.class);
        assertThat(get(id).terms().purposes()).containsExactly(SharingPurpose.CHECKS);
    }

    @Test
    void aDraftIsSeenByWhoeverDrawsUpAndTheRegisterByEverybody() {
        ProtocolId id = signed(SharingPurpose.WARNINGS);
        assertThatThrownBy(() -> as(new Actor.Anonymous(), () -> protocols.get(id)))
                .isInstanceOf(NotHere.class);
        assertThatThrownBy(
                        () -> as(person(project, Role.MODERATOR), () -> protocols.get(id)))
                .isInstanceOf(NotHere.class);
        as(dai, () -> protocols.start(id, version(id)));
        assertThat(as(new Actor.Anonymous(), () -> protocols.listRegister()))
                .anyMatch(row -> row.id().equals(id));
    }

    @Test
    void nobodyElseWritesWhoMayShare() {
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER))) {
            assertThatThrownBy(
                            () ->
                                    read(
                                            person(project, role),
                                            () ->
                                                    jdbc.sql(
                                                                    "INSERT INTO access.cover VALUES (:p, :a, 'WARNINGS', now(), now())")
                                                            .param("p", UUID.randomUUID())
                                                            .param("a", project.value())
                                                            .update()))
                    .as(role.name())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void twoMonthsBeforeItsReviewItsOfficersAreToldOnce() throws Exception {
        TestPeople people = new TestPeople(app);
        var officer = people.somebody(force, Role.DATA_PROTECTION_OFFICER);
        ProtocolId id = signed(SharingPurpose.WARNINGS);
        as(dai, () -> protocols.start(id, version(id)));
        clock.run();
        assertThat(told(id)).isEmpty();
        sql("UPDATE protocol.protocol SET review_on = current_date + 40 WHERE id = '" + id + "'");
        clock.run();
        clock.run();
        assertThat(told(id)).containsOnlyOnce(officer.id());
    }

    private List<AccountId> told(ProtocolId id) {
        return read(ProtocolClock.TASK, () -> messages.about(id.value())).stream()
                .map(d -> d.account())
                .toList();
    }

    /// Drawn up by Alys, signed for both, not begun.
    private ProtocolId signed(SharingPurpose purpose) {
        ProtocolId id = as(alys, () -> protocols.drawUp(terms(Set.of(purpose))));
        for (AgencyId agency : List.of(project, force)) {
            boolean special = purpose == SharingPurpose.INTELLIGENCE || purpose == SharingPurpose.DETAILS;
            as(
                    alys,
                    () ->
                            protocols.putParty(
                                    id,
                                    version(id),
                                    new Party(
                                            agency,
                                            "public-task",
                                            special ? "safeguarding" : null,
                                            "offence-safeguarding",
                                            "Officer",
                                            null)));
        }
        for (AgencyId agency : List.of(project, force)) {
            as(alys, () -> protocols.sign(id, version(id), agency, today(), "Somebody Made-up", "Head"));
        }
        return id;
    }

    private Terms terms(Set<SharingPurpose> purposes) {
        return new Terms(
                both("title"),
                both("why"),
                both("kept"),
                purposes,
                today().minusDays(1),
                today().plusMonths(6),
                today().plusYears(1),
                new Terms.Levels(2, 20));
    }

    private static Bilingual both(String words) {
        return new Bilingual(words, words);
    }

    private LocalDate today() {
        return protocols.today();
    }

    private boolean shares(SharingPurpose purpose) {
        return as(alys, () -> access.mayShare(project, force, purpose));
    }

    private ProtocolRow get(ProtocolId id) {
        return as(alys, () -> protocols.get(id));
    }

    private int version(ProtocolId id) {
        return get(id).version();
    }

    private static void sql(String statement) throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private <T> T read(Actor who, Supplier<T> work) {
        return as(who, () -> new TransactionTemplate(transactions).execute(_ -> work.get()));
    }

    private static <T> T as(Actor who, Supplier<T> work) {
        return Acting.as(who, "testing", work::get);
    }

    private static void as(Actor who, Runnable work) {
        Acting.run(who, "testing", work);
    }

    private static Actor.Person person(AgencyId agency, Role role) {
        return new Actor.Person(new AccountId(UUID.randomUUID()), agency, Set.of(role));
    }
}
