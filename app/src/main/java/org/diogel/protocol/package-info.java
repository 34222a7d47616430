/// Information-sharing protocols: which agencies share what with which, why, on which ground in law,
/// from when until when, and who signed. Sharing between agencies is impossible outside one that is in
/// force: what a protocol lets its parties share is pushed into [org.diogel.access.Access], whose
/// tables row-level policies everywhere compare with the time. HO §4.16–4.18, S12.
///
/// Tables (schema `protocol`): `protocol`, `party`, `event`. Administrators and data protection
/// officers draw one up, record signatures, bring it into force (never whoever drew it up alone) and
/// end it; what was ever in force stands in a public register.
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "database", "audit", "access", "account", "consent", "messages"})
@NullMarked
package org.diogel.protocol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
