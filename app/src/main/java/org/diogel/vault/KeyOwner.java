package org.diogel.vault;

import java.util.Collection;

/// A feature that seals under data keys of its own says here which of them it still names, so that they
/// are not taken for left over. Asked as the task `sweep`.
public interface KeyOwner {

    /// Those of these keys that a row of the feature names.
    Collection<KeyId> named(Collection<KeyId> keys);
}
