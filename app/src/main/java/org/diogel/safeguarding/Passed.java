package org.diogel.safeguarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a lead decided and confirms.
///
/// @param key carried by the page: sent twice, it is passed once
/// @param number the how manieth of its report it would be, as the page saw it
/// @param toldOn null: not told yet
/// @param lookAgain when she is told or somebody looks again; null where she was told
/// @param byTelephone it must follow in writing
/// @param fields the answers that go
/// @param said the lead's own words, by the fields of the form
public record Passed(
        UUID key,
        int number,
        String test,
        Map<String, String> limbs,
        String route,
        String council,
        String ground,
        @Nullable LocalDate toldOn,
        @Nullable LocalDate lookAgain,
        boolean byTelephone,
        Instant at,
        List<String> fields,
        String account,
        Map<String, String> said) {

    /// Why she is not told, as the ledger keeps it: `later`, or why not at all.
    String notTold() {
        String why = said.getOrDefault("why", "");
        return why.isEmpty() ? "later" : why;
    }

    /// Says nothing of what was told.
    @Override
    public String toString() {
        return "Passed";
    }
}
