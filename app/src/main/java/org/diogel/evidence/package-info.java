/// Pictures and files that somebody sends with a report, and what the desk may do with them. HO §6.6,
/// DOMAIN §4.5b, TRUST §5 D5.
///
/// Tables (schema `evidence`): `file` (one row each: kind, size, how it stands; her words about it
/// sealed), `piece` (the bytes, sealed under the report's own key in pieces, as they came and, for a
/// picture, as a second copy). They lie in the database and not as files beside it, so that a file is
/// there exactly when its row is, a backup and a restore take both to the same moment, and erasing
/// the report erases both; the limits keep that small.
///
/// A file is never on a disk unsealed: it is read from the connection into memory, within a budget,
/// looked at, and sealed. What it is, its bytes say, not its name, which is not kept. A picture that
/// can be decoded gets a shared copy drawn anew, without place, time, camera or anything hidden in
/// it; a WebP one a copy of the chunks that showing needs ([WebpParts]). Nobody previews anything. What may show a child is not sent; what the desk marks so is never
/// opened again by anybody. [FileState] is the whole life of a file.
///
/// [org.diogel.evidence.Evidence] is the door for whoever tells, [org.diogel.evidence.DeskFiles] for
/// whoever answers and for what is passed on.
@ApplicationModule(
        allowedDependencies = {
            "kernel", "figures", "web", "vault", "database", "audit", "access", "report"
        })
@NullMarked
package org.diogel.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
