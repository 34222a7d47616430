package org.diogel.govuk;

/// A line of [Radios] or [Checkboxes].
public sealed interface ListedChoice permits Choice, Divider {}
