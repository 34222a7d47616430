package org.diogel.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    private static final Clock DECEMBER =
            Clock.fixed(Instant.parse("2026-12-24T10:00:00Z"), ZoneOffset.UTC);

    private static final UUID INSTALLATION = UUID.randomUUID();

    @TempDir Path folder;
    private Path ringFile;
    private final Map<KeyId, byte[]> keys = new HashMap<>();
    private KeyId destroyed;

    @BeforeEach
    void aStore() {
        ringFile = folder.resolve("diogel.keys");
        KeyRing.create(ringFile, CLOCK);
        KeyStoreFile.make(folder.resolve("store"), INSTALLATION);
        try (KeyStore store = open()) {
            destroyed = store.newKey();
            for (int i = 0; i < 50; i++) {
                KeyId id = store.newKey();
                keys.put(id, store.key(id));
            }
        }
    }

    @Test
    void everyKeyOpensUnderTheNewWrappingKeyOnly() {
        rotate();
        assertThat(KeyRing.load(ringFile, false).keks()).extracting(Kek::id).containsExactly(
                "2026-12");
        assertAllOpen();
    }

    @Test
    void whatWasDestroyedOpensNeitherFromTheNewNorFromAnOldStore() throws Exception {
        Path oldRing = Files.copy(ringFile, folder.resolve("old.keys"));
        Path oldStore = folder.resolve("old");
        Files.createDirectories(oldStore);
        Files.copy(slots(), oldStore.resolve("keys.slots"));
        try (KeyStore store = open()) {
            store.destroy(List.of(destroyed));
        }
        rotate();
        try (KeyStore store = open()) {
            assertThatThrownBy(() -> store.key(destroyed)).isInstanceOf(KeyGone.class);
        }
        assertThatThrownBy(
                        () ->
                                KeyStore.open(
                                        folder.resolve("store"),
                                        KeyRing.load(oldRing, false),
                                        CLOCK))
                .isInstanceOf(KeysRefused.class);
        assertThatThrownBy(() -> KeyStore.open(oldStore, KeyRing.load(ringFile, false), CLOCK))
                .isInstanceOf(KeysRefused.class);
        assertThat(Files.size(slots())).isEqualTo((long) Slot.BYTES * (keys.size() + 1));
        assertThat(KeyStoreFile.find(folder.resolve("store")).orElseThrow().installation())
                .isEqualTo(INSTALLATION);
    }

    @Test
    void aKillAtAnyStepLosesNothingAndTheNextRunFinishes() throws Exception {
        byte[] ringBefore = Files.readAllBytes(ringFile);
        byte[] storeBefore = Files.readAllBytes(slots());
        List<Consumer<KeyStore>> kills = new ArrayList<>();
        kills.add(store -> rotation().addKey());
        kills.add(
                store -> {
                    rotation().addKey();
                    half(folder.resolve("store/keys.slots.new"), storeBefore);
                });
        kills.add(
                store -> {
                    Rotation rotation = rotation();
                    rotation.addKey();
                    rotation.rewrap(store);
                });
        kills.add(
                store -> {
                    Rotation rotation = rotation();
                    rotation.addKey();
                    rotation.rewrap(store);
                    half(folder.resolve(".diogel.keys.new"), ringBefore);
                });
        for (Consumer<KeyStore> kill : kills) {
            Files.write(ringFile, ringBefore);
            Files.write(slots(), storeBefore);
            try (KeyStore store = open()) {
                kill.accept(store);
            }
            assertAllOpen();
            rotate();
            assertThat(KeyRing.load(ringFile, false).keks()).hasSize(1);
            assertAllOpen();
        }
    }

    @Test
    void newKeysDuringARotationAreKept() throws Exception {
        try (KeyStore store = open()) {
            List<KeyId> made = java.util.Collections.synchronizedList(new ArrayList<>());
            Thread writer =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int i = 0; i < 300; i++) {
                                            made.add(store.newKey());
                                        }
                                    });
            rotation().run(store);
            writer.join();
            assertThat(made).hasSize(300).allSatisfy(id -> assertThat(store.key(id)).hasSize(32));
        }
        assertAllOpen();
    }

    @Test
    void theCommandSaysWhatItFoundInOneSentence() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.move(
                folder.resolve("store"),
                folder.resolve("data/keystore"),
                StandardCopyOption.ATOMIC_MOVE);
        assertThat(run(CLOCK, "check")).startsWith("0 ").contains("All 51 keys open");
        Clock january = Clock.fixed(Instant.parse("2027-01-02T10:00:00Z"), ZoneOffset.UTC);
        assertThat(run(january, "check")).startsWith("3 ").contains("run ./diogel keys rotate");
        assertThat(run(january, "rotate")).startsWith("0 ").contains("kek.2027-01");
        assertThat(run(january, "check")).startsWith("0 ");
        Path slots = folder.resolve("data/keystore/keys.slots");
        Files.setPosixFilePermissions(slots, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run(january, "check")).startsWith("3 ").contains("chmod go=");
        assertThatThrownBy(() -> run(january, "init"))
                .isInstanceOf(KeysRefused.class)
                .hasMessageContaining("already");
        assertThat(KeysCommand.Job.find("shred")).isEmpty();
    }

    private String run(Clock clock, String word) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said));
            System.setErr(new PrintStream(said));
            Map<String, String> environment = Map.of("DIOGEL_KEYS", ringFile.toString());
            int exit =
                    new KeysCommand(environment, clock)
                            .run(
                                    KeysCommand.Job.find(word).orElseThrow(),
                                    Optional.empty(),
                                    Optional.of(folder.resolve("data")));
            return exit + " " + said;
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static void half(Path file, byte[] bytes) {
        try {
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2 + 7));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Rotation rotation() {
        return new Rotation(ringFile, KeyRing.load(ringFile, false), DECEMBER);
    }

    private void rotate() {
        try (KeyStore store = open()) {
            rotation().run(store);
        }
    }

    private void assertAllOpen() {
        try (KeyStore store = open()) {
            assertThat(keys).isNotEmpty();
            keys.forEach((id, key) -> assertThat(store.key(id)).isEqualTo(key));
        }
    }

    private KeyStore open() {
        return KeyStore.open(folder.resolve("store"), KeyRing.load(ringFile, false), CLOCK);
    }

    private Path slots() {
        return folder.resolve("store/keys.slots");
    }
}
