package org.diogel.account;

import org.diogel.kernel.AccountId;

/// Somebody can sign in in another way than before, told in the transaction that made it so: whoever did
/// not do it herself has to learn of it.
public record SignInChanged(AccountId account) {}
