package org.diogel.disclosure.cli;

import java.io.PrintStream;
import java.util.Locale;

/// What `protect` says when it has succeeded.
final class Summary {

    private Summary() {}

    static void print(ProtectJob job, Outcome outcome, PrintStream out) {
        if (job.profile().rounds()) {
            rounded(job, outcome, out);
        } else {
            hidden(job, outcome, out);
        }
        if (job.outs().size() == 1) {
            out.println(
                    "Publish " + job.outs().getFirst() + ". Keep " + job.proof() + " to yourself.");
        } else {
            out.println(
                    "Publish the "
                            + job.outs().size()
                            + " tables. Keep "
                            + job.proof()
                            + " to yourself.");
        }
    }

    private static void hidden(ProtectJob job, Outcome outcome, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%,d of %,d counts are hidden: %,d for their own sake, %,d to protect them.%n",
                outcome.hidden(),
                outcome.counts(),
                outcome.primary(),
                outcome.secondary());
        boolean sum = outcome.objective().equals("sum");
        String least = sum ? "the smallest sum" : "the fewest";
        out.printf(
                Locale.ROOT,
                outcome.gap() == 0
                        ? "Method: %s, proven " + least + " there can be. Solver: %s.%n"
                        : "Method: %s, at most %3$.1f %% above "
                                + least
                                + " there can be. Solver: %2$s.%n",
                outcome.method(),
                outcome.solver(),
                outcome.gap() * 100);
        out.printf(
                "A reader knows of a blank that it is at least %d. From everything shown, the least"
                        + " and the most that a sensitive count can be are %d apart or more.%n",
                outcome.hiddenFrom(), job.rules().width());
        outcome.moreThanWithCover()
                .ifPresent(more ->
                        out.printf(
                                Locale.ROOT,
                                "Showing every zero costs %,d more than letting"
                                        + " zeros be hidden.%n",
                                more));
    }

    private static void rounded(ProtectJob job, Outcome outcome, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%,d counts: %,d are hidden, the others rounded to a multiple of %d.%n",
                outcome.counts(),
                outcome.hidden(),
                job.profile().first());
        out.printf(
                Locale.ROOT,
                "The least and the most that each of the %,d sensitive counts can be are %d apart or"
                        + " more. Solver: %s.%n",
                outcome.primary(),
                job.rules().width(),
                outcome.solver());
    }
}
