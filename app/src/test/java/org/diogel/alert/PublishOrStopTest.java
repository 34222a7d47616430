package org.diogel.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.alert.House.as;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diogel.WebTest;
import org.diogel.consent.Consents;
import org.diogel.report.Receipts;
import org.diogel.report.Ticket;
import org.diogel.web.Stale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WebTest
class PublishOrStopTest {

    @Autowired ApplicationContext app;
    @Autowired Alerts alerts;
    @Autowired Publishing publishing;
    @Autowired Receipts receipts;
    @Autowired Consents consents;

    /// Sixty times, publishing and taking back meet: exactly one wins, and nothing stays out.
    @Test
    void publishingAndTakingBackNeverBothWin() throws Exception {
        House house = new House(app);
        int before = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 60; round++) {
                Ticket ticket = house.tell("members");
                AlertId id = as(house.anwen, () -> alerts.start(ticket.report()));
                as(house.anwen, () -> alerts.propose(id, 1, House.warning()));
                int version = row(house, id).version();
                var start = new CyclicBarrier(2);
                int lead = round % 3 * 4;
                Future<Boolean> publish =
                        threads.submit(
                                () -> {
                                    start.await();
                                    try {
                                        return as(house.bethan, () -> publishing.publish(id, version))
                                                instanceof Outcome.Done;
                                    } catch (Stale stopped) {
                                        return false;
                                    }
                                });
                Future<?> stop =
                        threads.submit(
                                () -> {
                                    start.await();
                                    Thread.sleep(lead);
                                    receipts.stop(ticket);
                                    return true;
                                });
                stop.get();
                boolean went = publish.get();
                before += went ? 1 : 0;
                assertThat(row(house, id).state()).isEqualTo(AlertState.WITHDRAWN);
                assertThat(disclosed(house, ticket)).isEqualTo(went ? 1 : 0);
            }
        }
        assertThat(before).isBetween(1, 60);
    }

    private int disclosed(House house, Ticket ticket) {
        return as(house.anwen, () -> consents.disclosures(ticket.report().value())).size();
    }

    private AlertRow row(House house, AlertId id) {
        return as(house.anwen, () -> alerts.open(id)).row();
    }
}
