package org.diogel.account;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diogel.web.TooMany;

/// How many tries one key has, refilled slowly. Kept in memory: a restart gives everybody a new
/// budget, which a guesser cannot cause.
final class Budgets {
    static final int MOST_KEYS = 50_000;

    /// The one longest unused comes first.
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);
    private final int tries;
    private final Duration refill;
    private final TimeMeter time;

    /// @param tries at once @param refill time after which one more try is allowed
    Budgets(int tries, Duration refill, Clock clock) {
        this.tries = tries;
        this.refill = refill;
        this.time =
                new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return clock.millis() * 1_000_000L;
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return true;
                    }
                };
    }

    /// Takes one try. When there are too many keys the one longest unused is forgotten: a flood may
    /// win a few tries by that, and never costs anybody else theirs.
    ///
    /// @throws TooMany when none is left, with the seconds until the next
    synchronized void spend(String key) {
        ConsumptionProbe probe =
                buckets.computeIfAbsent(key, k -> bucket()).tryConsumeAndReturnRemaining(1);
        Iterator<String> oldest = buckets.keySet().iterator();
        while (buckets.size() > MOST_KEYS) {
            oldest.next();
            oldest.remove();
        }
        if (!probe.isConsumed()) {
            throw new TooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
        }
    }

    /// Gives a try back: it was no guess.
    synchronized void giveBack(String key) {
        Bucket bucket = buckets.get(key);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder().capacity(tries).refillGreedy(1, refill).build())
                .withCustomTimePrecision(time)
                .build();
    }
}
