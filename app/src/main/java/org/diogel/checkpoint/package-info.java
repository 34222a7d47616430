/// The newest checkpoints of the record (`audit`), handed out: a page for data protection officers and
/// administrators, a line for the minutes of a meeting, a signed text to keep, a neutral message a day
/// to the officers of every agency. Whoever kept one holds it against the record of today.
///
/// No tables. Source: TRUST §3. Decision 0016.
@ApplicationModule(
        allowedDependencies = {
            "kernel", "figures", "web", "audit", "account", "messages"
        })
@NullMarked
package org.diogel.checkpoint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
