/// What somebody asks who thinks that others told us about them: to see what is held, to contest it, or
/// something else. It goes to the data protection officers, under the clock of Article 12 of the UK
/// GDPR, and is answered in words that neither confirm nor deny that anything is held.
///
/// Tables (schema `contest`): `request`, `entry` (what was said since), `question` (what an officer
/// asks a project). No row here names a report or a warning, and an officer searches neither. What
/// people wrote is sealed under a key of the request and goes with it.
@ApplicationModule(
        allowedDependencies = {
            "kernel", "figures", "web", "vault", "database", "audit", "access", "account", "messages",
            "report"
        })
@NullMarked
package org.diogel.contest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
