package org.diogel.kernel;

/// A setting with which Diogel must not start. The message is one sentence that says what to do; the
/// launcher prints it and nothing else.
public final class SettingRefused extends RuntimeException {
    public SettingRefused(String sentence) {
        super(sentence);
    }
}
