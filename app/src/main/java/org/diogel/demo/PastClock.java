package org.diogel.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// A clock that a piece of work may read as it stood some time ago, so that the demonstration's
/// reports were really sent "three hours ago". Every other thread reads the time as it is.
final class PastClock extends Clock {
    private static final ScopedValue<Duration> AGO = ScopedValue.newInstance();

    private final Clock now;

    PastClock(Clock now) {
        this.now = now;
    }

    static <T, X extends Throwable> T at(Duration ago, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(AGO, ago).call(work);
    }

    @Override
    public Instant instant() {
        return AGO.isBound() ? now.instant().minus(AGO.get()) : now.instant();
    }

    @Override
    public ZoneId getZone() {
        return now.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new PastClock(now.withZone(zone));
    }
}
