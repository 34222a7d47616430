package org.diogel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts the rows of every table of the features, which reads every page of them.
final class TableRows {
    private TableRows() {}

    /// Rows by `schema.table`; the framework's own tables (schema platform) are left out.
    static Map<String, Long> count(Connection superuser) throws SQLException {
        var rows = new TreeMap<String, Long>();
        for (var table : tables(superuser)) {
            // The name comes from the catalogue, quoted by the database itself.
            try (var sql = superuser.createStatement();
                    var row = sql.executeQuery("select count(*) from " + table)) {
                row.next();
                rows.put(table.replace("\"", ""), row.getLong(1));
            }
        }
        return rows;
    }

    private static List<String> tables(Connection superuser) throws SQLException {
        var tables = new ArrayList<String>();
        try (var sql = superuser.createStatement();
                var row =
                        sql.executeQuery(
                                """
                                select format('%I.%I', n.nspname, c.relname)
                                from pg_catalog.pg_class c
                                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                                where c.relkind = 'r'
                                  and n.nspname not in ('pg_catalog', 'information_schema', 'platform')
                                  and n.nspname not like 'pg\\_%'
                                order by 1
                                """)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
