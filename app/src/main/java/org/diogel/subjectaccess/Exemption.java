package org.diogel.subjectaccess;

import java.util.List;
import java.util.Optional;
import org.diogel.kernel.Held;

/// Why something may be withheld, as `subjectaccess/exemptions.csv` says it.
///
/// @param source the paragraph of the law
public record Exemption(String id, List<String> proposedFor, String source) {

    private static final List<Exemption> ALL =
            Data.rows("exemptions").stream()
                    .map(cells -> new Exemption(cells.get(0), Data.words(cells.get(1)), cells.get(2)))
                    .toList();

    public static List<Exemption> all() {
        return ALL;
    }

    public static Optional<Exemption> find(String id) {
        return ALL.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// The one that is proposed; empty where the officer has to find one.
    static String proposed(Held.Whose whose) {
        return ALL.stream()
                .filter(one -> one.proposedFor().contains(whose.name()))
                .map(Exemption::id)
                .findFirst()
                .orElse("");
    }
}
