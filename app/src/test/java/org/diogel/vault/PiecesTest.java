package org.diogel.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A big value opens whole or not at all.
class PiecesTest {

    private static final Place PLACE = new Place("evidence.file", UUID.randomUUID(), "original");

    @TempDir Path folder;

    @Test
    void whatWasSealedComesBackWhateverItsSize() {
        try (Vault vault = TestVault.in(folder)) {
            KeyId key = vault.newKey();
            for (int size :
                    List.of(1, 100, Pieces.SIZE - 1, Pieces.SIZE, Pieces.SIZE + 1, 3 * Pieces.SIZE, 1_000_003)) {
                byte[] whole = bytes(size);
                List<byte[]> sealed = seal(vault, key, PLACE, whole);
                assertThat(sealed).hasSize((size + Pieces.SIZE - 1) / Pieces.SIZE);
                assertThat(vault.openPieces(key, PLACE, size, sealed.iterator())).isEqualTo(whole);
            }
        }
    }

    @Test
    void aPieceThatIsMissingMovedRepeatedChangedOrFromElsewhereIsNoticed() {
        try (Vault vault = TestVault.in(folder)) {
            KeyId key = vault.newKey();
            byte[] whole = bytes(3 * Pieces.SIZE + 10);
            List<byte[]> sealed = seal(vault, key, PLACE, whole);
            List<byte[]> cut = sealed.subList(0, 3);
            List<byte[]> headless = sealed.subList(1, 4);
            List<byte[]> swapped = new ArrayList<>(sealed);
            Collections.swap(swapped, 0, 1);
            List<byte[]> repeated = new ArrayList<>(sealed);
            repeated.add(1, sealed.get(1));
            List<byte[]> longer = new ArrayList<>(sealed);
            longer.add(sealed.getLast());
            List<byte[]> changed = new ArrayList<>(sealed);
            byte[] one = sealed.get(2).clone();
            one[one.length / 2] ^= 1;
            changed.set(2, one);
            List<byte[]> another = new ArrayList<>(sealed);
            Place beside = new Place("evidence.file", UUID.randomUUID(), "original");
            another.set(1, seal(vault, key, beside, whole).get(1));
            for (List<byte[]> wrong :
                    List.of(cut, headless, swapped, repeated, longer, changed, another, List.<byte[]>of())) {
                assertThatThrownBy(() -> vault.openPieces(key, PLACE, whole.length, wrong.iterator()))
                        .isInstanceOf(SealBroken.class);
            }
            // Cut, and said to be that short.
            assertThatThrownBy(() -> vault.openPieces(key, PLACE, 3 * Pieces.SIZE, cut.iterator()))
                    .isInstanceOf(SealBroken.class);
            for (Place place :
                    List.of(
                            beside,
                            new Place("evidence.file", PLACE.row(), "copy"),
                            new Place("evidence.other", PLACE.row(), "original"))) {
                assertThatThrownBy(() -> vault.openPieces(key, place, whole.length, sealed.iterator()))
                        .isInstanceOf(SealBroken.class);
            }
            KeyId other = vault.newKey();
            assertThatThrownBy(() -> vault.openPieces(other, PLACE, whole.length, sealed.iterator()))
                    .isInstanceOf(SealBroken.class);
            // A single piece is not an ordinary value, nor the other way round.
            byte[] small = bytes(20);
            assertThatThrownBy(() -> vault.open(key, PLACE, seal(vault, key, PLACE, small).getFirst()))
                    .isInstanceOf(SealBroken.class);
            assertThatThrownBy(
                            () ->
                                    vault.openPieces(
                                            key, PLACE, 20, List.of(vault.seal(key, PLACE, small)).iterator()))
                    .isInstanceOf(SealBroken.class);
            vault.destroy(key);
            assertThatThrownBy(() -> vault.openPieces(key, PLACE, whole.length, sealed.iterator()))
                    .isInstanceOf(KeyGone.class);
        }
    }

    private static List<byte[]> seal(Vault vault, KeyId key, Place place, byte[] whole) {
        List<byte[]> sealed = new ArrayList<>();
        vault.sealPieces(
                key,
                place,
                whole,
                (number, piece) -> {
                    assertThat(number).isEqualTo(sealed.size());
                    sealed.add(piece);
                });
        return sealed;
    }

    private static byte[] bytes(int size) {
        byte[] some = new byte[size];
        new Random(size).nextBytes(some);
        return some;
    }
}
