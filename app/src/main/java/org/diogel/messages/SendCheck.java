package org.diogel.messages;

import java.util.UUID;
import org.diogel.kernel.AccountId;

/// Asked in the transaction that lets a message go. A feature that queues messages says through one
/// of these whether they are still wanted, by reading its own state and the agreement again.
public interface SendCheck {

    /// The kind it answers for, such as `alert`.
    String subjectKind();

    /// It may lock, and must then lock before this package does. False cancels the message.
    ///
    /// @param to whom it would go to
    boolean stillWanted(UUID subject, AccountId to);
}
