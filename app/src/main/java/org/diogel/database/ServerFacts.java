package org.diogel.database;

import java.sql.Connection;
import java.sql.SQLException;

/// What a server says of how it keeps data, as one session sees it. `version` is PostgreSQL's number,
/// such as 180006; the others are "on", "off" or a finer value.
record ServerFacts(
        int version,
        String fsync,
        String fullPageWrites,
        String synchronousCommit,
        String dataChecksums) {

    static ServerFacts read(Connection connection) throws SQLException {
        try (var sql = connection.createStatement();
                var row =
                        sql.executeQuery(
                                """
                                select current_setting('server_version_num')::int,
                                       current_setting('fsync'),
                                       current_setting('full_page_writes'),
                                       current_setting('synchronous_commit'),
                                       current_setting('data_checksums')
                                """)) {
            row.next();
            return new ServerFacts(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5));
        }
    }
}
