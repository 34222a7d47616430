package org.diogel.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Recipients that are not offered and never agreed to, because the person who did it may work there.
/// DOMAIN §4.4–4.5. Another force, the watchdog, Crimestoppers or nobody remain hers to choose.
final class Barred {

    private static final List<String> WELSH =
            List.of("south-wales", "gwent", "dyfed-powys", "north-wales");
    private static final String ANOTHER_FORCE = "police-elsewhere";

    private Barred() {}

    /// @return ids of recipients; where she does not know which force, every force
    static Set<String> of(Answers answers) {
        Set<String> barred = new HashSet<>();
        if (!answers.is("them.relation", "police")) {
            return barred;
        }
        String force = answers.text("them.force");
        boolean known = WELSH.contains(force);
        for (String welsh : known ? List.of(force) : WELSH) {
            if (!force.equals("elsewhere")) {
                barred.add("police-" + welsh);
                barred.add("intelligence-" + welsh);
            }
        }
        if (!known) {
            barred.add(ANOTHER_FORCE);
        }
        return barred;
    }
}
