package org.diogel.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.diogel.report.ReportId;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of files and their pieces; row-level policies decide which are there.
@Repository
class FileStore {

    /// What the holder of a code has sent.
    record Sent(long files, long bytes) {}

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(FileRow file) {
        jdbc.sql(
                        """
                        INSERT INTO evidence.file
                            (id, report, key_id, state, kind, size, copy_size, intimate, share, waited, words, at)
                        VALUES (:id, :report, :key, :state, :kind, :size, :copySize, :intimate, :share,
                            :waited, :words, :at)
                        """)
                .param("id", file.id().value())
                .param("report", file.report().value())
                .param("key", file.key().value())
                .param("state", file.state().name())
                .param("kind", file.kind() == null ? null : file.kind().name())
                .param("size", file.size())
                .param("copySize", file.copySize())
                .param("intimate", file.intimate())
                .param("share", file.share())
                .param("waited", file.waited())
                .param("words", file.words())
                .param("at", utc(file.at()))
                .update();
    }

    void insertPiece(FileRow file, boolean copy, int number, byte[] bytes) {
        jdbc.sql(
                        """
                        INSERT INTO evidence.piece (file, report, copy, number, bytes)
                        VALUES (:file, :report, :copy, :number, :bytes)
                        """)
                .param("file", file.id().value())
                .param("report", file.report().value())
                .param("copy", copy)
                .param("number", number)
                .param("bytes", bytes)
                .update();
    }

    Sent sent() {
        return jdbc.sql("SELECT files, bytes FROM evidence.sent()")
                .query((row, n) -> new Sent(row.getLong("files"), row.getLong("bytes")))
                .single();
    }

    /// In the order they came.
    List<FileRow> of(ReportId report) {
        return jdbc.sql("SELECT * FROM evidence.file WHERE report = :report ORDER BY at, id")
                .param("report", report.value())
                .query(FileStore::row)
                .list();
    }

    Optional<FileRow> find(ReportId report, FileId id) {
        return jdbc.sql("SELECT * FROM evidence.file WHERE id = :id AND report = :report")
                .param("id", id.value())
                .param("report", report.value())
                .query(FileStore::row)
                .optional();
    }

    /// Pieces in their order, one at a time from the database.
    Iterator<byte[]> pieces(FileId file, boolean copy) {
        return new Iterator<>() {
            private int number;
            private byte @Nullable [] next = piece(file, copy, 0);

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public byte[] next() {
                byte[] now = next;
                if (now == null) {
                    throw new NoSuchElementException();
                }
                next = piece(file, copy, ++number);
                return now;
            }
        };
    }

    private byte @Nullable [] piece(FileId file, boolean copy, int number) {
        return jdbc.sql(
                        """
                        SELECT bytes FROM evidence.piece
                         WHERE file = :file AND copy = :copy AND number = :number
                        """)
                .param("file", file.value())
                .param("copy", copy)
                .param("number", number)
                .query((row, n) -> row.getBytes("bytes"))
                .optional()
                .orElse(null);
    }

    /// False when it was not there any more.
    boolean delete(ReportId report, FileId id) {
        return jdbc.sql("DELETE FROM evidence.file WHERE id = :id AND report = :report")
                        .param("id", id.value())
                        .param("report", report.value())
                        .update()
                == 1;
    }

    /// False when it is marked already, or was never sent.
    ///
    /// @param by account; null for whoever sent it
    boolean markChild(FileId id, @Nullable UUID by, Finder found, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE evidence.file
                                   SET state = 'CHILD', marked_by = :by, marked_at = :now, found_by = :found
                                 WHERE id = :id AND state IN ('READY', 'QUARANTINED', 'INFECTED')
                                """)
                        .param("id", id.value())
                        .param("by", by, Types.OTHER)
                        .param("found", found.name())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /// How many wait for the virus scanner; for an administrator.
    long waiting() {
        return jdbc.sql("SELECT evidence.waiting()").query(Long.class).single();
    }

    boolean setRoute(FileId id, Route route, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE evidence.file SET route = :route, routed_at = :now
                                 WHERE id = :id AND state = 'CHILD'
                                """)
                        .param("id", id.value())
                        .param("route", route.label())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /// Those the virus scanner has not answered for, the oldest first.
    List<FileRow> quarantined() {
        return jdbc.sql(
                        """
                        SELECT * FROM evidence.file WHERE state = 'QUARANTINED' ORDER BY at LIMIT 200
                        """)
                .query(FileStore::row)
                .list();
    }

    /// False when somebody removed or marked it meanwhile.
    boolean scanned(FileId id, FileState state) {
        return jdbc.sql(
                                """
                                UPDATE evidence.file SET state = :state
                                 WHERE id = :id AND state = 'QUARANTINED'
                                """)
                        .param("id", id.value())
                        .param("state", state.name())
                        .update()
                == 1;
    }

    private static FileRow row(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        String route = row.getString("route");
        String found = row.getString("found_by");
        return new FileRow(
                new FileId(row.getObject("id", UUID.class)),
                new ReportId(row.getObject("report", UUID.class)),
                new KeyId(row.getObject("key_id", UUID.class)),
                FileState.valueOf(row.getString("state")),
                kind == null ? null : FileKind.valueOf(kind),
                row.getInt("size"),
                row.getObject("copy_size", Integer.class),
                row.getBoolean("intimate"),
                row.getBoolean("share"),
                row.getBoolean("waited"),
                row.getBytes("words"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                instant(row, "marked_at"),
                found == null ? null : Finder.valueOf(found),
                route == null ? null : Route.valueOf(route.toUpperCase(Locale.ROOT)),
                instant(row, "routed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
