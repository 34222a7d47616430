package org.diogel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher where nothing was built: a word is checked before anything else happens.
class LauncherTest {
    @TempDir Path folder;

    private Path launcher;

    @BeforeEach
    void launcherAlone() throws IOException {
        launcher = folder.resolve("diogel");
        Files.copy(Path.of("..", "diogel"), launcher);
    }

    @Test
    void anUnknownWordGetsHelpOnStandardErrorAndExit2() throws Exception {
        var said = say("nonsense");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("no word \"nonsense\"", "verify-backup DIR");
        assertThat(folder.resolve(".diogel")).doesNotExist();
    }

    @Test
    void noWordGetsHelpOnStandardOutput() throws Exception {
        for (var words : List.of(List.<String>of(), List.of("help"), List.of("--help"))) {
            var said = say(words.toArray(String[]::new));
            assertThat(said.exit()).isZero();
            assertThat(said.out()).contains("demo [--port N]", "restore DIR --data DIR");
        }
    }

    @Test
    void everyWordOfTheHelpIsKnown() throws Exception {
        var help = say("help").out();
        for (var word : Word.values()) {
            var name = word.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            assertThat(help).contains("\n  " + name + " ");
            assertThat(Word.find(name)).contains(word);
        }
    }

    @Test
    void theWordsForTablesAreInTheHelp() throws Exception {
        assertThat(say("help").out()).contains("\n  protect TABLE.csv", "\n  audit-table TABLE.csv");
    }

    @Test
    void wordsThatDoNotBelongAreRefused() {
        assertThatThrownBy(() -> Words.parse(List.of("--prot", "1"), Set.of("--port"), Set.of(), 0))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("--prot");
        assertThatThrownBy(() -> Words.parse(List.of("--port"), Set.of("--port"), Set.of(), 0))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () ->
                                Words.parse(
                                                List.of("--port", "70000"),
                                                Set.of("--port"),
                                                Set.of(),
                                                0)
                                        .port())
                .isInstanceOf(Refused.class);
        var words =
                Words.parse(
                        List.of("DIR", "--data", "D", "--reset"),
                        Set.of("--data"),
                        Set.of("--reset"),
                        1);
        assertThat(words.plain()).containsExactly("DIR");
        assertThat(words.data(Map.of("DIOGEL_DATA", "E"))).isEqualTo(Optional.of(Path.of("D")));
        assertThat(words.has("--reset")).isTrue();
    }

    @Test
    void resetNeverRemovesAFolderThatIsNotADemonstration() throws Exception {
        var precious = Files.createDirectory(folder.resolve("precious"));
        Files.writeString(precious.resolve("keep"), "me");
        assertThatThrownBy(() -> new DemoFolder(precious).prepare(true))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is not a demonstration");
        assertThat(precious.resolve("keep")).hasContent("me");

        var demo = new DemoFolder(folder.resolve("demo")).prepare(false);
        Files.writeString(demo.folder().resolve("old"), "rows");
        demo.prepare(true);
        assertThat(demo.folder().resolve("old")).doesNotExist();
        assertThat(demo.isMarked()).isTrue();
    }

    /// A sentence of ours reaches the terminal; what others raised may quote anything.
    @Test
    void aStartThatIsRefusedDeepInsideSaysWhy() {
        var ours = new IllegalStateException("Set diogel.messages.from.");
        assertThat(Diogel.reason(new RuntimeException("bean", ours)))
                .isEqualTo("Diogel did not start: Set diogel.messages.from.");
        var others =
                org.assertj.core.api.Assertions.catchThrowable(() -> java.util.UUID.fromString("07700 900123"));
        assertThat(Diogel.reason(new RuntimeException("bean", others)))
                .contains("IllegalArgumentException")
                .doesNotContain("07700");
    }

    private record Said(int exit, String out, String err) {}

    private Said say(String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("/bin/bash", launcher.toString()));
        command.addAll(List.of(words));
        var err = folder.resolve("err");
        var process = new ProcessBuilder(command).redirectError(err.toFile()).start();
        var out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, Files.readString(err));
    }
}
