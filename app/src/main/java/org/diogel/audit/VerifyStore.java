package org.diogel.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.database.DatabaseSettings;
import org.diogel.database.OwnersView;
import org.diogel.ledger.TileId;
import org.jspecify.annotations.Nullable;

/// The record's tables as the owner sees them, at one moment; row after row, never all in memory.
final class VerifyStore implements AutoCloseable {

    private static final int FETCH = 2_000;

    private final Connection connection;

    /// @param connection see [OwnersView]
    VerifyStore(Connection connection) {
        this.connection = connection;
    }

    /// @throws SQLException when the database does not answer
    static VerifyStore open(DatabaseSettings database) throws SQLException {
        return new VerifyStore(OwnersView.open(database));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /// @param row null when the table has none of that number
    record Line(long index, long entry, @Nullable AuditRow row) {}

    /// @param row null when the table has none of that number
    record Waiting(long entry, byte[] leaf, boolean placed, @Nullable AuditRow row) {}

    interface Each<T> {
        void take(T one) throws SQLException;
    }

    /// How many lines have their place.
    long size() throws SQLException {
        try (var sql = connection.createStatement();
                var row = sql.executeQuery("SELECT count(*) FROM audit.line")) {
            row.next();
            return row.getLong(1);
        }
    }

    boolean isThere() throws SQLException {
        try (var sql = connection.createStatement();
                var row = sql.executeQuery("SELECT to_regclass('audit.line') IS NOT NULL")) {
            return row.next() && row.getBoolean(1);
        }
    }

    void lines(Each<Line> each) throws SQLException {
        try (var sql =
                        fetching(
                                connection.prepareStatement(
                                """
                                SELECT l.index AS line_index, l.entry AS line_entry, e.*
                                  FROM audit.line l LEFT JOIN audit.entry e ON e.id = l.entry
                                 ORDER BY l.index
                                """));
                var row = sql.executeQuery()) {
            while (row.next()) {
                each.take(
                        new Line(row.getLong("line_index"), row.getLong("line_entry"), find(row)));
            }
        }
    }

    void waiting(Each<Waiting> each) throws SQLException {
        try (var sql =
                        fetching(
                                connection.prepareStatement(
                                """
                                SELECT p.entry AS waiting, p.leaf, e.*,
                                       EXISTS (SELECT 1 FROM audit.line l WHERE l.entry = p.entry) AS placed
                                  FROM audit.pending p LEFT JOIN audit.entry e ON e.id = p.entry
                                 ORDER BY p.entry
                                """));
                var row = sql.executeQuery()) {
            while (row.next()) {
                each.take(
                        new Waiting(
                                row.getLong("waiting"),
                                row.getBytes("leaf"),
                                row.getBoolean("placed"),
                                find(row)));
            }
        }
    }

    /// Rows that have no place and wait for none: each with how many lines stand before where its
    /// number belongs.
    void unplaced(Each<long[]> each) throws SQLException {
        try (var sql =
                        fetching(
                                connection.prepareStatement(
                                """
                                SELECT e.id, (SELECT count(*) FROM audit.line l WHERE l.entry < e.id) AS before
                                  FROM audit.entry e
                                 WHERE NOT EXISTS (SELECT 1 FROM audit.line l WHERE l.entry = e.id)
                                   AND NOT EXISTS (SELECT 1 FROM audit.pending p WHERE p.entry = e.id)
                                 ORDER BY e.id LIMIT 20
                                """));
                var row = sql.executeQuery()) {
            while (row.next()) {
                each.take(new long[] {row.getLong("id"), row.getLong("before")});
            }
        }
    }

    Optional<byte[]> tile(TileId tile) throws SQLException {
        try (var sql =
                connection.prepareStatement(
                        "SELECT hashes FROM audit.tile WHERE level = ? AND index = ?")) {
            sql.setInt(1, tile.level());
            sql.setLong(2, tile.index());
            try (var row = sql.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    void tilesAbove(Each<TileId> each) throws SQLException {
        try (var sql =
                        fetching(
                                connection.prepareStatement(
                                        "SELECT level, index FROM audit.tile WHERE level > 0 ORDER BY level, index"));
                var row = sql.executeQuery()) {
            while (row.next()) {
                each.take(new TileId(row.getInt(1), row.getLong(2)));
            }
        }
    }

    List<String> notes() throws SQLException {
        List<String> notes = new ArrayList<>();
        try (var sql = fetching(
                                connection.prepareStatement(
                                        "SELECT note FROM audit.checkpoint ORDER BY size"));
                var row = sql.executeQuery()) {
            while (row.next()) {
                notes.add(row.getString(1));
            }
        }
        return notes;
    }

    private static PreparedStatement fetching(PreparedStatement statement) throws SQLException {
        statement.setFetchSize(FETCH);
        return statement;
    }

    private static @Nullable AuditRow find(ResultSet row) throws SQLException {
        row.getLong("id");
        return row.wasNull() ? null : row(row);
    }

    static AuditRow row(ResultSet row) throws SQLException {
        byte[] personal = row.getBytes("personal");
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        String[] fields = (String[]) row.getArray("fields").getArray();
        return new AuditRow(
                row.getLong("id"),
                at == null ? Instant.EPOCH : at.toInstant(),
                text(row, "kind"),
                row.getObject("account", UUID.class),
                row.getObject("agency", UUID.class),
                text(row, "purpose"),
                text(row, "action"),
                text(row, "subject_kind"),
                row.getObject("subject", UUID.class),
                text(row, "outcome"),
                Arrays.asList(fields),
                row.getBytes("salt"),
                personal == null ? new byte[0] : personal);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
