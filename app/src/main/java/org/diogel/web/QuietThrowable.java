package org.diogel.web;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.jspecify.annotations.Nullable;

/// Writes an exception into the log as classes and places, never as messages: a database's message
/// may quote the row it refused.
public final class QuietThrowable extends ThrowableHandlingConverter {

    private static final int FRAMES = 40;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder out = new StringBuilder();
        append(out, event.getThrowableProxy());
        return out.toString();
    }

    private static void append(StringBuilder out, @Nullable IThrowableProxy thrown) {
        for (IThrowableProxy t = thrown; t != null; t = t.getCause()) {
            out.append(t == thrown ? "" : "caused by ").append(t.getClassName()).append('\n');
            var frames = t.getStackTraceElementProxyArray();
            int most = Math.min(FRAMES, frames.length - t.getCommonFrames());
            for (int i = 0; i < most; i++) {
                out.append("    ").append(frames[i].getSTEAsString()).append('\n');
            }
        }
    }
}
