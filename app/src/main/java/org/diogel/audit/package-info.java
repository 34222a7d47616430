/// The record of every look and every change. `audit.entry` takes rows and never loses one; the
/// officer of an agency reads her agency's, and the holder of both secrets her own record's.
@ApplicationModule(allowedDependencies = {"kernel", "web", "vault", "database"})
@NullMarked
package org.diogel.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
