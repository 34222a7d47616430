package org.diogel.subjectaccess;

/// Nothing is known yet of what somebody asked.
public record NoteNewPage() {}
