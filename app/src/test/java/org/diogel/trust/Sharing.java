package org.diogel.trust;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.diogel.kernel.Actor;

/// Which agencies may share with which, said a second time.
final class Sharing {

    private Sharing() {}

    /// Whether a protocol in force has both, her agency and the other, for that.
    static boolean between(
            List<Map<String, Object>> covers, Actor actor, Object agency, String purpose) {
        List<Map<String, Object>> now =
                covers.stream()
                        .filter(row -> row.get("purpose").equals(purpose))
                        .filter(Sharing::isNow)
                        .toList();
        return now.stream()
                .filter(row -> row.get("agency").equals(agency))
                .anyMatch(
                        theirs ->
                                now.stream()
                                        .filter(row -> Who.isOwn(actor, row.get("agency")))
                                        .anyMatch(
                                                hers ->
                                                        hers.get("protocol")
                                                                .equals(theirs.get("protocol"))));
    }

    private static boolean isNow(Map<String, Object> cover) {
        return !AlertTimes.time(cover.get("begins")).isAfter(Instant.now())
                && AlertTimes.isAhead(cover.get("ends"));
    }
}
