package org.diogel.retention;

import org.springframework.context.ApplicationContext;

/// Nights of a test.
public final class TestRetention {

    private TestRetention() {}

    /// Erases what is due by the rules that are on, and reminds of holds.
    public static void night(ApplicationContext app) {
        app.getBean(Eraser.class).run();
        app.getBean(HoldClock.class).run();
    }
}
