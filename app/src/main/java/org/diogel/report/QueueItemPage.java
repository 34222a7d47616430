package org.diogel.report;

import java.time.Instant;
import java.util.List;
import org.diogel.govuk.SummaryList;

/// One report without anything sealed.
///
/// @param path of this report; the addresses of what can be done begin with it
/// @param waits for the safeguarding lead, and the reader is not one
/// @param decide what its button says where the reader may answer the two questions, or empty
/// @param mayPass it can be passed to the safeguarding lead
/// @param mayOpen the reader may open what she wrote
/// @param mayWarn a warning may be started from it
/// @param noWarning why not, or empty
/// @param mayShare something she chose to give to others than members may be passed on, or was
/// @param noClose why it cannot be closed yet, or empty
/// @param mayProtect it can be passed to a council or the police for somebody's safety
/// @param mayGiveCode a worker told it and the person has no code of her own yet
/// @param mayCorrect she said that something is wrong, and nobody has answered it
/// @param enclosed says how much later features keep with it, or is empty
/// @param alike other reports that may be about the same person
/// @param history oldest first
/// @param done what was just done, or empty
public record QueueItemPage(
        String path,
        String reference,
        String severity,
        String severityText,
        SummaryList facts,
        boolean waits,
        String decide,
        boolean mayPass,
        boolean mayOpen,
        boolean mayWarn,
        String noWarning,
        boolean mayShare,
        boolean mayClose,
        String noClose,
        boolean mayReopen,
        boolean mayProtect,
        boolean mayGiveCode,
        boolean mayCorrect,
        String enclosed,
        List<Hint> alike,
        List<Event> history,
        String done) {

    /// @param same what is the same, in words
    public record Hint(String path, String reference, Instant at, List<String> same) {}

    public record Event(Instant at, String text) {}
}
