package org.diogel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/// A demonstration with a hundred thousand reports more, so that who may see what is decided as it is in
/// a large partnership that is years old: a grant for each, grants that ended, people and agencies kept
/// out of some, twenty protocols, emergencies of years. The rows are written past the policies; they are
/// what policies decide by and lists show, without words, for nobody opens one here.
///
/// The made-up project "lantern" has so many more than "beacon" as one of its people is kept out of: she
/// and the lead of "beacon" see the same number.
final class Subjects {

    static final int ALL = 100_000;
    static final int KEPT_OUT = 5_000;
    static final int WARNINGS = 1_000;

    private static final int BEACON = (ALL - KEPT_OUT) / 2;

    /// Of warnings; their reports are kept from the council.
    private static final int KEPT_FROM_AGENCY = WARNINGS / 10;

    private static final String MARK = "subjects-filled";

    private static final String FILL =
            """
            CREATE TEMPORARY TABLE few AS SELECT
                (SELECT id FROM access.agency WHERE name LIKE '%%Lantern Project%%') AS lantern,
                (SELECT id FROM access.agency WHERE name LIKE 'North Beacon%%') AS beacon,
                (SELECT id FROM access.agency WHERE name LIKE 'Imaginary Council%%') AS council,
                (SELECT id FROM account.account WHERE name LIKE 'Dewi %%') AS dewi,
                (SELECT id FROM account.account WHERE name LIKE 'Carys %%') AS carys;
            CREATE TEMPORARY TABLE made AS
                SELECT n, gen_random_uuid() AS id,
                       CASE WHEN n <= %2$d THEN f.beacon ELSE f.lantern END AS agency,
                       n %% 200 = 0 AS open
                  FROM few f, generate_series(1, %1$d) n;
            INSERT INTO report.report (id, reference, state, agency, key_id, code_mac, severity, region, language,
                    child, life, created_at, touched_at, sent_at, due_at, first_opened, late_told, closed_at)
                SELECT m.id, overlay('Z' || lpad(upper(to_hex(n)), 7, '0') PLACING '-' FROM 5 FOR 0),
                       CASE WHEN open THEN 'SENT' ELSE 'CLOSED' END, agency, gen_random_uuid(),
                       sha256(m.id::text::bytea),
                       (ARRAY['DANGEROUS', 'RISKY', 'NUISANCE'])[1 + n %% 3],
                       (ARRAY['SOUTH_WALES', 'GWENT', 'DYFED_POWYS', 'NORTH_WALES', 'OUTSIDE_WALES'])[1 + n %% 5],
                       'en', 'NO', 'NO', at, at, at, at + interval '3 days', at, true,
                       CASE WHEN NOT open THEN at + interval '9 days' END
                  FROM (SELECT made.*, now() - n * interval '10 minutes' - interval '10 days' AS at FROM made) m;
            INSERT INTO access.grants (subject_kind, subject, party_kind, party, purpose, source, granted_at)
                SELECT 'report', id, 'agency', agency, 'support', 'bench', now() - interval '1 year' FROM made;
            -- A tenth was passed from another desk, whose grant ended.
            INSERT INTO access.grants (subject_kind, subject, party_kind, party, purpose, source, granted_at, revoked_at)
                SELECT 'report', id, 'agency', CASE WHEN agency = f.beacon THEN f.lantern ELSE f.beacon END,
                       'support', 'bench', now() - interval '1 year', now() - interval '300 days'
                  FROM made, few f WHERE n %% 10 = 0;
            -- What was opened in an emergency by others in the past, and one thing that is now.
            INSERT INTO access.grants (subject_kind, subject, party_kind, party, purpose, source, granted_at, until)
                SELECT 'report', id, 'account', gen_random_uuid(), 'break-glass', 'bench',
                       now() - interval '100 days', now() - interval '100 days' + interval '4 hours'
                  FROM made WHERE n %% 50 = 0;
            INSERT INTO access.kept_out (subject_kind, subject, party_kind, party, why, by)
                SELECT 'report', id, 'account', dewi, 'asked', gen_random_uuid()
                  FROM made, few WHERE agency = lantern ORDER BY md5(id::text) LIMIT %3$d;
            INSERT INTO access.kept_out (subject_kind, subject, party_kind, party, why, by)
                SELECT 'report', id, 'account', gen_random_uuid(), 'tie', gen_random_uuid() FROM made WHERE n %% 20 = 0;
            CREATE TEMPORARY TABLE another AS
                SELECT n, gen_random_uuid() AS id FROM generate_series(1, 20) n;
            INSERT INTO access.agency (id, name, kind) SELECT id, 'Made up ' || n, 'other' FROM another;
            INSERT INTO access.cover (protocol, agency, purpose, begins, ends)
                SELECT p, a, u, now() - interval '1 year', now() + interval '1 year'
                  FROM (SELECT gen_random_uuid() AS p, id AS other FROM another) one, few,
                       LATERAL unnest(ARRAY[lantern, beacon, council, other]) a,
                       unnest(ARRAY['WARNINGS', 'CHECKS', 'INTELLIGENCE', 'DETAILS']) u;
            CREATE TEMPORARY TABLE warned AS
                SELECT row_number() OVER (ORDER BY n) AS n, id, agency FROM (
                    (SELECT * FROM made, few WHERE agency = beacon ORDER BY n LIMIT %4$d)
                    UNION ALL
                    (SELECT * FROM made, few WHERE agency = lantern ORDER BY n LIMIT %4$d + %5$d)) m;
            INSERT INTO alert.alert (id, report, agency, key_id, state, severity, regions, everyone, audience,
                    evidence, days, review_days, created_at, proposed_by, approved_by, published_at, expires_at,
                    review_on, told)
                SELECT gen_random_uuid(), w.id, agency, gen_random_uuid(), 'PUBLISHED', 'RISKY',
                       ARRAY[(ARRAY['SOUTH_WALES', 'GWENT', 'NORTH_WALES'])[1 + n %% 3]], false,
                       ARRAY[CASE WHEN agency = beacon THEN beacon ELSE council END], 'one', 90, 90,
                       now() - n * interval '1 minute', gen_random_uuid(), gen_random_uuid(),
                       now() - n * interval '1 minute', now() + interval '80 days', current_date + 80, true
                  FROM warned w, few;
            INSERT INTO access.kept_out (subject_kind, subject, party_kind, party, why, by)
                SELECT 'report', w.id, 'agency', council, 'works-there', gen_random_uuid()
                  FROM warned w, few WHERE agency = lantern ORDER BY n LIMIT %5$d;
            ANALYZE;
            """;

