package org.diogel.trust;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.diogel.trust.Teller.Report;

/// Many people who tell at the same time, and a book of what each was told.
final class Writers implements AutoCloseable {

    /// What somebody was promised. @param code on her receipt
    record Promise(Report report, String code) {}

    final Map<UUID, Report> tried = new ConcurrentHashMap<>();
    final Queue<Promise> promised = new ConcurrentLinkedQueue<>();
    final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
    final AtomicInteger broken = new AtomicInteger();

    private final int port;
    private final int everyHowManyWithSecond;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    /// @param everyHowManyWithSecond one in so many sets a second secret
    Writers(int port, int everyHowManyWithSecond) {
        this.port = port;
        this.everyHowManyWithSecond = everyHowManyWithSecond;
    }

    Writers start(int many) {
        for (int i = 0; i < many; i++) {
            int seed = i;
            threads.add(Thread.ofVirtual().start(() -> write(new Random(seed))));
        }
        return this;
    }

    /// Until so many more have their code.
    void awaitMore(int more) throws InterruptedException {
        int wanted = promised.size() + more;
        long patience = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (promised.size() < wanted) {
            if (System.nanoTime() > patience || !faults.isEmpty()) {
                throw new AssertionError("The writers are stuck", faults.peek());
            }
            Thread.sleep(5);
        }
    }

    private void write(Random random) {
        Teller teller = new Teller(port);
        while (!stopped) {
            Report report = next(random);
            boolean pressed = false;
            try {
                teller.write(report);
                tried.put(report.key(), report);
                pressed = true;
                promised.add(new Promise(report, teller.send(report)));
            } catch (IOException cut) {
                broken.incrementAndGet();
                breathe();
                if (pressed) {
                    sendAgain(teller, report);
                }
            } catch (RuntimeException | AssertionError fault) {
                faults.add(fault);
                return;
            }
        }
        teller.close();
    }

    /// She does not know whether it went, and presses the button again once the page answers. (What
    /// was cut off while it was written stays the draft it is.)
    private void sendAgain(Teller teller, Report report) {
        while (!stopped) {
            try {
                breathe();
                Answer answer = teller.press(report);
                if (answer.status() == 303) {
                    promised.add(new Promise(report, teller.acknowledged()));
                }
                if (answer.status() < 500) {
                    return;
                }
            } catch (IOException notYet) {
                // Still gone.
            } catch (RuntimeException | AssertionError fault) {
                faults.add(fault);
                return;
            }
        }
    }

    private static void breathe() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Report next(Random random) {
        StringBuilder words = new StringBuilder("It happened so: ");
        for (int i = 0; i < 60; i++) {
            words.append(Long.toString(random.nextLong() & Long.MAX_VALUE, 36)).append(' ');
        }
        boolean second = random.nextInt(everyHowManyWithSecond) == 0;
        return new Report(
                UUID.randomUUID(), words.toString().strip(), second ? "words of " + random.nextInt() : "");
    }

    /// Every writer finishes the report it is at.
    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join(Duration.ofMinutes(2));
        }
    }
}
