package org.diogel.database;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The way the log of a backup took: its newest timeline, and where that left each of those before
/// it. A base backup that was finished on one of them after it was left lies on a branch that a
/// restore gave up.
///
/// @param newest as eight hexadecimal digits
/// @param leftAt byte of the log by timeline
record Timelines(String newest, Map<String, Long> leftAt) {
    private static final String END = ".history";
    private static final Pattern LINE = Pattern.compile("(\\d+)\\s+([0-9A-F]+)/([0-9A-F]+).*");

    static Timelines read(BackupFolder folder, BackupCipher cipher) {
        var histories = folder.walNames().stream().filter(name -> name.endsWith(END)).toList();
        if (histories.isEmpty()) {
            return new Timelines("00000001", Map.of());
        }
        var name = histories.getLast();
        var text = new String(cipher.decrypt(folder.walFile(name), WalShipper.place(name)), StandardCharsets.UTF_8);
        var leftAt = new HashMap<String, Long>();
        for (var line : text.lines().toList()) {
            var found = LINE.matcher(line);
            if (found.matches()) {
                leftAt.put(
                        "%08X".formatted(Long.parseLong(found.group(1))),
                        (Long.parseLong(found.group(2), 16) << 32)
                                + Long.parseLong(found.group(3), 16));
            }
        }
        return new Timelines(name.substring(0, name.length() - END.length()), leftAt);
    }

    /// Whether the log leads from that base backup to its end.
    boolean leadsOnFrom(Manifest base) {
        var timeline = new WalName(base.startWal()).timeline();
        var left = leftAt.get(timeline);
        return timeline.equals(newest) || left != null && base.stopPosition() <= left;
    }
}
