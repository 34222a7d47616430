package org.diogel.account;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.diogel.kernel.AccountId;

/// By which a passkey knows whose it is: the account's id, which says nothing about her.
final class UserHandle {
    private UserHandle() {}

    /// 16 bytes.
    static byte[] of(AccountId account) {
        UUID id = account.value();
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
