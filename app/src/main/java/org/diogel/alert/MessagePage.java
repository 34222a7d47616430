package org.diogel.alert;

/// One warning as a member reads it.
public record MessagePage(Board.Reading reading) {}
