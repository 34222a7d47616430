package org.diogel.protocol;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.diogel.kernel.AgencyId;

/// A protocol with the names of its parties, in the same order.
public record Named(ProtocolRow row, List<String> names) {

    /// Its parties in the order of their names.
    static Named of(ProtocolRow row, Map<AgencyId, String> names) {
        ProtocolRow sorted =
                row.with(
                        row.parties().stream()
                                .sorted(Comparator.comparing(party -> name(party, names)))
                                .toList());
        return new Named(
                sorted, sorted.parties().stream().map(party -> name(party, names)).toList());
    }

    private static String name(Party party, Map<AgencyId, String> names) {
        return names.getOrDefault(party.agency(), "");
    }

    /// The kinds of data that are shared, as text keys `protocol.data.<kind>`.
    public List<String> kinds() {
        return PurposeFacts.kinds(row.terms().purposes());
    }

    public boolean special() {
        return PurposeFacts.isSpecial(row.terms().purposes());
    }

    public boolean offence() {
        return PurposeFacts.isOffence(row.terms().purposes());
    }
}
