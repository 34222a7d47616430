package org.diogel.kernel;

import java.util.List;

/// What a feature wants said of itself where the administrator sees how Diogel is running.
public interface RunningLines {

    /// One thing that runs or does not.
    ///
    /// @param name message key of what it is
    /// @param state message key of how it is
    /// @param arguments of that text: name, value, name, value
    /// @param todo message key of what needs doing about it; empty for nothing
    record Line(String name, String state, List<Object> arguments, String todo) {}

    /// For the administrator, who is acting.
    List<Line> lines();
}
