/// How this Diogel is running, for its administrator: how long reports lie unread at each desk, messages
/// that were given up, the age of the backup, disk, keys, versions. First what needs doing. No report,
/// no person and no text is in it.
///
/// No tables.
@ApplicationModule(
        allowedDependencies = {
            "kernel", "figures", "web", "vault", "database", "access", "messages", "report"
        })
@NullMarked
package org.diogel.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
