/// Agencies, which of them answers for a region, and grants. Who may see what is decided by the
/// features above, which push grants in here and revoke them; row-level policies everywhere read
/// only these tables.
@ApplicationModule(allowedDependencies = {"kernel", "web", "vault", "database", "audit"})
@NullMarked
package org.diogel.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
