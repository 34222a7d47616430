package org.diogel.disclosure.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Tells somebody who waits at a terminal that work goes on; elsewhere it says nothing.
final class Progress implements AutoCloseable {

    private static final int SECONDS_BEFORE_THE_FIRST = 2;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread;

    private Progress(String what, PrintStream err) {
        this.thread = Thread.ofPlatform().daemon().unstarted(() -> tell(what, err));
    }

    static Progress of(String what, PrintStream err) {
        Progress progress = new Progress(what, err);
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            progress.thread.start();
        }
        return progress;
    }

    private void tell(String what, PrintStream err) {
        long seconds = SECONDS_BEFORE_THE_FIRST;
        try {
            if (done.await(seconds, TimeUnit.SECONDS)) {
                return;
            }
            do {
                err.print("\r" + what + " " + seconds + " s");
                err.flush();
                seconds++;
            } while (!done.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        err.print("\r" + " ".repeat(what.length() + 12) + "\r");
        err.flush();
    }

    @Override
    public void close() {
        done.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
