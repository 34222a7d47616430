package org.diogel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/// Counts the rows of every table of the features, which reads every page of them.
final class TableRows {
    private TableRows() {}

    /// Rows by `schema.table`; the framework's own tables (schema platform) are left out.
    static Map<String, Long> count(Connection superuser) throws SQLException {
        var rows = new TreeMap<String, Long>();
        try (var sql = superuser.createStatement();
                var row =
                        sql.executeQuery(
                                """
                                select n.nspname || '.' || c.relname,
                                       (xpath('/row/n/text()',
                                              query_to_xml(
                                                  format('select count(*) as n from %I.%I',
                                                         n.nspname, c.relname),
                                                  false, true, '')))[1]::text::bigint
                                from pg_catalog.pg_class c
                                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                                where c.relkind = 'r'
                                  and n.nspname not in ('pg_catalog', 'information_schema', 'platform')
                                  and n.nspname not like 'pg\\_%'
                                """)) {
            while (row.next()) {
                rows.put(row.getString(1), row.getLong(2));
            }
        }
        return rows;
    }
}
