package org.diogel.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final UUID ROW = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Place PLACE = new Place("report.report", ROW, "narrative");
    private static final byte[] SECRET = "He drove a car marked QI00 DIO".getBytes(UTF_8);

    @TempDir Path folder;
    private Vault vault;

    @BeforeEach
    void open() {
        vault = TestVault.in(folder);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void whatWasSealedOpensAgainAlsoAfterARestart() {
        KeyId key = vault.newKey();
        byte[] sealed = vault.seal(key, PLACE, SECRET);
        assertThat(vault.open(key, PLACE, sealed)).isEqualTo(SECRET);
        vault.close();
        vault = TestVault.in(folder);
        assertThat(vault.open(key, PLACE, sealed)).isEqualTo(SECRET);
    }

    @Test
    void anotherPlaceIsRefused() {
        KeyId key = vault.newKey();
        byte[] sealed = vault.seal(key, PLACE, SECRET);
        for (Place other :
                new Place[] {
                    new Place("report.other", ROW, "narrative"),
                    new Place("report.report", new UUID(0, 2), "narrative"),
                    new Place("report.report", ROW, "contact"),
                    new Place("report.reportn", ROW, "arrative"),
                }) {
            assertThatThrownBy(() -> vault.open(key, other, sealed)).isInstanceOf(SealBroken.class);
        }
        assertThatThrownBy(() -> vault.open(vault.newKey(), PLACE, sealed))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void everyChangedOrCutByteIsRefusedWithoutNamingTheText() {
        KeyId key = vault.newKey();
        byte[] sealed = vault.seal(key, PLACE, SECRET);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open(key, PLACE, changed))
                    .isInstanceOf(SealBroken.class)
                    .hasMessageNotContaining("QI00");
            byte[] cut = Arrays.copyOf(sealed, i);
            assertThatThrownBy(() -> vault.open(key, PLACE, cut)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void lengthsSayLittleAndEqualTextsLookDifferent() {
        KeyId key = vault.newKey();
        byte[] one = vault.seal(key, PLACE, "a".getBytes(UTF_8));
        byte[] two = vault.seal(key, PLACE, "a".repeat(60).getBytes(UTF_8));
        assertThat(one).hasSameSizeAs(two);
        assertThat(vault.seal(key, PLACE, SECRET)).isNotEqualTo(vault.seal(key, PLACE, SECRET));
        byte[] long1 = "é".repeat(10_000).getBytes(UTF_8);
        assertThat(vault.open(key, PLACE, vault.seal(key, PLACE, long1))).isEqualTo(long1);
        assertThat(vault.open(key, PLACE, vault.seal(key, PLACE, new byte[0]))).isEmpty();
    }

    @Test
    void aDestroyedKeyIsGoneForGood() {
        KeyId key = vault.newKey();
        KeyId other = vault.newKey();
        byte[] sealed = vault.seal(key, PLACE, SECRET);
        vault.destroy(key);
        vault.destroy(key);
        assertThat(vault.holds(key)).isFalse();
        assertThatThrownBy(() -> vault.open(key, PLACE, sealed)).isInstanceOf(KeyGone.class);
        assertThatThrownBy(() -> vault.seal(key, PLACE, SECRET)).isInstanceOf(KeyGone.class);
        vault.close();
        vault = TestVault.in(folder);
        assertThatThrownBy(() -> vault.open(key, PLACE, sealed)).isInstanceOf(KeyGone.class);
        assertThat(vault.holds(other)).isTrue();
    }

    @Test
    void keysOfTheRingDifferByPurposeAndPlace() {
        byte[] cookie = vault.sealUnder(SealKey.COOKIE, PLACE, SECRET);
        assertThat(vault.openUnder(SealKey.COOKIE, PLACE, cookie)).isEqualTo(SECRET);
        assertThatThrownBy(() -> vault.openUnder(SealKey.ACCOUNT, PLACE, cookie))
                .isInstanceOf(SealBroken.class);
        assertThat(vault.mac(MacKey.RECEIPT, SECRET))
                .hasSize(32)
                .isEqualTo(vault.mac(MacKey.RECEIPT, SECRET))
                .isNotEqualTo(vault.mac(MacKey.LOOKUP, SECRET));
    }

    @Test
    void besideAServingDiogelOnlyTheKeysOfTheRingAreThere() {
        KeyRing ring = KeyRing.load(folder.resolve("test.keys"), true);
        try (Vault beside = Vault.ofRing(ring)) {
            assertThat(beside.mac(MacKey.LOOKUP, SECRET)).isEqualTo(vault.mac(MacKey.LOOKUP, SECRET));
            assertThatThrownBy(beside::newKey).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aSecondProcessIsKeptOut() {
        assertThatThrownBy(() -> TestVault.in(folder))
                .isInstanceOf(KeysRefused.class)
                .hasMessageContaining("stop it first");
    }
}
