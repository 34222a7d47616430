package org.diogel.trust;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.trust.Writers.Promise;
import org.diogel.vault.KeyId;
import org.diogel.vault.KeyRing;
import org.diogel.vault.Place;
import org.diogel.vault.Vault;

/// What really lies in the database of everything that people sent, read past every policy and page.
///
/// @param sent one for each report that counts as sent
/// @param faults what is half-written, in words
record Kept(List<Sent> sent, List<String> faults) {

    record Sent(UUID id, UUID sendKey, UUID keyId, byte[] narrative) {}

    private static final String SENT =
            """
            SELECT r.id, r.send_key, r.key_id, s.bytes,
                   (SELECT count(*) FROM consent.statement c WHERE c.subject = r.id) AS agreement,
                   (SELECT count(*) FROM audit.entry a
                     WHERE a.subject = r.id AND a.action = 'report.sent') AS "audit row",
                   (SELECT count(*) FROM access.grants g WHERE g.subject = r.id) AS "grant",
                   (SELECT count(*) FROM report.event e
                     WHERE e.report = r.id AND e.what = 'sent') AS event
              FROM report.report r
              LEFT JOIN report.sealed s ON s.report = r.id AND s.part = 'narrative'
             WHERE r.state <> 'DRAFT' AND r.sent_at > ?
            """;

    /// Rows that belong to a sent report and are there without it.
    private static final String LOOSE =
            """
            SELECT (SELECT count(*) FROM consent.statement x WHERE x.subject NOT IN (
                       SELECT id FROM report.report WHERE state <> 'DRAFT'))
                 + (SELECT count(*) FROM access.grants x WHERE x.subject NOT IN (
                       SELECT id FROM report.report WHERE state <> 'DRAFT'))
                 + (SELECT count(*) FROM audit.entry x
                     WHERE x.action = 'report.sent' AND x.subject NOT IN (
                       SELECT id FROM report.report WHERE state <> 'DRAFT'))
            """;

    /// @param since what was sent before, by the demonstration itself, does not count
    static Kept read(Server server, Instant since) throws Exception {
        Kept kept = new Kept(new ArrayList<>(), new ArrayList<>());
        try (var superuser = server.superuser();
                var sql = superuser.prepareStatement(SENT)) {
            sql.setObject(1, since.atOffset(ZoneOffset.UTC));
            try (var row = sql.executeQuery()) {
                while (row.next()) {
                    kept.sent.add(
                            new Sent(
                                    row.getObject("id", UUID.class),
                                    row.getObject("send_key", UUID.class),
                                    row.getObject("key_id", UUID.class),
                                    row.getBytes("bytes")));
                    for (String half : List.of("agreement", "audit row", "grant", "event")) {
                        if (row.getInt(half) != 1) {
                            kept.faults.add("a report with " + row.getInt(half) + " × " + half);
                        }
                    }
                }
            }
            long loose = Dump.count(superuser, LOOSE);
            if (loose > 0) {
                kept.faults.add(loose + " rows without their report");
            }
        }
        return kept;
    }

    Set<UUID> sendKeys() {
        return sent.stream().map(Sent::sendKey).collect(Collectors.toSet());
    }

    /// Half-written, doubled, lost, or never sent.
    List<String> faults(Writers writers) {
        List<String> all = new ArrayList<>(faults);
        Set<UUID> keys = sendKeys();
        if (keys.size() != sent.size()) {
            all.add((sent.size() - keys.size()) + " reports doubled");
        }
        sent.stream()
                .filter(one -> !writers.tried.containsKey(one.sendKey))
                .forEach(_ -> all.add("a report that nobody sent"));
        writers.promised.stream()
                .filter(promise -> !keys.contains(promise.report().key()))
                .forEach(_ -> all.add("an acknowledged report lost"));
        return all;
    }

    /// Opens every report with the keys on disk while the server is down.
    List<String> unsealFaults(Server server, Writers writers) {
        Map<UUID, String> told = new HashMap<>();
        try (Vault vault =
                Vault.open(
                        KeyRing.load(server.data().resolve("demo.keys"), true),
                        server.data(),
                        Clock.systemUTC())) {
            for (Sent one : sent) {
                Place place = new Place("report.sealed", one.id, "narrative");
                byte[] json = vault.open(new KeyId(one.keyId), place, one.narrative);
                told.put(one.sendKey, new String(json, StandardCharsets.UTF_8));
            }
        }
        List<String> all = new ArrayList<>();
        for (Promise promise : writers.promised) {
            String wanted = "{\"words\":[\"" + promise.report().words() + "\"]}";
            if (!wanted.equals(told.get(promise.report().key()))) {
                all.add("a report that is not as it was told");
            }
        }
        return all;
    }
}
