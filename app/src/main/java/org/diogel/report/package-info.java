/// What people tell us, from the first page to the receipt, and what the project that answers does
/// with it until a warning is made of it. HO §6.6–6.7, NPCC §3.9 and 4.5.
///
/// Tables (schema `report`): `report` (one row each: state and clock), `sealed` (what was told, in
/// four parts under the report's own data key), `identifier` (keyed hashes), `addition` (what came
/// later), `event` (what became of it), `gone` (keys to destroy).
///
/// Who sees what: a draft is its holder's alone. Once sent, the code alone gives the state, messages
/// of the desk, adding and stopping; reading what was told needs the second secret. The desk sees
/// its own reports while its grant lives; what waits for the safeguarding lead is read by that lead
/// alone. Deleting waits seven days, removes the rows and then destroys the key.
///
/// [org.diogel.report.Telling] is the door for whoever tells, [org.diogel.report.Reports] for whoever
/// answers; [org.diogel.report.ReportKeys] lets a later feature seal under a report's own key.
@ApplicationModule(
        allowedDependencies = {
            "kernel", "figures", "web", "vault", "database", "audit", "access", "account", "consent", "messages"
        })
@NullMarked
package org.diogel.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
