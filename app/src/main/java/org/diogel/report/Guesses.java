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
import org.diogel.kernel.Network;
import org.diogel.web.TooMany;
import org.springframework.stereotype.Component;

/// Slows guessing of codes and of second secrets, and beginning reports without end. A right answer
/// gives its try back, and what others guess elsewhere never refuses a right code: only wrong tries
/// from her own address or household can make her wait. In memory: addresses are never stored.
///
/// Codes: 15 tries at once from one address or /64, one more every 30 seconds. Of what is wrong, 200
/// at once from one /48, one more every two seconds; 2,000 at once from everywhere together, 20 more
/// a second. Second secrets: 5 a report and address, one more every three minutes; 30 a report from
/// everywhere, one more every minute. Beginning: as [ReportSettings] says, and from one /48 eight
/// times what one address may.
///
/// The narrowest budget is always spent first: whoever has none left there takes nothing from the
/// wider ones.
@Component
class Guesses {

    private static final int MOST = 20_000;
    private static final int HOUSEHOLDS = 8;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);
    private final ReportSettings settings;
    private final TimeMeter time;

    Guesses(ReportSettings settings, Clock clock) {
        this.settings = settings;
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

    /// Before a code is looked up.
    ///
    /// @throws TooMany when the budget is spent
    void spendCode(String address) {
        spend("code|" + Network.near(address), 15, Duration.ofSeconds(30));
    }

    void codeWasRight(String address) {
        giveBack("code|" + Network.near(address));
    }

    /// @throws TooMany when the budget is spent
    void codeWasWrong(String address) {
        spend("code-wide|" + Network.wide(address), 200, Duration.ofSeconds(2));
        spend("code", 2_000, Duration.ofMillis(50));
    }

    /// @throws TooMany when the budget is spent
    void spendSecond(ReportId report, String address) {
        spend("second|" + report + "|" + Network.near(address), 5, Duration.ofMinutes(3));
        spend("second|" + report, 30, Duration.ofMinutes(1));
    }

    void secondWasRight(ReportId report, String address) {
        giveBack("second|" + report + "|" + Network.near(address));
        giveBack("second|" + report);
    }

    /// Before a report is begun.
    ///
    /// @throws TooMany when the budget is spent
    void spendBeginning(String address) {
        int near = settings.beginAtOnce();
        spend("begin|" + Network.near(address), near, Duration.ofSeconds(10));
        spend(
                "begin-wide|" + Network.wide(address),
                HOUSEHOLDS * near,
                Duration.ofSeconds(10).dividedBy(HOUSEHOLDS));
        spend("begin", settings.beginAtOnceEverywhere(), Duration.ofMillis(200));
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
}
