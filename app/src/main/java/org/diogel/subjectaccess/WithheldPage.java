package org.diogel.subjectaccess;

import java.util.List;

/// What was withheld of one copy, for the file.
public record WithheldPage(CopyId id, List<Pack.Withheld> all, PackPage page) {}
