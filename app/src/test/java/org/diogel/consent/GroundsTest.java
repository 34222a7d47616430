package org.diogel.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.access.Grant;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Her agreement and the ground in law, apart: what the ledger says of each, and that nothing goes
/// without one. DOMAIN §4.2.
@WebTest
class GroundsTest {

    private static final byte[] DIGEST = new byte[32];
    private static final Overriding CHILD =
            new Overriding(
                    "duty-child",
                    "child",
                    "An Act of example",
                    "unsafe",
                    new Basis("legal-duty", "safeguarding", "offence-safeguarding", null));

    @Autowired Consents consents;
    @Autowired Access access;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    private final UUID subject = UUID.randomUUID();
    private final AgencyId desk = new AgencyId(UUID.randomUUID());
    private final Actor trusted = new Actor.Holder(subject, true);
    private final Actor.Person moderator = person(Role.MODERATOR);
    private final Actor.Person lead = person(Role.SAFEGUARDING_LEAD);

    @BeforeEach
    void desk() {
        as(
                new Actor.Task("set-up"),
                () -> {
                    access.addAgency(new Agency(desk, "Prosiect Sail", "project"));
                    access.give(new Grant("report", subject, desk, "answering", "sent to the desk", null));
                    return true;
                });
    }

    @Test
    void anAgreementSaysWhatForWhichDataHowAndUntilWhen() {
        Instant until = Instant.now().plus(Duration.ofDays(90));
        agree(trusted, Given.HERSELF, until, "members", "police-gwent");
        List<Agreement> now = as(trusted, () -> consents.current(subject));
        assertThat(now)
                .extracting(Agreement::purpose, Agreement::data)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("WARNINGS", List.of("danger", "offence")),
                        org.assertj.core.groups.Tuple.tuple(
                                "DETAILS",
                                List.of("person", "account", "files", "special", "offence")));
        assertThat(now)
                .allSatisfy(
                        one -> {
                            assertThat(one.spoken()).isFalse();
                            assertThat(one.until()).isCloseTo(until, within());
                        });
    }

    @Test
    void whatWasSaidToAWorkerNamesHerAsTheWitnessAndNobodyElse() {
        agree(moderator, Given.spokenTo(moderator.account()), null, "members");
        assertThat(as(trusted, () -> consents.current(subject)))
                .singleElement()
                .matches(Agreement::spoken);
        assertThat(one("SELECT witness::text FROM consent.statement WHERE subject = '" + subject + "'"))
                .isEqualTo(moderator.account().value().toString());
        assertThatThrownBy(
                        () -> agree(moderator, Given.spokenTo(lead.account()), null, "members"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> agree(moderator, Given.HERSELF, null, "members"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void eachStatementNamesTheOneItReplaces() {
        agree(trusted, Given.HERSELF, null, "members");
        agree(trusted, Given.HERSELF, null, "checker");
        // The code alone, which may not read what it replaces.
        as(new Actor.Holder(subject, false), this::withdraw);
        assertThat(
                        one(
                                """
                                SELECT string_agg(coalesce(b.number::text, 'none'), ' ' ORDER BY s.number)
                                       = 'none ' || string_agg(s.number::text, ' ' ORDER BY s.number)
                                         FILTER (WHERE s.act = 'recorded')
                                  FROM consent.statement s LEFT JOIN consent.statement b ON b.id = s.supersedes
                                 WHERE s.subject = '%s'
                                """
                                        .formatted(subject)))
                .isEqualTo("t");
    }

    @Test
    void whatEndedByItselfIsAgreedNoLonger() {
        agree(trusted, Given.HERSELF, Instant.now().minusSeconds(1), "members");
        assertThat(as(trusted, () -> consents.current(subject))).isEmpty();
        assertThatThrownBy(() -> as(moderator, this::send)).isInstanceOf(NotAgreed.class);
        // Nor past the checks of the program.
        assertThatThrownBy(() -> as(moderator, () -> insert(newest(), "NULL, NULL, NULL")))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatWentNamesTheAgreementItRestsOn() {
        agree(trusted, Given.HERSELF, null, "members");
        as(moderator, this::send);
        UUID statement = as(trusted, this::newest);
        assertThat(as(trusted, () -> consents.disclosures(subject)))
                .singleElement()
                .satisfies(
                        gone -> {
                            assertThat(gone.statement()).isEqualTo(statement);
                            assertThat(gone.ground()).isNull();
                            assertThat(gone.data()).containsExactly("danger", "offence");
                            assertThat(gone.agency()).isEqualTo(desk.value());
                            // No protocol covers this desk, and the ledger does not make one up.
                            assertThat(gone.basis()).isNull();
                        });
    }

    @Test
    void whatWentWithoutHerAgreementNamesWhoDecidedWhyAndOnWhichLaw() {
        UUID reference = UUID.randomUUID();
        as(
                lead,
                () -> {
                    consents.disclosedUnderDuty(
                            subject, "council", CHILD, reference, DIGEST, Instant.now());
                    return true;
                });
        assertThat(as(lead, () -> consents.disclosures(subject)))
                .singleElement()
                .satisfies(
                        gone -> {
                            assertThat(gone.statement()).isNull();
                            assertThat(gone.ground()).isEqualTo("duty-child");
                            assertThat(gone.reason()).isEqualTo("child");
                            assertThat(gone.source()).isEqualTo("An Act of example");
                            assertThat(gone.told()).isFalse();
                            assertThat(gone.notTold()).isEqualTo("unsafe");
                            assertThat(gone.basis()).isEqualTo(CHILD.basis());
                        });
        assertThat(
                        one(
                                "SELECT account::text FROM consent.disclosure WHERE reference = '"
                                        + reference
                                        + "'"))
                .isEqualTo(lead.account().value().toString());
        assertThat(as(trusted, () -> consents.disclosures(subject))).isEmpty();
    }

    /// ground, reason, source; statement before them: none of it with a ground that names itself.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NULL, NULL, NULL",
                "NULL, 'child', 'An Act of example'",
                "'duty-child', NULL, 'An Act of example'",
                "'duty-child', 'child', NULL"
            })
    void theDatabaseTakesNothingThatWentWithoutAGround(String ground) {
        agree(trusted, Given.HERSELF, null, "members");
        for (Actor actor : List.of(moderator, lead)) {
            assertThatThrownBy(() -> as(actor, () -> insert(null, ground)))
                    .isInstanceOf(DataAccessException.class);
        }
        // Nor as the owner of the database, whom no policy stops.
        assertThatThrownBy(
                        () ->
                                one(
                                        """
                                        INSERT INTO consent.disclosure (subject, recipient, what, reference,
                                            excerpt_digest, kind, account, agency, went_at, ground, reason, source)
                                        VALUES ('%s', 'members', 'warning', gen_random_uuid(),
                                            decode(repeat('00', 32), 'hex'), 'person', gen_random_uuid(),
                                            gen_random_uuid(), NULL, %s)
                                        """
                                                .formatted(subject, ground)))
                .hasMessageContaining("disclosure_");
    }

    @Test
    void nothingRestsOnAnAgreementOfAnotherReportOrAnEarlierOne() {
        agree(trusted, Given.HERSELF, null, "members");
        UUID first = as(trusted, this::newest);
        agree(trusted, Given.HERSELF, null, "checker");
        for (UUID statement : List.of(first, as(trusted, this::newest), UUID.randomUUID())) {
            assertThatThrownBy(() -> as(moderator, () -> insert(statement, "NULL, NULL, NULL")))
                    .isInstanceOf(DataAccessException.class);
        }
        agree(trusted, Given.HERSELF, null, "members");
        as(moderator, () -> insert(newest(), "NULL, NULL, NULL"));
    }

    private static org.assertj.core.data.TemporalUnitOffset within() {
        return org.assertj.core.api.Assertions.within(1, java.time.temporal.ChronoUnit.SECONDS);
    }

    private void agree(Actor who, Given given, Instant until, String... recipients) {
        as(
                who,
                () -> {
                    consents.record(
                            subject,
                            Set.of(recipients).stream()
                                    .collect(java.util.stream.Collectors.toMap(r -> r, _ -> DIGEST)),
                            Lang.EN,
                            "1",
                            given,
                            until);
                    return true;
                });
    }

    private boolean send() {
        consents.requireStill(subject, "members");
        consents.disclosed(
                subject, "members", "warning", UUID.randomUUID(), consents.mark(subject, DIGEST));
        return true;
    }

    private boolean withdraw() {
        consents.withdrawAll(subject);
        return true;
    }

    private UUID newest() {
        return jdbc.sql(
                        """
                        SELECT id FROM consent.statement WHERE subject = :subject
                         ORDER BY number DESC LIMIT 1
                        """)
                .param("subject", subject)
                .query(UUID.class)
                .single();
    }

    private boolean insert(UUID statement, String ground) {
        return jdbc.sql(
                                """
                                INSERT INTO consent.disclosure (subject, recipient, what, reference,
                                    excerpt_digest, kind, account, agency, statement, ground, reason, source)
                                VALUES (:subject, 'members', 'warning', gen_random_uuid(),
                                    decode(repeat('00', 32), 'hex'),
                                    context.kind(), context.account(), context.agency(), :statement,
                                """
                                        + ground
                                        + ")")
                        .param("subject", subject)
                        .param("statement", statement, java.sql.Types.OTHER)
                        .update()
                == 1;
    }

    private Actor.Person person(Role role) {
        return new Actor.Person(new AccountId(UUID.randomUUID()), desk, Set.of(role));
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(
                actor, "testing", () -> new TransactionTemplate(transactions).execute(_ -> work.get()));
    }

    private static String one(String sql) {
        try (var connection = TestDatabase.superuser();
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
