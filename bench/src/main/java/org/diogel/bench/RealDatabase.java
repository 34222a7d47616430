package org.diogel.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.PGConnection;

/// The database of a [RealServer] that runs: reached as the application reaches it, with its role, behind
/// its policies, every transaction signed; or past all of them, to compare.
final class RealDatabase {

    private final String url;
    private final Path secrets;
    private final byte[] inner;
    private final byte[] outer;

    /// Who acts. @param roles parted by commas, in the order of the alphabet
    record Somebody(UUID account, UUID agency, String roles) {}

    /// @param folder the server's
    RealDatabase(Path folder) throws IOException, SQLException {
        Path data = folder.resolve("data");
        secrets = data.resolve("secrets");
        url =
                "jdbc:postgresql://127.0.0.1:"
                        + Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3)
                        + "/diogel";
        try (Connection owner = superuser();
                var sql = owner.createStatement();
                var row = sql.executeQuery("SELECT inner_pad, outer_pad FROM context.signing")) {
            row.next();
            inner = row.getBytes(1);
            outer = row.getBytes(2);
        }
    }

    /// As the application serves requests.
    Connection app() throws IOException, SQLException {
        return connect("diogel_app", "app");
    }

    /// Past every policy.
    Connection superuser() throws IOException, SQLException {
        return connect("postgres", "postgres");
    }

    private Connection connect(String user, String secret) throws IOException, SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", Files.readString(secrets.resolve(secret)).strip());
        Connection connection = DriverManager.getConnection(url, properties);
        connection.setAutoCommit(false);
        return connection;
    }

    /// Somebody of the made-up partnership.
    Somebody somebody(String name) throws IOException, SQLException {
        try (Connection owner = superuser();
                PreparedStatement find =
                        owner.prepareStatement(
                                """
                                SELECT id, agency_id, array_to_string(ARRAY(SELECT unnest(roles) ORDER BY 1), ',')
                                  FROM account.account WHERE name LIKE ?
                                """)) {
            find.setString(1, name + " %");
            try (var row = find.executeQuery()) {
                if (!row.next()) {
                    throw new IOException("Nobody is called " + name);
                }
                return new Somebody(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3));
            }
        }
    }

    /// Tells the database who acts until the transaction ends, as the application does.
    void act(Connection connection, PreparedStatement set, Somebody who, String purpose) throws SQLException {
        set.setString(1, context(connection, who, purpose));
        set.execute();
    }

    /// For [#act].
    static PreparedStatement acting(Connection connection) throws SQLException {
        return connection.prepareStatement("SELECT set_config('diogel.context', ?, true)");
    }

    private String context(Connection connection, Somebody who, String purpose) throws SQLException {
        String claims =
                "person|" + who.account + "|" + who.agency + "|" + who.roles + "|||" + purpose + "|"
                        + connection.unwrap(PGConnection.class).getBackendPID() + "|"
                        + System.currentTimeMillis() / 1000;
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(inner);
            byte[] within = sha.digest(claims.getBytes(StandardCharsets.UTF_8));
            sha.update(outer);
            return claims + "|" + HexFormat.of().formatHex(sha.digest(within));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
