package org.diogel.disclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Makes what lies in docs/examples/disclosure again from the inputs that lie there, and compares
/// every byte. With DIOGEL_WRITE=true in the environment it writes them instead.
class ExampleTest {

    private static final Path EXAMPLES = Path.of("../../docs/examples/disclosure");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "people.csv --count people --hierarchy hierarchy.csv --geography health-boards.csv"
                        + " --geography police-forces.csv --out people-protected.csv"
                        + " --proof people-proof.json",
                "people.csv support.csv --count people --hierarchy hierarchy.csv"
                        + " --out people-linked.csv --out support-linked.csv --proof linked-proof.json",
                "people.csv --count people --hierarchy hierarchy.csv --profile controlled-5"
                        + " --out people-controlled.csv --proof controlled-proof.json",
                "grants.csv --count pounds --contributor project --profile p-10"
                        + " --out grants-protected.csv --proof grants-proof.json",
                "foi-ethnicity.csv --count survivors --hierarchy foi-ethnicity-hierarchy.csv --out foi-ethnicity-protected.csv"
                        + " --proof foi-ethnicity-proof.json",
            })
    void anExampleIsMadeAgain(String words) throws Exception {
        boolean write = "true".equals(System.getenv("DIOGEL_WRITE"));
        List<String> arguments = new ArrayList<>();
        List<String> made = new ArrayList<>();
        String before = "";
        for (String word : words.split(" ")) {
            boolean output = before.equals("--out") || before.equals("--proof");
            boolean file = word.matches(".+\\.(csv|json)");
            Path in = output && !write ? folder : EXAMPLES;
            arguments.add(file ? in.resolve(word).toString() : word);
            if (output) {
                made.add(word);
            }
            before = word;
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit = ProtectWord.run(arguments, print, print);
        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
        for (String name : made) {
            if (!write) {
                assertThat(folder.resolve(name)).hasSameBinaryContentAs(EXAMPLES.resolve(name));
            }
            if (name.endsWith(".json")) {
                assertThat(Schema.wrongWith(Files.readString(EXAMPLES.resolve(name)))).isEmpty();
            }
        }
    }
}
