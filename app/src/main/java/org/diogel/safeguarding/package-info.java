/// What the safeguarding lead passes to a council or the police because of a child, a life or an adult
/// at risk (S33, in Welsh "diogelu"): which test, to whom, on what ground, whether she was told or why
/// not, exactly what goes, its clocks and what came of it. DOMAIN §2 S33, §4.2–4.5b.
///
/// Nothing is assumed of somebody because she sells sex: the lead answers every question herself, and
/// nothing is ever ticked for her. Tables (schema `safeguarding`): `duty` (states and clocks), `event`
/// (what came of it), `words` (what went and why, sealed under the key of the report). Leads of the
/// desk see them, nobody else; the holder of the report sees that it went once she was told, behind
/// her second secret. Until then her receipt is the same as one of a report of which nothing went.
@ApplicationModule(
        allowedDependencies = {
            "kernel", "web", "vault", "database", "audit", "access", "account", "consent", "messages",
            "report", "liaison"
        })
@NullMarked
package org.diogel.safeguarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
