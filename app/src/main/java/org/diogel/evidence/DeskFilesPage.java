package org.diogel.evidence;

import java.util.List;

/// The files of one report. @param scanned a virus scanner is set
public record DeskFilesPage(String reference, List<Line> lines, boolean scanned) {

    /// One file. @param path of its own page @param urgent it may show a child
    public record Line(String path, String what, String size, List<String> notes, boolean urgent) {}
}
