package org.diogel.retention;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diogel.kernel.Holdings;
import org.diogel.kernel.Holdings.Expiry;
import org.diogel.kernel.Keeping;
import org.springframework.stereotype.Component;

/// Every rule by which the clock erases, with its feature's own statements for it.
@Component
class Clocks {

    private final List<Clocked> all;

    /// @throws IllegalStateException where a rule has nobody who counts it, or the other way round
    Clocks(List<Holdings> holdings) {
        Map<String, Expiry> expiries =
                holdings.stream()
                        .flatMap(one -> one.expiries().stream())
                        .collect(Collectors.toMap(Expiry::rule, Function.identity()));
        List<Keeping.Rule> rules =
                Keeping.all().stream().flatMap(keeping -> keeping.rules().stream()).toList();
        Set<String> codes = rules.stream().map(Keeping.Rule::code).collect(Collectors.toSet());
        if (!codes.equals(expiries.keySet())) {
            throw new IllegalStateException(
                    "Rules " + codes + " and who erases by them " + expiries.keySet() + " differ");
        }
        this.all =
                rules.stream()
                        .map(rule -> new Clocked(rule, Objects.requireNonNull(expiries.get(rule.code()))))
                        .toList();
    }

    record Clocked(Keeping.Rule rule, Expiry expiry) {

        static final ZoneId LONDON = ZoneId.of("Europe/London");

        /// What began before that has been kept long enough by then.
        Instant before(Instant now) {
            Period after = rule.after();
            return now.atZone(LONDON).minus(after).toInstant();
        }
    }

    List<Clocked> all() {
        return all;
    }
}
