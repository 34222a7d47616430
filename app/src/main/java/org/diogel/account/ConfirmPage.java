package org.diogel.account;

import java.util.List;

/// Invitations that wait for a second person.
public record ConfirmPage(List<PeoplePage.Asked> asked, boolean saved) {}
