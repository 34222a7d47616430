package org.diogel.database;

import java.sql.Connection;
import java.sql.SQLException;

/// What the user of a connection could do past the row policies.
record RoleFacts(
        String name,
        boolean superuser,
        boolean bypassesPolicies,
        boolean ownsSomething,
        boolean memberOfOwner) {

    static RoleFacts read(Connection connection) throws SQLException {
        try (var sql = connection.createStatement();
                var row =
                        sql.executeQuery(
                                """
                                select r.rolname, r.rolsuper,
                                       exists (select from pg_catalog.pg_roles b
                                               where (b.rolbypassrls or b.rolsuper)
                                                 and pg_has_role(r.oid, b.oid, 'MEMBER')),
                                       exists (select from pg_catalog.pg_class c
                                               where c.relowner = r.oid)
                                       or exists (select from pg_catalog.pg_namespace n
                                                  where n.nspowner = r.oid)
                                       or exists (select from pg_catalog.pg_database d
                                                  where d.datdba = r.oid),
                                       exists (select from pg_catalog.pg_roles o
                                               where o.rolname = 'diogel_owner'
                                                 and pg_has_role(r.oid, o.oid, 'MEMBER'))
                                from pg_catalog.pg_roles r
                                where r.rolname = current_user
                                """)) {
            row.next();
            return new RoleFacts(
                    row.getString(1),
                    row.getBoolean(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    row.getBoolean(5));
        }
    }
}
