package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.diogel.kernel.Crockford;
import org.junit.jupiter.api.Test;

class ReceiptCodeTest {

    @Test
    void itHasSevenGroupsOfFourAndNoTwoAreEqual() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            ReceiptCode code = ReceiptCode.random();
            assertThat(code.spaced()).matches("([0-9A-HJKMNP-TV-Z]{4} ){6}[0-9A-HJKMNP-TV-Z]{4}");
            assertThat(seen.add(code.letters())).isTrue();
        }
    }

    @Test
    void itIsReadHoweverItWasCopied() {
        ReceiptCode code = ReceiptCode.random();
        String copied =
                code.spaced().replace(' ', '-').toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l');
        assertThat(ReceiptCode.read(" \u2011" + copied + "\n")).contains(code);
        assertThat(ReceiptCode.read(code.letters().replace('1', 'I'))).contains(code);
    }

    @Test
    void everySlipOfOneLetterAndEverySwapIsNoticed() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            String good = ReceiptCode.random().letters();
            for (int at = 0; at < 28; at++) {
                char other = Crockford.letter((Crockford.value(good.charAt(at)) + 1 + random.nextInt(31)) % 32);
                assertThat(ReceiptCode.read(good.substring(0, at) + other + good.substring(at + 1))).isEmpty();
                if (at < 27 && good.charAt(at) != good.charAt(at + 1)) {
                    String swapped =
                            good.substring(0, at) + good.charAt(at + 1) + good.charAt(at) + good.substring(at + 2);
                    assertThat(ReceiptCode.read(swapped)).isEmpty();
                }
            }
        }
    }

    @Test
    void whatCannotBeACodeIsNone() {
        for (String text : new String[] {"", "\0", "U".repeat(28), "0".repeat(29), "7".repeat(100_000), "😀"}) {
            assertThat(ReceiptCode.read(text)).isEmpty();
        }
        assertThat(ReceiptCode.random().toString()).isEqualTo("ReceiptCode");
    }
}
