package org.diogel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesTest {

    private static final byte[] SEED =
            HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    private static final String PUBLIC =
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    private static final NoteSigner SIGNER = NoteSigner.of(SEED, _ -> "example.invalid/log");
    private static final Checkpoint CHECKPOINT =
            new Checkpoint("example.invalid/log", 12_345, Merkle.empty(), List.of("a line of ours"));

    /// RFC 8032 §7.1, test 1: secret key, public key.
    @Test
    void aSeedGivesTheKeyThatTheStandardSays() {
        NoteSigner.of(
                SEED,
                raw -> {
                    assertThat(HexFormat.of().formatHex(raw)).isEqualTo(PUBLIC);
                    return "name";
                });
        assertThat(SIGNER.toString()).doesNotContain("9d61b19d");
    }

    @Test
    void aCheckpointComesBackFromItsNote() {
        String text = SIGNER.sign(CHECKPOINT.text()).text();
        assertThat(text)
                .startsWith(
                        "example.invalid/log\n12345\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
                                + "a line of ours\n\n— example.invalid/log ");
        SignedNote read = SignedNote.read(text);
        assertThat(read.isSignedBy(SIGNER.key())).isTrue();
        assertThat(read.text()).isEqualTo(text);
        assertThat(Checkpoint.read(read.body())).isEqualTo(CHECKPOINT);
    }

    @Test
    void aKeyComesBackFromItsText() {
        NoteKey key = NoteKey.read(SIGNER.key().text());
        assertThat(SIGNER.sign("one line\n").isSignedBy(key)).isTrue();
        assertThatThrownBy(() -> NoteKey.read(SIGNER.key().text().replace("+", "+0")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyBitOfANoteCounts() {
        byte[] whole = SIGNER.sign(CHECKPOINT.text()).text().getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(isGood(new String(changed, StandardCharsets.UTF_8))).as("bit %d", bit).isFalse();
        }
        for (int length = 0; length < whole.length; length++) {
            assertThat(isGood(new String(whole, 0, length, StandardCharsets.UTF_8))).isFalse();
        }
    }

    @Test
    void anotherKeyOfTheSameNameSignedNothing() {
        byte[] seed = SEED.clone();
        seed[0] ^= 1;
        NoteSigner other = NoteSigner.of(seed, _ -> "example.invalid/log");
        SignedNote note = other.sign(CHECKPOINT.text());
        assertThat(note.isSignedBy(SIGNER.key())).isFalse();
        // What a witness signed too does no harm.
        SignedNote both =
                new SignedNote(
                        CHECKPOINT.text(),
                        List.of(
                                note.signatures().getFirst(),
                                SIGNER.sign(CHECKPOINT.text()).signatures().getFirst()));
        assertThat(both.isSignedBy(SIGNER.key())).isTrue();
    }

    @Test
    void whatIsNoCheckpointIsRefused() {
        for (String bad :
                List.of(
                        "",
                        "a\n1\n",
                        "a\n01\n" + Merkle.empty().base64() + "\n",
                        "a\n-1\n" + Merkle.empty().base64() + "\n",
                        "\n1\n" + Merkle.empty().base64() + "\n",
                        "a\n1\n" + Merkle.empty().base64(),
                        "a\n1\n" + Merkle.empty().base64() + "\n\n",
                        "a\n1\nAAAA\n",
                        "a\n99999999999999999999\n" + Merkle.empty().base64() + "\n")) {
            assertThatThrownBy(() -> Checkpoint.read(bad))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Checkpoint("a\nb", 1, Merkle.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProofIsATextOfItsOwn() {
        InclusionProof proof = new InclusionProof(0, 2, List.of(Merkle.empty()));
        assertThat(proof.text("CHECKPOINT"))
                .isEqualTo(
                        "c2sp.org/tlog-proof@v1\nindex 0\n"
                                + Base64.getEncoder().encodeToString(Merkle.empty().bytes())
                                + "\n\nCHECKPOINT");
    }

    private static boolean isGood(String text) {
        try {
            SignedNote note = SignedNote.read(text);
            return note.isSignedBy(SIGNER.key()) && Checkpoint.read(note.body()).equals(CHECKPOINT);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
