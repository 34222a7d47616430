/// Keys and sealing: what makes a stolen database unreadable.
///
/// Two things, kept apart from the database and from each other:
///
/// - the **ring** ([KeyRing]): one file, or a systemd credential, with the key-encryption keys and
///   the keys for look-ups, cookies and backups; it is never inside the data folder's backups;
/// - the **key store** (`DATA/keystore/keys.slots`): one data key per thing that must be erasable,
///   each wrapped under a key of the ring. Destroying a data key makes everything sealed under it
///   unreadable, also in old backups of the database.
///
/// Everything else goes through the door, [Vault]. Big values are sealed in [Pieces]. What comes from
/// outside is shown to a virus scanner through [Scanner], the one connection this package opens. No exception, event or `toString` of this
/// package carries key material or personal data. No tables. Source: ARCHITECTURE, settlements,
/// keys.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.diogel.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
