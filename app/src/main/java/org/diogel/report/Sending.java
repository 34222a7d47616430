package org.diogel.report;

/// What became of sending.
public sealed interface Sending {
    /// It is stored for good; also said again, word for word, to the same request repeated.
    record Sent(boolean waits) implements Sending {}

    /// The same key came with another body: nothing was changed. Answered with 422.
    record Different() implements Sending {}

    /// It had been sent before, with another key: nothing was changed. It is not said whether that was
    /// with the same choices, which the code alone may not learn.
    record Already() implements Sending {}

    /// What is told is no longer what the page showed: nothing was sent.
    record Changed() implements Sending {}

    /// The person who did it works for the only project there is: nobody else can read it.
    record Nobody() implements Sending {}

    /// Nothing is said yet about what happened.
    record Empty() implements Sending {}
}
