package org.diogel.contest;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diogel.kernel.Network;
import org.diogel.web.TooMany;
import org.springframework.stereotype.Component;

/// Slows whoever asks without end: ten requests or codes at once from one address or household, one
/// more every minute; three hundred at once from everywhere, one more every two seconds. In memory:
/// addresses are never stored.
@Component
class AskLimits {

    private static final int MOST = 10_000;

    private final Map<String, Bucket> near = new LinkedHashMap<>(64, 0.75f, true);
    private final Bucket everywhere = bucket(300, Duration.ofSeconds(2));

    /// @throws TooMany when there is no try left
    synchronized void spend(String address) {
        take(near.computeIfAbsent(Network.near(address), _ -> bucket(10, Duration.ofMinutes(1))));
        take(everywhere);
        var oldest = near.keySet().iterator();
        while (near.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
        }
    }

    private static Bucket bucket(int tries, Duration refill) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder().capacity(tries).refillGreedy(1, refill).build())
                .build();
    }
}
