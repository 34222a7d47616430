package org.diogel.messages;

/// What would be, or was, sent. It is the same for everybody.
public record Mail(String subject, String body) {}
