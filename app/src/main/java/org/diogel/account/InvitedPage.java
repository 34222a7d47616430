package org.diogel.account;

import java.util.List;

/// @param email where the link went; empty when it is shown @param address the whole link, shown this
/// once; empty when it went by e-mail @param waits whether somebody has to confirm it
/// @param confirmers their names
public record InvitedPage(
        String name, String email, String address, boolean waits, List<String> confirmers) {}
