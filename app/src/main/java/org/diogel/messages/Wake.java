package org.diogel.messages;

import java.util.function.BooleanSupplier;

/// Calls a recurring task before its turn. Whether it is due is asked every second and must only
/// read: a schedule of a second would write, and every backup would fill with a server that does
/// nothing. The task itself runs from the list in the database, so that two servers never do the same
/// piece at once.
public final class Wake {
    private final String task;
    private final BooleanSupplier due;

    /// @param task its name
    public Wake(String task, BooleanSupplier due) {
        this.task = task;
        this.due = due;
    }

    String task() {
        return task;
    }

    boolean isDue() {
        return due.getAsBoolean();
    }
}
