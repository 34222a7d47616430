package org.diogel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diogel.WebTest;
import org.diogel.kernel.Actor;
import org.junit.jupiter.api.Test;

/// She takes back while messages about it are being sent: what was handed over has gone and is said to have
/// gone, nothing goes after it, and a slow mail server does not make her wait.
@WebTest
class TakenBackWhileSendingTest extends OutboxFixture {

    @Test
    void whatIsInTheHandsOfAMailServerHasGoneAndTheNextNeverGoes() throws Exception {
        List<UUID> subjects = List.of(queue(carys), queue(carys));
        CountDownLatch going = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        channel.during =
                () -> {
                    going.countDown();
                    await(release);
                };
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> sending =
                    threads.submit(() -> outbox(Optional.of(channel)).drain(Way.MAIL));
            await(going);
            Instant before = Instant.now();
            wanted.set(false);
            List<Cancelled> cancelled = subjects.stream().map(this::takeBack).toList();
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
            release.countDown();
            sending.get();
            assertThat(cancelled).containsExactlyInAnyOrder(new Cancelled(0, 1), new Cancelled(1, 0));
        }
        outbox(Optional.of(channel)).drain(Way.MAIL);
        assertThat(taken).hasSize(1);
        assertThat(subjects)
                .extracting(subject -> only(subject).state())
                .containsExactlyInAnyOrder(Delivery.State.SENT, Delivery.State.CANCELLED);
    }

    /// Sixty times, sending and taking back meet: what she reads of it is what came of it.
    @Test
    void ofSendingAndTakingBackOneComesWhollyFirst() throws Exception {
        List<Integer> gone = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 60; round++) {
                taken.clear();
                UUID subject = queue(carys);
                var start = new CyclicBarrier(2);
                long lead = round % 4 * 2L;
                Future<?> sending =
                        threads.submit(
                                () -> {
                                    start.await();
                                    outbox(Optional.of(channel)).drain(Way.MAIL);
                                    return true;
                                });
                Future<Cancelled> takingBack =
                        threads.submit(
                                () -> {
                                    start.await();
                                    Thread.sleep(lead);
                                    return takeBack(subject);
                                });
                Cancelled said = takingBack.get();
                sending.get();
                assertThat(said.stopped() + said.gone()).as("round " + round).isOne();
                assertThat(taken).as("round " + round).hasSize(said.gone());
                gone.add(said.gone());
            }
        }
        assertThat(gone).contains(1);
    }

    private Cancelled takeBack(UUID subject) {
        return as(new Actor.Holder(origin, false), () -> messages.cancel("fixture", subject));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
