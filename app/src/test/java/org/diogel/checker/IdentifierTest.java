package org.diogel.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The texts that are compared. A check that the service cannot see makes the same ones, so they never
/// change.
class IdentifierTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PHONE;07700 900123;diogel:v1:phone:+447700900123",
                "EMAIL;Some.Body+x@GoogleMail.com;diogel:v1:email:some.body+x@googlemail.com"
                        + " diogel:v1:emailc:somebody@gmail.com",
                "VEHICLE;cu5i abc;diogel:v1:vrm:CU51ABC diogel:v1:vrmskel:CU51A8C",
                "HANDLE;Snapchat: @Bad.Man;diogel:v1:user:snapchat|bad.man"
                        + " diogel:v1:user:any|bad.man diogel:v1:user:like|badrnan",
                "HANDLE;@Bad.Man;diogel:v1:user:any|bad.man diogel:v1:user:like|badrnan"
            })
    void theyAreWrittenSo(Kind kind, String typed, String inputs) {
        assertThat(Identifier.read(kind, typed).stream().map(Identifier::input))
                .containsExactly(inputs.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "07700 900123;PHONE",
                "tel:07700900123;PHONE",
                "a@b.invalid;EMAIL",
                "CU51 ABC;VEHICLE",
                "CU51ABC;VEHICLE HANDLE",
                "QI00 DIO;VEHICLE",
                "@CU51ABC;HANDLE",
                "badman;HANDLE",
                "https://instagram.com/badman;HANDLE",
                "badman on Snapchat;HANDLE",
                "@badman@social.invalid;HANDLE"
            })
    void theKindIsFoundOut(String typed, String kinds) {
        Asked asked = Asked.read(typed, Optional.empty()).orElseThrow();
        assertThat(asked.kinds().stream().map(Kind::name)).containsExactly(kinds.split(" "));
        assertThat(asked.readAs()).hasSameSizeAs(asked.kinds());
    }

    /// Whatever is typed, no more is compared than is looked up each time, and nothing of it is said.
    @Test
    void thereAreNeverMoreThanAreLookedUp() {
        Random random = new Random(20_261_129);
        String letters = "abcXYZ0159OI .@_-:/?+٠é";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder typed = new StringBuilder();
            int length = random.nextInt(16);
            for (int j = 0; j < length; j++) {
                typed.append(letters.charAt(random.nextInt(letters.length())));
            }
            for (Optional<Kind> said :
                    List.of(Optional.<Kind>empty(), Optional.of(Kind.values()[random.nextInt(4)]))) {
                Asked.read(typed.toString(), said)
                        .ifPresent(
                                asked -> {
                                    assertThat(asked.identifiers()).hasSizeBetween(1, Asked.MOST);
                                    assertThat(asked.toString()).startsWith("Asked[[");
                                    assertThat(asked.identifiers().toString())
                                            .doesNotContain("diogel:");
                                });
            }
        }
    }
}
