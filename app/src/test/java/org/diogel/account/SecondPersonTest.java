package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.WebTest;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.web.NotHere;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever is invited anew is no second person for it: she is signed out and could not, and nobody may
/// be told that it waits for her.
@WebTest
class SecondPersonTest {
    @Autowired ApplicationContext app;
    @Autowired People directory;
    @Autowired Invitations invitations;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    private Actor.Person administrator;
    private Actor.Person officer;
    private UUID invitation;

    @BeforeEach
    void theOfficerIsInvitedAnew() {
        TestPeople people = new TestPeople(app);
        AgencyId agency = people.agency("Prosiect Ail Berson " + System.nanoTime());
        Somebody asking = people.somebody(agency, Role.ADMINISTRATOR);
        Somebody invited = people.somebody(agency, Role.DATA_PROTECTION_OFFICER);
        administrator = new Actor.Person(asking.id(), agency, Set.of(Role.ADMINISTRATOR));
        officer = new Actor.Person(invited.id(), agency, Set.of(Role.DATA_PROTECTION_OFFICER));
        Invitations.Made made = as(administrator, () -> invitations.inviteAgain(invited.id()));
        assertThat(made.waits()).as("she is somebody else than whoever asked").isTrue();
        invitation = made.id();
    }

    @Test
    void nobodyIsToldThatItWaitsForHer() {
        assertThat(as(administrator, () -> directory.confirmers(Optional.empty())))
                .hasSize(
                        1
                                + as(
                                                administrator,
                                                () ->
                                                        directory.confirmers(
                                                                Optional.of(officer.account())))
                                        .size());
    }

    @Test
    void sheCannotConfirmIt() {
        assertThatThrownBy(
                        () ->
                                as(
                                        officer,
                                        () -> {
                                            directory.confirm(invitation);
                                            return true;
                                        }))
                .isInstanceOf(NotHere.class);
        int written =
                as(
                        officer,
                        () ->
                                new TransactionTemplate(transactions)
                                        .execute(
                                                _ ->
                                                        jdbc.sql(
                                                                        "UPDATE account.invitation SET confirmed_by = :by WHERE id = :id")
                                                                .param("id", invitation)
                                                                .param("by", officer.account().value())
                                                                .update()));
        assertThat(written).as("with every check of the application left out").isZero();
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(actor, "work", work::get);
    }
}
