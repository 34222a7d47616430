package org.diogel.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What one base backup holds: every file with its SHA-256 and size, every folder, how many rows
/// each table had, and the stretch of write-ahead log without which it is not whole: its first and
/// last segment, and the byte of the log it ends at.
///
/// It is encrypted like the files, which makes it authentic; a line a fact, the last line "end".
record Manifest(
        String name,
        Instant started,
        Instant finished,
        String startWal,
        String stopWal,
        long stopPosition,
        Map<String, Long> rows,
        List<String> folders,
        List<Entry> files) {

    /// `path` is relative to the data folder: `postgres/…` or `secrets/…`.
    record Entry(String sha256, long size, String path) {}

    long allRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    void write(BackupFolder folder, BackupCipher cipher, java.nio.file.Path to)
            throws IOException {
        var text = new StringBuilder("diogel-backup 1\n");
        text.append("started ").append(started).append('\n');
        text.append("finished ").append(finished).append('\n');
        text.append("wal ").append(startWal).append(' ').append(stopWal);
        text.append(' ').append(stopPosition).append('\n');
        rows.forEach((table, n) -> text.append("rows " + n + " " + table + "\n"));
        folders.forEach(path -> text.append("folder ").append(path).append('\n'));
        files.forEach(
                file ->
                        text.append(
                                "file " + file.sha256 + " " + file.size + " " + file.path + "\n"));
        text.append("end\n");
        cipher.encrypt(
                new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)),
                to,
                place(name));
    }

    /// @throws BackupCipher.Damaged when it is missing or not what was written
    static Manifest read(BackupFolder folder, BackupCipher cipher, String name) {
        var text =
                new String(
                        cipher.decrypt(folder.base(name).resolve("manifest.enc"), place(name)),
                        StandardCharsets.UTF_8);
        var started = Instant.EPOCH;
        var finished = Instant.EPOCH;
        var wal = new String[] {"", "", "0"};
        var rows = new TreeMap<String, Long>();
        var folders = new ArrayList<String>();
        var files = new ArrayList<Entry>();
        for (var line : text.lines().toList()) {
            var words = line.split(" ", 4);
            switch (words[0]) {
                case "started" -> started = Instant.parse(words[1]);
                case "finished" -> finished = Instant.parse(words[1]);
                case "wal" -> wal = new String[] {words[1], words[2], words[3]};
                case "rows" -> rows.put(words[2], Long.parseLong(words[1]));
                case "folder" -> folders.add(words[1]);
                case "file" -> files.add(new Entry(words[1], Long.parseLong(words[2]), words[3]));
                default -> {
                    // The first line and the last.
                }
            }
        }
        if (!text.endsWith("end\n")) {
            throw new BackupCipher.Damaged(place(name));
        }
        return new Manifest(name, started, finished, wal[0], wal[1], Long.parseLong(wal[2]), rows, folders, files);
    }

    static String place(String name) {
        return name + "/manifest";
    }

    /// Where a file of this backup belongs, for [BackupCipher].
    static String place(String name, String path) {
        return name + "/files/" + path;
    }
}
