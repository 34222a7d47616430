package org.diogel.protocol;

import java.util.List;
import java.util.Map;
import org.diogel.kernel.AgencyId;

/// A protocol with the names of its parties, in the same order.
public record Named(ProtocolRow row, List<String> names) {

    static Named of(ProtocolRow row, Map<AgencyId, String> names) {
        return new Named(
                row,
                row.parties().stream()
                        .map(party -> names.getOrDefault(party.agency(), ""))
                        .toList());
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
