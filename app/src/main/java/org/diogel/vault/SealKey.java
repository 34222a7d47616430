package org.diogel.vault;

/// Keys of the ring that seal directly, for what is not erased one by one.
public enum SealKey {
    /// Cookies and held forms: short-lived, on the person's own device.
    COOKIE("seal.cookie"),
    /// Staff e-mail addresses and second-factor secrets.
    ACCOUNT("seal.account");

    final String ringName;

    SealKey(String ringName) {
        this.ringName = ringName;
    }
}
