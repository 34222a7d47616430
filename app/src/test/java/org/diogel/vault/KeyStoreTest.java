package org.diogel.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir Path folder;
    private KeyRing ring;

    @BeforeEach
    void aRing() {
        ring = KeyRing.createDemo(folder.resolve("keys"), CLOCK);
        KeyStoreFile.make(folder.resolve("store"), UUID.randomUUID());
    }

    @Test
    void eightWritersLoseNothingAndShareSyncs() throws Exception {
        Set<KeyId> made = new HashSet<>();
        long start = System.nanoTime();
        try (KeyStore store = open();
                var threads = Executors.newFixedThreadPool(8)) {
            List<Future<List<KeyId>>> all = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                Callable<List<KeyId>> thousand =
                        () -> {
                            List<KeyId> ids = new ArrayList<>();
                            for (int i = 0; i < 1000; i++) {
                                ids.add(store.newKey());
                            }
                            return ids;
                        };
                all.add(threads.submit(thousand));
            }
            for (Future<List<KeyId>> ids : all) {
                made.addAll(ids.get());
            }
        }
        double perSecond = 8000 / ((System.nanoTime() - start) / 1e9);
        try (KeyStore again = open()) {
            assertThat(made).hasSize(8000);
            assertThat(again.size()).isEqualTo(8000);
            assertThat(made).allSatisfy(id -> assertThat(again.key(id)).hasSize(32));
        }
        assertThat(perSecond).as("new keys a second").isGreaterThan(300);
    }

    @Test
    void anInterruptedWriterDoesNotShutTheStore() throws Exception {
        try (KeyStore store = open()) {
            Thread.currentThread().interrupt();
            KeyId id = store.newKey();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(store.key(id)).hasSize(32);
            assertThat(store.newKey()).isNotNull();
        }
    }

    @Test
    void aTornTailOfAnyLengthCostsNoEarlierKey() throws Exception {
        List<KeyId> ids = keys(5);
        byte[] whole = Files.readAllBytes(slots());
        for (int cut = 1; cut < 2 * Slot.BYTES; cut++) {
            Files.write(slots(), java.util.Arrays.copyOf(whole, whole.length - cut));
            try (KeyStore store = open()) {
                int kept = cut <= Slot.BYTES ? 4 : 3;
                assertThat(store.size()).isEqualTo(kept);
                assertThat(ids.subList(0, kept)).allMatch(store::holds);
                assertThat(store.damaged()).isZero();
                assertThat(store.key(store.newKey())).hasSize(32);
            }
        }
    }

    @Test
    void rubbishAfterTheLastKeyIsTrimmed() throws Exception {
        List<KeyId> ids = keys(3);
        Files.write(slots(), Aead.random(300), StandardOpenOption.APPEND);
        try (KeyStore store = open()) {
            assertThat(ids).allMatch(store::holds);
            ids.add(store.newKey());
        }
        try (KeyStore store = open()) {
            assertThat(store.size()).isEqualTo(4);
            assertThat(ids).allSatisfy(id -> assertThat(store.key(id)).hasSize(32));
        }
    }

    @Test
    void damageInTheMiddleIsCountedAndCostsOneKeyOnly() throws Exception {
        List<KeyId> ids = keys(3);
        try (RandomAccessFile file = new RandomAccessFile(slots().toFile(), "rw")) {
            file.seek(2 * Slot.BYTES + 60);
            file.write(0x55);
            file.write(0x55);
        }
        try (KeyStore store = open()) {
            assertThat(store.damaged()).isOne();
            assertThat(store.holds(ids.get(0))).isTrue();
            assertThat(store.holds(ids.get(2))).isTrue();
            assertThatThrownBy(() -> store.key(ids.get(1))).isInstanceOf(KeyGone.class);
        }
    }

    @Test
    void destroyingLeavesZerosOnTheDisk() throws Exception {
        List<KeyId> ids = keys(3);
        try (KeyStore store = open()) {
            store.destroy(ids.subList(1, 2));
            store.destroy(List.of(new KeyId(UUID.randomUUID())));
        }
        byte[] file = Files.readAllBytes(slots());
        assertThat(java.util.Arrays.copyOfRange(file, 2 * Slot.BYTES, 3 * Slot.BYTES))
                .containsOnly(0);
        try (KeyStore store = open()) {
            assertThat(store.size()).isEqualTo(2);
            assertThat(store.damaged()).isZero();
        }
    }

    @Test
    void orphansAreFoundByDayAndNoTimeOfDayIsKept() {
        try (KeyStore store = open()) {
            KeyId id = store.newKey();
            assertThat(store.olderThan(NOW)).isEmpty();
            assertThat(store.olderThan(NOW.plus(Duration.ofHours(13)))).isEmpty();
            assertThat(store.olderThan(NOW.plus(Duration.ofHours(14)))).containsExactly(id);
        }
    }

    @Test
    void aRingOfAnotherHouseIsRefused() {
        keys(1);
        Clock december = Clock.fixed(Instant.parse("2026-12-01T10:00:00Z"), ZoneOffset.UTC);
        KeyRing other = KeyRing.createDemo(folder.resolve("other"), december);
        assertThatThrownBy(() -> KeyStore.open(folder.resolve("store"), other, CLOCK))
                .isInstanceOf(KeysRefused.class)
                .hasMessageContaining("kek.2026-11");
    }

    @Test
    void aFileThatIsNoKeyStoreIsNotOverwritten() throws Exception {
        keys(1);
        Files.writeString(slots(), "x");
        assertThatThrownBy(this::open).isInstanceOf(KeysRefused.class);
        assertThat(Files.readString(slots())).isEqualTo("x");
    }

    @Test
    void everyKeyThatWasHandedOutSurvivesKillNine() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            Path said = folder.resolve("said" + round);
            Process writer =
                    new ProcessBuilder(
                                    ProcessHandle.current().info().command().orElseThrow(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-XX:TieredStopAtLevel=1",
                                    KeyWriter.class.getName(),
                                    folder.resolve("keys").toString(),
                                    folder.resolve("store").toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .redirectOutput(said.toFile())
                            .start();
            while (Files.size(said) < 37 * (400L + 300 * round) && writer.isAlive()) {
                Thread.sleep(5);
            }
            writer.destroyForcibly();
            writer.waitFor();
            assertThat(Files.size(said)).isGreaterThanOrEqualTo(37 * 400L);
            Files.readAllLines(said).stream().filter(l -> l.length() == 36).forEach(acknowledged::add);
            try (KeyStore store = open()) {
                assertThat(store.damaged()).isZero();
                assertThat(acknowledged)
                        .allSatisfy(
                                id ->
                                        assertThat(store.key(new KeyId(UUID.fromString(id))))
                                                .hasSize(32));
            }
        }
    }

    /// The ring of another house has keys of the same names.
    @Test
    void aRingOfTheSameMonthIsRefusedToo() {
        keys(3);
        KeyRing other = KeyRing.createDemo(folder.resolve("other"), CLOCK);
        assertThatThrownBy(() -> KeyStore.open(folder.resolve("store"), other, CLOCK))
                .isInstanceOf(KeysRefused.class)
                .hasMessageContaining("does not open the key store");
    }

    @Test
    void aMissingStoreIsNeverMadeOnTheWay() {
        assertThatThrownBy(() -> KeyStore.open(folder.resolve("elsewhere"), ring, CLOCK))
                .isInstanceOf(KeysRefused.class)
                .hasMessageContaining("There is no key store in");
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void aFullDiskCostsOneKeyAndAFailedSyncEverythingUntilARestart() throws Exception {
        KeyId before = keys(1).getFirst();
        BreakingFile[] disk = new BreakingFile[1];
        try (KeyStore store =
                KeyStore.open(
                        folder.resolve("store"),
                        ring,
                        CLOCK,
                        path -> disk[0] = new BreakingFile(path))) {
            disk[0].full = true;
            assertThatThrownBy(store::newKey).isInstanceOf(UncheckedIOException.class);
            assertThat(store.isSound()).isTrue();
            assertThat(Files.size(slots())).isEqualTo(2 * Slot.BYTES);
            disk[0].full = false;
            assertThat(store.key(store.newKey())).hasSize(32);
            assertThat(store.key(before)).hasSize(32);

            disk[0].lost = true;
            assertThatThrownBy(store::newKey).isInstanceOf(UncheckedIOException.class);
            disk[0].lost = false;
            assertThat(store.isSound()).isFalse();
            assertThatThrownBy(store::newKey).isInstanceOf(IllegalStateException.class);
        }
        try (KeyStore store = open()) {
            assertThat(store.isSound()).isTrue();
            assertThat(store.damaged()).isZero();
            assertThat(store.key(store.newKey())).hasSize(32);
        }
    }

    private List<KeyId> keys(int number) {
        List<KeyId> ids = new ArrayList<>();
        try (KeyStore store = open()) {
            for (int i = 0; i < number; i++) {
                ids.add(store.newKey());
            }
        }
        return ids;
    }

    private KeyStore open() {
        return KeyStore.open(folder.resolve("store"), ring, CLOCK);
    }

    private Path slots() {
        return folder.resolve("store/keys.slots");
    }
}
