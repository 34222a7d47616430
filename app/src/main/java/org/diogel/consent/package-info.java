/// What she agreed to, in which words and language, when; what was disclosed because of it; and
/// which language's safety, consent and withdrawal texts a named reviewer has approved.
///
/// Tables: `consent.recipient` (who could ever be told; readable by all), `consent.subject` (one row
/// a report: the lock between taking back and sending), `consent.statement` and `consent.agreed` (the
/// ledger: rows are only ever added), `consent.supplement` (what of what she added later a recipient may
/// have too), `consent.words` (the exact words shown), `consent.disclosure`
/// (what has gone), `consent.text_approval`. The holder of the code writes her own; she reads them
/// with her second secret; the project that answers for the report reads them while its grant lives.
/// DOMAIN §4.2, HO §6.7.
@ApplicationModule(
        allowedDependencies = {"kernel", "figures", "web", "vault", "database", "audit", "access", "account"})
@NullMarked
package org.diogel.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
