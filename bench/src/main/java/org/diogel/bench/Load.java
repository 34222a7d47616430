package org.diogel.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// People who come when they come, however slow the server is: moments are drawn beforehand, a
/// request counts from the moment it was meant for, and one that had to wait for the one before it
/// counts the wait. Nothing the server delays makes the load lighter.
final class Load {

    /// What somebody does, one request after another.
    interface Journey {
        void go(Pace pace) throws Exception;
    }

    /// More are not sent at once: a server that answers nothing any more has failed.
    private static final int MOST_AT_ONCE = 2_000;

    private static final Duration THINKING = Duration.ofSeconds(1);

    private record Arrival(long at, Journey journey) {}

    private final List<Measured> measured =
            Arrays.stream(Kind.values()).map(_ -> new Measured()).toList();
    final Measured late = new Measured();
    final Queue<String> failures = new ConcurrentLinkedQueue<>();
    final AtomicLong failed = new AtomicLong();

    private final long warmUp;
    private final long end;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final Phaser going = new Phaser(1);
    private long began;

    /// @param warmUp comes first and is not counted
    Load(Duration warmUp, Duration counted) {
        this.warmUp = warmUp.toNanos();
        this.end = this.warmUp + counted.toNanos();
    }

    Measured of(Kind kind) {
        return measured.get(kind.ordinal());
    }

    /// So many a second on average, at moments that know nothing of each other.
    Load add(double aSecond, long seed, Journey journey) {
        Random random = new Random(seed);
        double at = 0;
        while (true) {
            at += -Math.log(1 - random.nextDouble()) / aSecond * 1e9;
            if (at >= end) {
                return this;
            }
            arrivals.add(new Arrival((long) at, journey));
        }
    }

    /// Returns when everybody has gone.
    void run() throws InterruptedException, TimeoutException {
        arrivals.sort(Comparator.comparingLong(Arrival::at));
        began = System.nanoTime();
        long said = 0;
        for (Arrival arrival : arrivals) {
            while (System.nanoTime() - began < arrival.at) {
                LockSupport.parkNanos(arrival.at - (System.nanoTime() - began));
            }
            if (arrival.at - said > 30e9) {
                said = arrival.at;
                System.err.printf(
                        "  %d of %d seconds, %d failed%n",
                        (long) (arrival.at / 1e9), (long) (end / 1e9), failed.get());
            }
            if (room.tryAcquire()) {
                going.register();
                Thread.ofVirtual().start(() -> go(arrival));
            } else {
                fail("not sent: " + MOST_AT_ONCE + " were unanswered");
            }
        }
        int phase = going.arrive();
        going.awaitAdvanceInterruptibly(phase, 180, TimeUnit.SECONDS);
    }

    private void go(Arrival arrival) {
        try {
            arrival.journey.go(new Pace(arrival.at));
        } catch (Exception failure) {
            fail(failure.toString());
        } finally {
            room.release();
            going.arriveAndDeregister();
        }
    }

    private void fail(String why) {
        failed.incrementAndGet();
        if (failures.size() < 10) {
            failures.add(why);
        }
    }

    /// One person's moments.
    final class Pace {
        private long due;
        private long free;

        private Pace(long due) {
            this.due = due;
            this.free = due;
        }

        /// The next request, at its moment or as soon as the one before is answered.
        Answer then(Kind kind, int status, Callable<Answer> request) throws Exception {
            while (now() < due) {
                LockSupport.parkNanos(due - now());
            }
            long start = now();
            boolean counts = due >= warmUp && due < end;
            Answer answer;
            try {
                answer = request.call().expect(status);
            } catch (Exception failure) {
                throw new IllegalStateException(kind.label() + ": " + failure, failure);
            }
            long done = now();
            if (counts) {
                of(kind).add(done - due);
                late.add(start - Math.max(due, free));
            }
            free = done;
            due += THINKING.toNanos();
            return answer;
        }

        private long now() {
            return System.nanoTime() - began;
        }
    }
}
