/// Where the data lives: the embedded PostgreSQL or any other one from version 16 on, its roles, the
/// signed context that every transaction carries, migrations feature by feature, the check that
/// refuses unsafe settings, and backups. Its table `context.signing` is readable by the owner alone.
///
/// Three roles log in and none of them is a superuser: `diogel_migrate` changes tables as their
/// owner and is used only while starting, `diogel_app` serves requests under row-level security, and
/// `diogel_platform` sees the framework's own tables in schema `platform`. `db/roles.sql` is the one
/// place that makes them, here and on a server somebody else runs.
///
/// Nothing is acknowledged before it is on disk: [SafetyCheck] refuses a server that would answer
/// earlier.
@ApplicationModule(allowedDependencies = {"kernel", "vault"})
@NullMarked
package org.diogel.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
