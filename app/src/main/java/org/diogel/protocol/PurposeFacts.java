package org.diogel.protocol;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.diogel.access.SharingPurpose;

/// Which kinds of data each purpose shares, as `purposes.csv` says; texts `protocol.data.<kind>`.
final class PurposeFacts {

    static final String SPECIAL = "special";
    static final String OFFENCE = "offence";

    private static final Map<SharingPurpose, List<String>> KINDS = read();

    private PurposeFacts() {}

    /// The kinds of data shared for any of these, each once, without the two conditions in law.
    static List<String> kinds(Set<SharingPurpose> purposes) {
        return ordered(purposes).stream()
                .flatMap(purpose -> KINDS.getOrDefault(purpose, List.of()).stream())
                .filter(kind -> !kind.equals(SPECIAL) && !kind.equals(OFFENCE))
                .distinct()
                .toList();
    }

    static boolean isSpecial(Set<SharingPurpose> purposes) {
        return has(purposes, SPECIAL);
    }

    static boolean isOffence(Set<SharingPurpose> purposes) {
        return has(purposes, OFFENCE);
    }

    static Set<SharingPurpose> ordered(Set<SharingPurpose> purposes) {
        return purposes.isEmpty() ? new TreeSet<>() : EnumSet.copyOf(purposes);
    }

    private static boolean has(Set<SharingPurpose> purposes, String kind) {
        return purposes.stream().anyMatch(p -> KINDS.getOrDefault(p, List.of()).contains(kind));
    }

    private static Map<SharingPurpose, List<String>> read() {
        Map<SharingPurpose, List<String>> kinds = new EnumMap<>(SharingPurpose.class);
        for (String[] cells : Csv.lines("/protocol/purposes.csv")) {
            kinds.put(SharingPurpose.valueOf(cells[0]), Arrays.asList(cells[1].split(" ")));
        }
        return kinds;
    }
}
