/// Opening in an emergency, in Welsh "agor mewn argyfwng": somebody of one desk reads what another desk
/// answers, or what waits for the safeguarding lead, because a life cannot wait for whoever may. She says
/// why, reads for four hours and nothing else, and the data protection officers are told at once. Until
/// she has said what she did with it she is led to that form; until an officer has reviewed it she can
/// open nothing else this way. TRUST §5, DOMAIN §4.4: whoever is kept out stays out.
///
/// The grant, and that there is one under review a person, stands in `access`; the table
/// (`emergency.opening`) keeps why, what she did and what was found, sealed under the key of the report
/// and gone with it.
@ApplicationModule(
        allowedDependencies = {
            "kernel", "figures", "web", "vault", "database", "audit", "access", "account", "messages", "report"
        })
@NullMarked
package org.diogel.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
