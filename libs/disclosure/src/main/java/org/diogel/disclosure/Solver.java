package org.diogel.disclosure;

import org.jspecify.annotations.Nullable;

/// What the engine asks of a solver. Answers do not depend on threads or time: work is limited by
/// counting it.
interface Solver {

    /// Its name and version, for the proof.
    String name();

    /// A linear program that is kept and changed: fractions are allowed, costs are made least.
    Program program(LinearModel model);

    /// Solves in whole numbers.
    ///
    /// @param hint values to begin with, or null
    /// @param work how much may be done, in units of about a second on one core
    Answer whole(LinearModel model, long @Nullable [] hint, double work);

    /// A linear program that is alive.
    interface Program extends AutoCloseable {

        void bounds(int column, double low, double high);

        void cost(int column, double cost);

        void add(LinearModel.Row row);

        /// Finds an optimum.
        ///
        /// @return whether there is one
        boolean solve();

        double value(int column);

        /// How much the least cost grows for each unit by which a row's bounds are raised.
        double dual(int row);

        @Override
        void close();
    }

    /// What was found in whole numbers.
    ///
    /// @param values the best that was found, or null when there is none
    /// @param cost of those values
    /// @param bound no values cost less; [View#UNBOUNDED] when it is proven that there are none
    record Answer(long @Nullable [] values, long cost, long bound) {

        boolean proven() {
            return values == null ? bound >= View.UNBOUNDED : bound >= cost;
        }
    }
}
