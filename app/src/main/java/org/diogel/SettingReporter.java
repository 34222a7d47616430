package org.diogel;

import org.diogel.kernel.SettingRefused;
import org.springframework.boot.SpringBootExceptionReporter;

/// Keeps Spring from writing a page about a refused setting: the launcher says it in one sentence.
/// Named in `META-INF/spring.factories`.
public final class SettingReporter implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SettingRefused) {
                return true;
            }
        }
        return false;
    }
}
