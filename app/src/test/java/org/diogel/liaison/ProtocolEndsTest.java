package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.liaison.Village.as;

import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.access.Covers;
import org.diogel.access.SharingPurpose;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Actor;
import org.diogel.report.Ticket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What goes to a force's list goes under a protocol, and is seen there no longer than that.
@WebTest
class ProtocolEndsTest extends InVillage {

    private UUID protocol;

    @BeforeEach
    void anotherProtocol() throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute("UPDATE access.cover SET ends = now()");
        }
        protocol = Covers.between(app, village.desk, village.south);
    }

    @Test
    void withoutOneItIsHandedOverByHand() throws Exception {
        Covers.end(protocol);
        Ticket ticket = village.tell(Village.SOUTH);
        PackageId id = pass(ticket, Village.SOUTH);
        assertThat(standing(ticket, id).row().receiver()).isNull();
        assertThat(standing(ticket, id).row().state()).isEqualTo(PackageState.TO_HAND);
        hidden(village.sian, id);
    }

    @Test
    void oneForOnePurposeLetsNothingElseThrough() throws Exception {
        Covers.end(protocol);
        Covers.between(app, Set.of(SharingPurpose.INTELLIGENCE), village.desk, village.south);
        Ticket ticket = village.tell(Village.SOUTH, Village.SOUTH_INTELLIGENCE);
        assertThat(standing(ticket, pass(ticket, Village.SOUTH)).row().receiver()).isNull();
        PackageId anonymous = pass(ticket, Village.SOUTH_INTELLIGENCE);
        assertThat(standing(ticket, anonymous).row().receiver()).isEqualTo(village.south);
        open(anonymous);
    }

    @Test
    void whatWasOpenedIsHiddenInTheMomentItEnds() throws Exception {
        PackageId id = pass(village.tell(Village.SOUTH), Village.SOUTH);
        open(id);
        Covers.end(protocol);
        hidden(village.sian, id);
        assertThat(as(village.sian, () -> inbox.list(false, null).rows())).isEmpty();
    }

    @Test
    void whatNobodyOpenedGoesBackToTheDeskAndIsNotSaidToHaveGone() throws Exception {
        Ticket ticket = village.tell(Village.SOUTH);
        PackageId id = pass(ticket, Village.SOUTH);
        assertThat(disclosed(ticket)).hasSize(1);
        Covers.end(protocol);
        clock.run();
        assertThat(standing(ticket, id).row().state()).isEqualTo(PackageState.TO_HAND);
        assertThat(disclosed(ticket)).isEmpty();
    }

    @Test
    void nobodyGetsAMessageOnceItEnded() throws Exception {
        PackageId id = pass(village.tell(Village.SOUTH), Village.SOUTH);
        assertThat(wanted(id)).isTrue();
        Covers.end(protocol);
        assertThat(wanted(id)).isFalse();
    }

    private boolean wanted(PackageId id) {
        return as(
                new Actor.Task("outbox"),
                () ->
                        Boolean.TRUE.equals(
                                new TransactionTemplate(app.getBean(PlatformTransactionManager.class))
                                        .execute(
                                                _ ->
                                                        clock.stillWanted(
                                                                id.value(), village.sian.account()))));
    }

    private Standing standing(Ticket ticket, PackageId id) {
        return as(village.anwen, () -> passing.open(ticket.report())).packages().stream()
                .filter(p -> p.row().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
