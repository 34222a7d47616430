/// People who sign in: invitations, passwords, one-time codes and recovery codes, sessions, roles,
/// and the one table that says which page is for whom (`authorisation.csv`).
///
/// Tables: `account.account` (read by colleagues, administrators and background work; its standing
/// changed by administrators, never their own), `account.credential` and
/// `account.recovery_code` (read by signing in alone), `account.preference`, `account.invitation`
/// (made by administrators, confirmed by a second person). A session holds an account id and nothing
/// else; the account is read anew for each request, so that a suspension counts from the next one.
/// Source: TRUST §5 A9, E2, E3, I; ASVS 6 and 7.
@ApplicationModule(
        allowedDependencies = {"kernel", "figures", "web", "vault", "database", "audit", "access"})
@NullMarked
package org.diogel.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
