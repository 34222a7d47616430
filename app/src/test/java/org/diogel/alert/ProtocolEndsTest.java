package org.diogel.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.alert.House.as;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.WebTest;
import org.diogel.access.Covers;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Actor;
import org.diogel.messages.Jobs;
import org.diogel.messages.Messages;
import org.diogel.report.Ticket;
import org.diogel.web.NotHere;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Members of another agency read a warning under a protocol, and no longer than that.
@WebTest
class ProtocolEndsTest {

    @Autowired ApplicationContext app;
    @Autowired Alerts alerts;
    @Autowired Publishing publishing;
    @Autowired Board board;
    @Autowired AlertNews news;
    @Autowired AlertClock clock;
    @Autowired Messages messages;
    @Autowired Jobs jobs;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    private House house;
    private UUID protocol;

    @BeforeEach
    void partnership() throws Exception {
        jobs.stop();
        house = new House(app);
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute("UPDATE access.cover SET ends = now()");
        }
        protocol = Covers.between(app, house.desk, house.far);
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void inTheMomentItEndsTheWarningIsHiddenFromTheOtherAgencyAlone() throws Exception {
        AlertId id = published();
        as(house.farMember, () -> board.open(id));
        assertThat(rows(house.farMember, "SELECT alert FROM alert.content")).contains(id.value());
        Covers.end(protocol);
        assertThatThrownBy(() -> as(house.farMember, () -> board.open(id)))
                .isInstanceOf(NotHere.class);
        assertThat(rows(house.farMember, "SELECT id FROM alert.alert")).doesNotContain(id.value());
        assertThat(rows(house.farMember, "SELECT alert FROM alert.content"))
                .doesNotContain(id.value());
        as(house.member, () -> board.open(id));
    }

    @Test
    void whoeverWouldReadItIsCountedAndToldOnlyUnderAProtocol() throws Exception {
        AlertId id = published();
        assertThat(wanted(id, house.farMember)).isTrue();
        int before = read(AlertClock.TASK, () -> news.audience(id));
        Covers.end(protocol);
        assertThat(wanted(id, house.farMember)).isFalse();
        assertThat(wanted(id, house.member)).isTrue();
        assertThat(read(AlertClock.TASK, () -> news.audience(id))).isEqualTo(before - 1);
        clock.run();
        assertThat(told(id)).contains(house.member.account().value());
        assertThat(told(id)).doesNotContain(house.farMember.account().value());
    }

    private List<UUID> told(AlertId id) {
        return read(AlertClock.TASK, () -> messages.about(id.value())).stream()
                .map(d -> d.account().value())
                .toList();
    }

    private boolean wanted(AlertId id, Actor.Person to) {
        return read(
                new Actor.Task("outbox"), () -> clock.stillWanted(id.value(), to.account()));
    }

    private List<UUID> rows(Actor who, String sql) {
        return read(who, () -> jdbc.sql(sql).query(UUID.class).list());
    }

    private AlertId published() {
        Ticket ticket = house.tell("members");
        AlertId id = as(house.anwen, () -> alerts.start(ticket.report()));
        as(house.anwen, () -> alerts.propose(id, version(id), House.warning()));
        as(house.bethan, () -> publishing.publish(id, version(id)));
        return id;
    }

    private int version(AlertId id) {
        return as(house.anwen, () -> alerts.open(id)).row().version();
    }

    private <T> T read(Actor who, Supplier<T> work) {
        return as(who, () -> new TransactionTemplate(transactions).execute(_ -> work.get()));
    }
}
