package org.diogel.protocol;

import gg.jte.Content;
import java.util.List;

/// One form: a few lines of what follows from it, questions, a button.
///
/// @param path where the form posts to
/// @param back where the link beside the button leads
/// @param lines what follows from it
/// @param version of the protocol that was shown; empty for a new one
/// @param button text key
public record TaskPage(
        String path,
        String back,
        List<String> lines,
        List<Content> controls,
        String version,
        String button) {}
