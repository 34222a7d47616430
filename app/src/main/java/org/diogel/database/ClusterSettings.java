package org.diogel.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.diogel.kernel.Durable;

/// The settings files of a cluster, written anew before every start so that nothing edited or left
/// by a backup weakens them.
final class ClusterSettings {
    /// Errors reach the caller, never the log: even the first line of one can quote what somebody
    /// typed ("invalid input syntax … "). So the log keeps the server's own events only.
    private static final String SETTINGS =
            """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 60
            password_encryption = 'scram-sha-256'
            timezone = 'UTC'
            lc_messages = 'C'

            # An acknowledged report is never lost.
            fsync = on
            full_page_writes = on
            synchronous_commit = on
            allow_alter_system = off

            # Every change goes to the backup, at the latest a minute after.
            wal_level = replica
            archive_mode = on
            archive_timeout = 60
            archive_command = 'cp "%p" "$DIOGEL_WAL/.%f" && sync "$DIOGEL_WAL/.%f" && mv "$DIOGEL_WAL/.%f" "$DIOGEL_WAL/%f" && sync "$DIOGEL_WAL"'

            # The log holds nothing that anybody typed.
            logging_collector = on
            log_destination = 'stderr'
            log_directory = '../log'
            log_filename = 'postgres-%a.log'
            log_file_mode = 0600
            log_rotation_age = 1d
            log_rotation_size = 0
            log_truncate_on_rotation = on
            log_line_prefix = '%m [%p] '
            log_timezone = 'UTC'
            log_error_verbosity = terse
            log_min_messages = log
            log_min_error_statement = panic
            log_min_duration_statement = -1
            log_statement = none
            log_duration = off
            log_lock_waits = off
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            log_connections = off
            log_disconnections = off
            """;

    private static final String ACCESS =
            """
            host  all          all       127.0.0.1/32  scram-sha-256
            host  replication  postgres  127.0.0.1/32  scram-sha-256
            """;

    private ClusterSettings() {}

    static void write(Path cluster, String more) throws IOException {
        replace(cluster.resolve("postgresql.conf"), SETTINGS + more);
        replace(cluster.resolve("pg_hba.conf"), ACCESS);
        replace(cluster.resolve("pg_ident.conf"), "");
        replace(cluster.resolve("postgresql.auto.conf"), "");
    }

    private static void replace(Path file, String content) throws IOException {
        Durable.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
