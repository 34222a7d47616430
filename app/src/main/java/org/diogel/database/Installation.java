package org.diogel.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.diogel.vault.KeyStoreFile;
import org.jspecify.annotations.Nullable;

/// Holds together what belongs together. A database and a key store carry the same random name, and a
/// database says whether it is a demonstration's; a start on the wrong one of anything is refused
/// before a key is taken for an orphan or a made-up person is written among real ones.
public final class Installation {
    private final DatabaseSettings settings;
    private final DataFolder data;
    private final boolean demonstration;

    /// @param demonstration whether this is the demonstration, which touches no real database
    public Installation(DatabaseSettings settings, Path data, boolean demonstration) {
        this.settings = settings;
        this.data = DataFolder.open(data);
        this.demonstration = demonstration;
    }

    private record Marker(UUID id, boolean demonstration) {}

    /// Refuses to make an embedded database where keys wait for the one they belong to.
    ///
    /// @throws DatabaseRefusal with one sentence that says what to do
    public static void refuseLoneKeys(Path data) {
        var folder = new DataFolder(data);
        if (!Files.isDirectory(folder.postgres()) && keysWait(KeyStoreFile.find(folder.keystore()))) {
            throw withoutDatabase(folder);
        }
    }

    /// Before anything is changed in the database: whether it is of the right kind. One that never
    /// served is.
    ///
    /// @throws DatabaseRefusal with one sentence that says what to do
    public void refuseOtherKind() {
        try (var connection = connect()) {
            var marker = read(connection);
            if (marker == null ? demonstration && hasServed(connection) : marker.demonstration != demonstration) {
                throw DatabaseRefusal.impossible(
                        demonstration
                                ? "This database is a real one, and the demonstration writes into"
                                        + " none; unset DIOGEL_DATABASE_URL, or name a new database."
                                : "This database is a demonstration's; serve real data from a"
                                        + " database of its own.");
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /// After the migrations: joins a new database with a new key store, and refuses any two that were
    /// not joined. The key store first, so that a start that is cut short goes on where it stopped.
    ///
    /// @throws DatabaseRefusal with one sentence that says what to do
    public void join() {
        var keys = KeyStoreFile.find(data.keystore());
        try (var connection = connect()) {
            var marker = read(connection);
            if (marker == null) {
                if (keysWait(keys)) {
                    throw withoutDatabase(data);
                }
                var id = keys.map(KeyStoreFile::installation).orElseGet(UUID::randomUUID);
                KeyStoreFile.make(data.keystore(), id);
                write(connection, new Marker(id, demonstration));
            } else if (keys.isEmpty()) {
                throw DatabaseRefusal.impossible(
                        "The key store in "
                                + data.keystore()
                                + " is missing, and without it no story in this database opens; put"
                                + " the folder back from its backup, or name the right data folder.");
            } else if (!keys.get().installation().equals(marker.id)) {
                throw DatabaseRefusal.impossible(
                        "The key store in "
                                + data.keystore()
                                + " belongs to another database than this one; name the database and"
                                + " the data folder that belong together.");
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static boolean keysWait(Optional<KeyStoreFile> keys) {
        return keys.map(store -> store.size() > 0).orElse(false);
    }

    private static DatabaseRefusal withoutDatabase(DataFolder data) {
        return DatabaseRefusal.impossible(
                "The key store in "
                        + data.keystore()
                        + " holds keys, but this database is new; name the database they belong to or"
                        + " restore it from its backup, and only for a new beginning move that folder"
                        + " away.");
    }

    /// Null while the database has none.
    private static @Nullable Marker read(Connection connection) throws SQLException {
        if (!exists(connection, "context.installation")) {
            return null;
        }
        try (var sql = connection.createStatement();
                var row = sql.executeQuery("select id, demonstration from context.installation")) {
            return row.next()
                    ? new Marker(row.getObject(1, UUID.class), row.getBoolean(2))
                    : null;
        }
    }

    private static void write(Connection connection, Marker marker) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into context.installation (id, demonstration) values (?, ?)")) {
            insert.setObject(1, marker.id);
            insert.setBoolean(2, marker.demonstration);
            insert.executeUpdate();
        }
    }

    /// Whoever serves leaves the key of the context there.
    private static boolean hasServed(Connection connection) throws SQLException {
        if (!exists(connection, "context.signing")) {
            return false;
        }
        try (var sql = connection.createStatement();
                var row = sql.executeQuery("select exists (select from context.signing)")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (var sql = connection.prepareStatement("select to_regclass(?) is not null")) {
            sql.setString(1, table);
            try (var row = sql.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private Connection connect() throws SQLException {
        var properties = settings.migrate().properties(10);
        properties.setProperty("options", "-c role=diogel_owner");
        return DriverManager.getConnection(settings.url(), properties);
    }

    private static DatabaseRefusal unreadable(SQLException e) {
        return DatabaseRefusal.impossible(
                "The database did not say whose it is (SQL state "
                        + e.getSQLState()
                        + "); is it up, and was db/roles.sql run there?");
    }
}
