/// Checking before a meeting: a member asks whether a number, an e-mail address, a number plate or a
/// profile name stands in a warning that may be looked up. HO §6.6, NPCC §3.9 and §5.7 (a number and an
/// e-mail address; the others are ours), TRUST §10.
///
/// Tables (schema `checker`): `entry` (a keyed hash of what may be looked up and which warning it leads
/// to, made from nothing but what she let be looked up, gone in the transaction in which the warning
/// ends or she takes it back), `budget` (how many looks one person has had today and this month),
/// `day` (how many all have had). Members find entries of warnings that are in force for them;
/// nobody's questions are kept.
///
/// This form sees what is asked for a moment. The identifiers are written as
/// `diogel:v1:<type>:<canonical>`, so that a look the service cannot see can take them over, with this
/// as its form without scripts.
@ApplicationModule(
        allowedDependencies = {
            "kernel", "figures", "web", "vault", "database", "audit", "access", "account", "consent",
            "messages", "report", "alert"
        })
@NullMarked
package org.diogel.checker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
