package org.diogel.disclosure.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.diogel.disclosure.NoPatternException;
import org.diogel.disclosure.Release;
import org.diogel.disclosure.Table;

/// `protect`: tables of true counts in, tables that may be published out, and the proof.
final class ProtectWord {

    private static final int PROTECTED = 0;
    private static final int UNUSABLE = 2;
    private static final int NO_PATTERN = 4;

    private ProtectWord() {}

    /// @return the exit code: 0 protected, 2 unusable input, 4 no pattern exists; nothing is
    ///   written unless 0
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            ProtectJob job = ProtectJob.of(arguments);
            Classifications classifications =
                    Classifications.read(job.hierarchies(), job.geographies());
            List<Table> tables = InnerTables.read(job.tables(), job.count(), classifications);
            tables.forEach(table -> SheetCells.check(table.shape()));
            List<Release> earlier = Earlier.read(job.earlier(), classifications);
            Outcome outcome;
            try (Progress progress = Progress.of("Protecting …", err)) {
                outcome = Publishing.of(job, tables, earlier);
            }
            write(job, outcome);
            Summary.print(job, outcome, out);
            return PROTECTED;
        } catch (NoPatternException e) {
            err.println(e.getMessage());
            return NO_PATTERN;
        } catch (Unusable | IllegalArgumentException | IllegalStateException e) {
            // The last says that the solver asked for does not load here.
            err.println(e.getMessage());
            return UNUSABLE;
        } catch (ArithmeticException e) {
            err.println("The counts are too large to be added up.");
            return UNUSABLE;
        } catch (IOException e) {
            err.println("A file could not be read or written: " + e.getMessage());
            return UNUSABLE;
        }
    }

    private static void write(ProtectJob job, Outcome outcome) throws IOException {
        List<ProofFile.Digest> inputs = new ArrayList<>();
        for (ProtectJob.Input input : job.inputs()) {
            inputs.add(
                    ProofFile.Digest.of(input.role(), input.path(), Outputs.digest(input.path())));
        }
        try (Outputs outputs = new Outputs()) {
            List<ProofFile.Digest> written = new ArrayList<>();
            for (int t = 0; t < job.outs().size(); t++) {
                int table = t;
                String digest =
                        outputs.write(
                                job.outs().get(t),
                                to -> LongForm.write(outcome.releases().get(table), to));
                written.add(ProofFile.Digest.of("", job.outs().get(t), digest));
            }
            outputs.write(job.proof(), to -> ProofFile.write(job, outcome, inputs, written, to));
            outputs.keep();
        }
    }
}
