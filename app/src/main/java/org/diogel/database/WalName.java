package org.diogel.database;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names of 16-mebibyte segments of write-ahead log: timeline, then position, in hexadecimal.
record WalName(String name) {
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

    static boolean isSegment(String name) {
        return SEGMENT.matcher(name).matches();
    }

    String timeline() {
        return name.substring(0, 8);
    }

    /// Counts segments from the beginning of the log.
    long position() {
        return Long.parseLong(name.substring(8, 16), 16) * 256
                + Long.parseLong(name.substring(16), 16);
    }

    WalName next() {
        var next = position() + 1;
        return new WalName("%s%08X%08X".formatted(timeline(), next / 256, next % 256));
    }

    /// The first segment that is missing among those a backup needs, or between them and the newest
    /// one of each timeline; empty when the log has no gap.
    static Optional<String> firstGap(List<String> present, String start, String stop) {
        var newest = new HashMap<String, WalName>();
        var oldest = new HashMap<String, WalName>();
        var first = new WalName(start);
        present.stream()
                .filter(WalName::isSegment)
                .map(WalName::new)
                .filter(segment -> segment.position() >= first.position())
                .forEach(
                        segment -> {
                            newest.merge(segment.timeline(), segment, WalName::later);
                            oldest.merge(segment.timeline(), segment, WalName::earlier);
                        });
        oldest.put(first.timeline(), first);
        newest.merge(first.timeline(), new WalName(stop), WalName::later);
        for (var timeline : oldest.keySet().stream().sorted().toList()) {
            var last = newest.getOrDefault(timeline, first);
            for (var segment = oldest.getOrDefault(timeline, first);
                    segment.position() <= last.position();
                    segment = segment.next()) {
                if (!present.contains(segment.name())) {
                    return Optional.of(segment.name());
                }
            }
        }
        return Optional.empty();
    }

    private static WalName later(WalName one, WalName other) {
        return one.position() >= other.position() ? one : other;
    }

    private static WalName earlier(WalName one, WalName other) {
        return one.position() <= other.position() ? one : other;
    }
}
