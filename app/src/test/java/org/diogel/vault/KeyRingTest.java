package org.diogel.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private static final Clock NOVEMBER =
            Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void aRing() {
        file = folder.resolve("diogel.keys");
        KeyRing.create(file, NOVEMBER);
    }

    @Test
    void isReadableByItsOwnerOnlyAndDatedByMonth() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyRing.load(file, false).newest().id()).isEqualTo("2026-11");
    }

    @Test
    void isNeverReplacedByInit() {
        assertRefused(() -> KeyRing.create(file, NOVEMBER), "move it away");
    }

    @Test
    void refusesAMissingFile() {
        assertRefused(
                () -> KeyRing.load(folder.resolve("nowhere"), false), "./diogel keys init");
    }

    @Test
    void refusesAFileOthersCanRead() throws Exception {
        for (String mode : List.of("rw-r-----", "rw----r--", "rw--w----")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            assertRefused(() -> KeyRing.load(file, false), "chmod 600");
        }
    }

    /// Rings from before have it too, and the database, which knows the context's key, cannot make it.
    @Test
    void theKeyOfCheckpointsIsMadeFromTheRingAndIsNoneOfItsKeys() throws Exception {
        KeyRing ring = KeyRing.load(file, false);
        assertThat(ring.checkpointSeed())
                .hasSize(32)
                .isEqualTo(KeyRing.load(file, false).checkpointSeed());
        change("mac.context", Base64.getEncoder().encodeToString(Aead.random(32)));
        assertThat(KeyRing.load(file, false).checkpointSeed()).isEqualTo(ring.checkpointSeed());
        assertThat(ring.entries().values()).doesNotContain(ring.checkpointSeed());
    }

    @Test
    void refusesEachMissingPurpose() throws Exception {
        List<String> whole = Files.readAllLines(file);
        for (String line : whole) {
            if (!line.startsWith("#")) {
                Files.write(file, whole.stream().filter(l -> !l.equals(line)).toList());
                assertRefused(() -> KeyRing.load(file, false), "has no key");
            }
        }
    }

    @Test
    void refusesWrongLengthBadTextUnknownAndRepeatedNames() throws Exception {
        change("mac.receipt", Base64.getEncoder().encodeToString(new byte[31]));
        assertRefused(() -> KeyRing.load(file, false), "32 bytes");
        change("mac.receipt", "not base 64!");
        assertRefused(() -> KeyRing.load(file, false), "base 64");
        Files.writeString(file, "colour=" + "A".repeat(43) + "=\n");
        assertRefused(() -> KeyRing.load(file, false), "Line 1");
    }

    @Test
    void refusesAllZeroAndRepeatedKeys() throws Exception {
        change("mac.receipt", Base64.getEncoder().encodeToString(new byte[32]));
        assertRefused(() -> KeyRing.load(file, false), "not random");
        change("mac.receipt", valueOf("mac.lookup"));
        assertRefused(() -> KeyRing.load(file, false), "used twice");
    }

    @Test
    void refusesTheDemonstrationsKeysOutsideIt() {
        Path demo = folder.resolve("demo.keys");
        KeyRing.createDemo(demo, NOVEMBER);
        assertThat(KeyRing.load(demo, true).isDemo()).isTrue();
        assertRefused(() -> KeyRing.load(demo, false), "demonstration");
    }

    @Test
    void neverPrintsAKey() throws Exception {
        KeyRing ring = KeyRing.load(file, false);
        String printed = ring + " " + ring.newest() + " " + ring.keks();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                assertThat(printed).doesNotContain(line.substring(line.indexOf('=') + 1));
            }
        }
    }

    @Test
    void aClockSetBackDoesNotMakeTheNewKeyOlder() {
        Clock october = Clock.fixed(Instant.parse("2026-10-01T10:00:00Z"), ZoneOffset.UTC);
        KeyRing ring = KeyRing.load(file, false);
        assertThat(ring.withNewKek(NOVEMBER).newest().id()).isEqualTo("2026-11.02");
        assertRefused(() -> ring.withNewKek(october), "clock");
    }

    @Test
    void isFoundBySettingThenEnvironmentThenCredential() {
        Map<String, String> both = Map.of("DIOGEL_KEYS", "/e", "CREDENTIALS_DIRECTORY", "/run/c");
        assertThat(KeysPlace.find(Optional.of("/s"), both)).hasToString("/s");
        assertThat(KeysPlace.find(Optional.empty(), both)).hasToString("/e");
        assertThat(KeysPlace.find(Optional.empty(), Map.of("CREDENTIALS_DIRECTORY", "/run/c")))
                .hasToString("/run/c/diogel.keys");
        assertRefused(() -> KeysPlace.find(Optional.empty(), Map.of()), "keys init");
    }

    private void assertRefused(Runnable doing, String hint) {
        assertThatThrownBy(doing::run)
                .isInstanceOf(KeysRefused.class)
                .hasMessageContaining(hint)
                .satisfies(
                        e -> {
                            for (String line : Files.readAllLines(file)) {
                                String value = line.substring(line.indexOf('=') + 1);
                                if (!line.startsWith("#") && value.length() > 8) {
                                    assertThat(e.getMessage()).doesNotContain(value);
                                }
                            }
                        });
    }

    private void change(String name, String value) throws Exception {
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .map(l -> l.startsWith(name + "=") ? name + "=" + value : l)
                        .toList());
    }

    private String valueOf(String name) throws Exception {
        return Files.readAllLines(file).stream()
                .filter(l -> l.startsWith(name + "="))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 1);
    }
}
