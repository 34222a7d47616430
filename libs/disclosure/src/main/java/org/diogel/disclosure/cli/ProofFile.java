package org.diogel.disclosure.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.diogel.disclosure.Dimension;
import org.diogel.disclosure.HiddenCell;
import org.diogel.disclosure.Release;
import org.diogel.disclosure.Zeros;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.MinimalPrettyPrinter;

/// Writes the proof beside protected tables, in the form that `proof.schema.json` describes. It
/// depends on nothing but the inputs and the options: no time, no folder, no machine.
final class ProofFile {

    /// A file by its name, and the SHA-256 of what is in it.
    record Digest(String role, String file, String sha256) {
        static Digest of(String role, Path path, String sha256) {
            return new Digest(role, String.valueOf(path.getFileName()), sha256);
        }
    }

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private ProofFile(JsonGenerator json) {
        this.json = json;
    }

    static void write(
            ProtectJob job,
            Outcome outcome,
            List<Digest> inputs,
            List<Digest> outputs,
            OutputStream out) {
        try (JsonGenerator json =
                JSON.createGenerator(
                        new ObjectWriteContext.Base() {
                            @Override
                            public PrettyPrinter getPrettyPrinter() {
                                return new Lines();
                            }
                        },
                        out,
                        JsonEncoding.UTF8)) {
            new ProofFile(json).write(job, outcome, inputs, outputs);
            json.writeRaw('\n');
        }
    }

    private void write(ProtectJob job, Outcome outcome, List<Digest> inputs, List<Digest> outputs) {
        json.writeStartObject();
        json.writeStringProperty("format", "diogel-disclosure-proof");
        json.writeNumberProperty("version", 1);
        json.writeObjectPropertyStart("profile");
        json.writeStringProperty("name", job.profile().name());
        if (!job.profile().needsContributions()) {
            json.writeNumberProperty("threshold", outcome.threshold());
        }
        json.writeNumberProperty("width", job.rules().width());
        json.writeEndObject();
        json.writeObjectPropertyStart("attacker");
        boolean shown = job.rules().zeros() == Zeros.SHOWN;
        json.writeStringProperty("zeros", Words.name(job.rules().zeros()));
        json.writeNumberProperty("hiddenFrom", outcome.hiddenFrom());
        json.writeEndObject();
        json.writeStringProperty("method", outcome.method());
        json.writeStringProperty("solver", outcome.solver());
        json.writeObjectPropertyStart("objective");
        json.writeStringProperty("name", outcome.objective());
        number("value", outcome.value());
        number("bound", outcome.bound());
        number("gap", outcome.gap());
        json.writeEndObject();
        json.writeObjectPropertyStart("count");
        json.writeNumberProperty("cells", outcome.counts());
        json.writeNumberProperty("hidden", outcome.hidden());
        json.writeNumberProperty("primary", outcome.primary());
        json.writeNumberProperty("secondary", outcome.secondary());
        if (shown && outcome.moreThanWithCover().isPresent()) {
            json.writeNumberProperty("moreThanWithCover", outcome.moreThanWithCover().getAsInt());
        }
        json.writeEndObject();
        files("inputs", inputs);
        files("outputs", outputs);
        json.writeArrayPropertyStart("tables");
        for (int t = 0; t < outputs.size(); t++) {
            table(t, outputs.get(t).file(), outcome);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void files(String name, List<Digest> files) {
        json.writeArrayPropertyStart(name);
        for (Digest file : files) {
            json.writeStartObject();
            if (!file.role().isEmpty()) {
                json.writeStringProperty("role", file.role());
            }
            json.writeStringProperty("file", file.file());
            json.writeStringProperty("sha256", file.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void table(int number, String file, Outcome outcome) {
        Release release = outcome.releases().get(number);
        json.writeStartObject();
        json.writeStringProperty("file", file);
        json.writeArrayPropertyStart("dimensions");
        release.shape().dimensions().stream().map(Dimension::name).forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("cells");
        for (HiddenCell cell : outcome.cells()) {
            if (cell.table() == number) {
                json.writeStartObject();
                json.writeArrayPropertyStart("codes");
                release.shape().codes(cell.cell()).forEach(json::writeString);
                json.writeEndArray();
                json.writeStringProperty("kind", cell.primary() ? "primary" : "secondary");
                json.writeNumberProperty("low", cell.low());
                json.writeNumberProperty("high", cell.high());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /// Whole where it is whole; otherwise to six places, so that the last bits of a solver's
    /// arithmetic do not matter.
    private void number(String name, double value) {
        double rounded = Math.rint(value * 1e6) / 1e6;
        if (rounded == Math.rint(rounded)) {
            json.writeNumberProperty(name, Math.round(rounded));
        } else {
            json.writeNumberProperty(name, rounded);
        }
    }

    /// One line for each thing one may want to find or compare: a property of the whole, a file, a
    /// cell.
    private static final class Lines extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1;

        @Override
        public void writeObjectEntrySeparator(JsonGenerator json) {
            json.writeRaw(json.streamWriteContext().getNestingDepth() == 1 ? ",\n" : ", ");
        }

        @Override
        public void writeObjectNameValueSeparator(JsonGenerator json) {
            json.writeRaw(": ");
        }

        @Override
        public void beforeArrayValues(JsonGenerator json) {
            json.writeRaw(lines(json) ? "\n" : "");
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) {
            json.writeRaw(lines(json) ? ",\n" : ", ");
        }

        /// Files and tables, and the cells of a table.
        private static boolean lines(JsonGenerator json) {
            int depth = json.streamWriteContext().getNestingDepth();
            TokenStreamContext parent = json.streamWriteContext().getParent();
            return depth == 2 || (depth == 4 && "cells".equals(parent.currentName()));
        }
    }
}
