package org.diogel.evidence;

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

/// How fast files may come, so that nobody fills the disk by beginning one report after another. From
/// one address or household as [EvidenceSettings#megabytesAtOnce] says, one more megabyte every twenty
/// seconds; from everywhere together ten times that, one more every two seconds. What is sent counts,
/// whether or not it is taken. In memory: addresses are never stored.
@Component
class Pace {

    private static final int MOST = 20_000;
    private static final int EVERYWHERE = 10;
    private static final Duration NEAR = Duration.ofSeconds(20);
    private static final Duration WIDE = Duration.ofSeconds(2);

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);
    private final EvidenceSettings settings;
    private final TimeMeter time;

    Pace(EvidenceSettings settings, Clock clock) {
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

    /// Before a file is read.
    ///
    /// @param bytes of the whole form; negative where it does not say
    /// @throws TooMany when the budget is spent
    void spend(String address, long bytes) {
        int most = settings.fileMegabytes() + 1;
        long said = bytes < 0 ? most : bytes / EvidenceSettings.MEGABYTE + 1;
        int megabytes = (int) Math.min(most, said);
        int near = Math.max(most, settings.megabytesAtOnce());
        spend("near|" + Network.near(address), near, NEAR, megabytes);
        spend("everywhere", EVERYWHERE * near, WIDE, megabytes);
    }

    private synchronized void spend(String key, int most, Duration refill, int megabytes) {
        Bucket bucket = buckets.computeIfAbsent(key, k -> bucket(most, refill));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(megabytes);
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

    private Bucket bucket(int most, Duration refill) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder().capacity(most).refillGreedy(1, refill).build())
                .withCustomTimePrecision(time)
                .build();
    }
}
