package org.diogel.disclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {

    @TempDir Path folder;

    @Test
    void whatWasBegunIsTakenBackWhenAnotherFails() throws Exception {
        Path old = Files.writeString(folder.resolve("one.csv"), "old");
        assertThatThrownBy(
                        () -> {
                            try (Outputs outputs = new Outputs()) {
                                outputs.write(old, to -> to.write(65));
                                outputs.write(
                                        folder.resolve("two.csv"),
                                        to -> {
                                            to.write(66);
                                            throw new IOException("The disk is full.");
                                        });
                                outputs.keep();
                            }
                        })
                .hasMessage("The disk is full.");
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(old));
        assertThat(old).hasContent("old");
    }

    @Test
    void whatIsKeptReplacesWhatWasThere() throws Exception {
        Path old = Files.writeString(folder.resolve("one.csv"), "old");
        try (Outputs outputs = new Outputs()) {
            assertThat(outputs.write(old, to -> to.write(65)))
                    .isEqualTo("559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd");
            outputs.keep();
        }
        assertThat(old).hasContent("A");
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(old));
    }

    @Test
    void aLinkToAnInputIsTheInput() throws Exception {
        Path input = Files.writeString(folder.resolve("in.csv"), "in");
        Path link = Files.createSymbolicLink(folder.resolve("out.csv"), input);
        assertThatThrownBy(() -> Outputs.check(List.of(input), List.of(link)))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("would overwrite an input");
    }
}