    private Subjects() {}

    /// The folder with them, of this build: kept for the next run.
    static Path folder() throws IOException, InterruptedException, SQLException {
        RealServer.say(Path.of("."), "build");
        Path build = RealServer.home().resolve(".diogel/current").toRealPath().getFileName();
        Path folder = RealServer.home().resolve(".diogel/bench/subjects");
        Path mark = folder.resolve(MARK);
        if (Files.exists(mark) && Files.readString(mark).equals(build.toString())) {
            System.err.println("  The subjects are there from an earlier run.");
            return folder;
        }
        ServerBench.empty(folder);
        System.err.printf("  Making a demonstration of %d subjects …%n", ALL);
        try (RealServer server = new RealServer(folder, "demo");
                Connection rows = new RealDatabase(folder).superuser();
                var sql = rows.createStatement()) {
            sql.execute(FILL.formatted(ALL, BEACON, KEPT_OUT, WARNINGS, KEPT_FROM_AGENCY));
            rows.commit();
        }
        Files.writeString(mark, build.toString());
        return folder;
    }

    /// One thing that one person has open in an emergency: there is one at most, for four hours.
    static UUID openInEmergency(RealDatabase database, UUID account) throws IOException, SQLException {
        try (Connection rows = database.superuser();
                var ends =
                        rows.prepareStatement(
                                "UPDATE access.grants SET review_due = false, revoked_at = coalesce(revoked_at, now())"
                                        + " WHERE party = ? AND review_due");
                var opens =
                        rows.prepareStatement(
                                """
                                INSERT INTO access.grants (subject_kind, subject, party_kind, party, purpose,
                                    source, until, review_due)
                                SELECT 'report', id, 'account', ?, 'break-glass', 'bench', now() + interval '4 hours', true
                                  FROM report.report WHERE reference LIKE 'Z%' LIMIT 1
                                RETURNING subject
                                """)) {
            ends.setObject(1, account);
            ends.executeUpdate();
            opens.setObject(1, account);
            try (var row = opens.executeQuery()) {
                row.next();
                UUID subject = row.getObject(1, UUID.class);
                rows.commit();
                return subject;
            }
        }
    }
}
