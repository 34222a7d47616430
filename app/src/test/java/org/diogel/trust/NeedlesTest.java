package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The search that proves that nothing leaked does find what leaks.
class NeedlesTest {

    @Test
    void everyFormIsFoundAtAnyOffset() {
        Needles needles = new Needles();
        needles.add("07700 900123");
        needles.add("Gwyneth Llanddiogel & Siân");
        needles.add("QI12 IABC");
        for (int offset = 0; offset < 4; offset++) {
            String before = "x".repeat(offset);
            for (String leaked :
                    List.of(
                            "07700 900123",
                            "07700900123",
                            "+447700900123",
                            "07700%20900123",
                            "gwyneth llanddiogel & siân",
                            "Gwyneth+Llanddiogel+%26+Si%C3%A2n",
                            "Gwyneth Llanddiogel &amp; Siân",
                            "qi12iabc",
                            hex("07700 900123"),
                            base64(before + "07700 900123 and more"),
                            base64(before + "Gwyneth Llanddiogel & Siân"),
                            hex("QI12IABC"))) {
                assertThat(needles.in((before + leaked + "y").getBytes(StandardCharsets.UTF_8), "here"))
                        .as(leaked)
                        .isNotEmpty();
            }
            for (var utf16 : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                assertThat(needles.in((before + "Gwyneth LLANDDIOGEL").getBytes(utf16), "here"))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void nothingElseIsFound() {
        Needles needles = new Needles();
        needles.add("07700 900123");
        assertThat(needles.in("07700 900124 0770090012 07700".getBytes(StandardCharsets.UTF_8), "here"))
                .isEmpty();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
