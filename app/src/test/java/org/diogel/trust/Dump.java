package org.diogel.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/// What really lies in a database, read as superuser past every policy.
final class Dump {

    private Dump() {}

    /// Every table with rows of ours, as `schema.table`.
    static List<String> tables(Connection superuser) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var sql = superuser.createStatement();
                var rows =
                        sql.executeQuery(
                                """
                                SELECT n.nspname || '.' || c.relname
                                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                 WHERE c.relkind IN ('r', 'p', 'm')
                                   AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
                                 ORDER BY 1
                                """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    static byte[] copy(Connection superuser, String table) throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        superuser
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (SELECT * FROM " + table + " t ORDER BY t::text) TO STDOUT", out);
        return out.toByteArray();
    }

    /// A digest of each table, to see whether anything changed.
    static Map<String, String> digests(Connection superuser) throws SQLException, IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String table : tables(superuser)) {
            digests.put(table, sha256(copy(superuser, table)));
        }
        return digests;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static long count(Connection superuser, String query) throws SQLException {
        try (var sql = superuser.createStatement();
                var row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
