package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.report.Fixtures.one;

import java.time.Clock;
import java.util.List;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.vault.KeyId;
import org.diogel.vault.Vault;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;

@WebTest
class SweepTest {

    @Autowired Access access;
    @Autowired Telling telling;
    @Autowired Sender sender;
    @Autowired SweepStore store;
    @Autowired Vault vault;
    @Autowired Aftermath aftermath;
    @Autowired Clock clock;
    @Autowired PlatformTransactionManager transactions;
    @Autowired ApplicationEventPublisher events;

    @Test
    void oneThatCannotBeErasedHoldsUpNoOther() {
        Fixtures.desks(access);
        Ticket stuck = due();
        Ticket first = due();
        Ticket second = due();
        ApplicationEventPublisher listeners =
                event -> {
                    if (event instanceof ReportErased erased
                            && erased.report().equals(stuck.report())) {
                        throw new IllegalStateException("on purpose");
                    }
                    events.publishEvent(event);
                };

        new Sweep(store, vault, aftermath, listeners, clock, new SweepSettings(false),
                List.of(), transactions).run();

        assertThat(vault.holds(key(stuck))).isTrue();
        for (Ticket ticket : new Ticket[] {first, second}) {
            assertThat(telling.resume(ticket.code())).isEmpty();
        }
        one("UPDATE report.report SET erase_after = NULL WHERE id = ?", stuck.report().value());
        assertThat(one("SELECT count(*) FROM report.gone")).isEqualTo("0");
    }

    private Ticket due() {
        Ticket ticket = Fixtures.draft(telling);
        sender.send(ticket, Fixtures.submission("members"));
        one("UPDATE report.report SET erase_after = now() WHERE id = ?", ticket.report().value());
        return ticket;
    }

    private static KeyId key(Ticket ticket) {
        return new KeyId(
                java.util.UUID.fromString(
                        one(
                                "SELECT key_id FROM report.report WHERE id = ?",
                                ticket.report().value())));
    }
}
