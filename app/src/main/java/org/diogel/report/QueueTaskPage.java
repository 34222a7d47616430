package org.diogel.report;

import gg.jte.Content;
import java.util.List;

/// One thing to do with a report: a few lines of what follows from it, a form, a button.
///
/// @param path where the form posts to
/// @param what `original`, `message`, `pass`, `close`, `reopen` or `screening`: beginning of its texts
/// @param alert what has to be known first, or empty
/// @param lines what follows from it
/// @param controls the questions
/// @param seen version of the report that was shown to her
/// @param key of this one form: what is pressed twice is done once
public record QueueTaskPage(
        String path,
        String back,
        String reference,
        String what,
        String alert,
        List<String> lines,
        List<Content> controls,
        String seen,
        String key) {}
