package org.diogel.disclosure;

import org.jspecify.annotations.Nullable;

/// ojAlgo: pure Java, for where native code is refused.
final class JavaSolver implements Solver {

    @Override
    public String name() {
        return "ojAlgo 57.1";
    }

    @Override
    public Program program(LinearModel model) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer whole(LinearModel model, long @Nullable [] hint, double work) {
        throw new UnsupportedOperationException();
    }
}
