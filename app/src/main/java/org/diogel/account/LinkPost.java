package org.diogel.account;

/// Brings a link by e-mail to whoever was asked, so that whoever asked never sees it. There is one
/// where a mail server is set.
public interface LinkPost {

    /// @param address hers @param link the whole address of the page
    /// @throws RuntimeException when it was not taken
    void send(String address, String link);
}
