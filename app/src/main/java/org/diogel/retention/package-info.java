/// What has been kept long enough and goes, and what has to stay longer. Every table's rule stands in
/// `retention/rules.csv` ([org.diogel.kernel.Keeping]); each feature counts and erases its own rows
/// ([org.diogel.kernel.Holdings]), and this one decides when: nothing of a rule that is new or was
/// changed goes before somebody looked at what is due by it and switched it on.
///
/// Tables (schema `retention`): `rule` (switched on), `run` (what each night did), `hold`. Data protection
/// officers and administrators see counts; a hold is seen by the officers and safeguarding leads of the
/// report's agency. What is on hold stands in `access.held`, where every policy and trigger reads it.
/// Source: UK GDPR Article 5(1)(e). Decision 0018.
@ApplicationModule(
        allowedDependencies = {
            "kernel", "figures", "web", "vault", "audit", "access", "account", "messages", "report"
        })
@NullMarked
package org.diogel.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
