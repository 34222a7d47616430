package org.diogel.report;

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
import org.springframework.stereotype.Component;

/// Slows guessing of codes and of second secrets. A right answer gives its try back, so nobody who
/// knows her code ever meets this. In memory: addresses are never stored.
///
/// Codes: 15 tries at once from one network, one more every 30 seconds; 2,000 at once from all
/// networks together, 20 more a second. Second secrets: 5 a report and network, one more every three
/// minutes; 30 a report from everywhere, one more every minute.
@Component
class Guesses {

    private static final int MOST = 20_000;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);
    private final TimeMeter time;

    Guesses(Clock clock) {
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

    /// @throws TooMany when the budget is spent
    void spendCode(String address) {
        spend("code|" + network(address), 15, Duration.ofSeconds(30));
        spend("code", 2_000, Duration.ofMillis(50));
    }

    void codeWasRight(String address) {
        giveBack("code|" + network(address));
        giveBack("code");
    }

    /// @throws TooMany when the budget is spent
    void spendSecond(ReportId report, String address) {
        spend("second|" + report + "|" + network(address), 5, Duration.ofMinutes(3));
        spend("second|" + report, 30, Duration.ofMinutes(1));
    }

    void secondWasRight(ReportId report, String address) {
        giveBack("second|" + report + "|" + network(address));
        giveBack("second|" + report);
    }

    private synchronized void spend(String key, int tries, Duration refill) {
        Bucket bucket = buckets.computeIfAbsent(key, k -> bucket(tries, refill));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        // The one longest unused goes: somebody with many networks still meets the common budget.
        Iterator<String> oldest = buckets.keySet().iterator();
        while (buckets.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
        if (!probe.isConsumed()) {
            throw new TooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
        }
    }

    private synchronized void giveBack(String key) {
        Bucket bucket = buckets.get(key);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    private Bucket bucket(int tries, Duration refill) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder().capacity(tries).refillGreedy(1, refill).build())
                .withCustomTimePrecision(time)
                .build();
    }

    /// One household has a whole /64 of IPv6 addresses: they count as one.
    private static String network(String address) {
        String[] parts = address.split(":", -1);
        return parts.length < 5 || address.contains("::ffff:")
                ? address
                : String.join(":", parts[0], parts[1], parts[2], parts[3]);
    }
}
