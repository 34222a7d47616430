/// Where the data lives: the embedded PostgreSQL or any other one, its roles, the signed context
/// that every transaction carries, migrations feature by feature, the check that refuses unsafe
/// settings, and backups. Its table `context.signing` is readable by the owner alone.
@ApplicationModule(allowedDependencies = {"kernel", "vault"})
@NullMarked
package org.diogel.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
