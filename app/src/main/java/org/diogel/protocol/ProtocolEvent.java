package org.diogel.protocol;

import java.time.Instant;
import org.diogel.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/// What was done with a protocol; words `protocol.event.<what>`.
record ProtocolEvent(String what, Instant at, AccountId by, @Nullable String note) {}
