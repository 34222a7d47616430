package org.diogel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Function;
import org.diogel.kernel.PhoneNumber.Doubt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07700 900123",
                "+44 (0)7700 900123",
                "0044 7700 900123",
                "7700900123",
                "447700900123",
                "07700-900-123",
                "tel:07700900123",
                "O7700 900123",
                "O77OO 9oo 123",
                "+44 O7700 900123",
                "07700 900123 Dave",
                "Dave (work): 07700 900123 (after six)",
                "WhatsApp +44 7700 900123",
                "07700900123x4",
                "07700 900123 #4",
                "07700 900123 ext 4",
                "٠٧٧٠٠٩٠٠١٢٣",
                "０７７００ ９００１２３",
                "\u202a+44 7700 900123\u202c",
                "  07700\u00a0900123 "
            })
    void everyWayToWriteANumberComparesEqual(String written) {
        assertThat(PhoneNumber.of(written).e164()).isEqualTo("+447700900123");
        assertThat(PhoneNumber.of(written).raw()).isEqualTo(written);
        assertThat(PhoneNumber.of(written).doubt()).isEqualTo(Doubt.NOT_IN_USE);
    }

    @Test
    void aNumberWithoutItsLastDigitIsTakenAndDoubted() {
        assertThat(PhoneNumber.of("0740012345").doubt()).isEqualTo(Doubt.SHORT);
        assertThat(PhoneNumber.of("0740012345").comparable()).isPresent();
    }

    /// No letter is the key of a telephone, and a part of a number is none.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "withheld",
                "no caller ID",
                "123",
                "07700 900123 07700 900124 07700",
                "07700 900123 or 07700 900124",
                "0770090 Dave",
                "0770090DAVE",
                "0800 REVERSE",
                "07700 9 Dave 00123",
                "0770090",
                "900123"
            })
    void whatIsNoNumberIsKeptAsWritten(String written) {
        PhoneNumber read = PhoneNumber.of(written);
        assertThat(read.comparable()).isEmpty();
        assertThat(read.raw()).isEqualTo(written);
    }

    /// Few British numbers are short; one of them is a helpline's.
    @Test
    void aShortNumberInUseIsTaken() {
        assertThat(PhoneNumber.of("0800 1111").e164()).isEqualTo("+448001111");
        assertThat(PhoneNumber.of("0800 1111").doubt()).isEqualTo(Doubt.NONE);
    }

    @Test
    void numbersOfOtherCountriesAndIslandsAreTaken() {
        assertThat(PhoneNumber.of("+353 20 910 0000").comparable()).isPresent();
        assertThat(PhoneNumber.of("07911 123456").comparable()).isPresent();
        assertThat(PhoneNumber.of("07624 000000").comparable()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "CU5I ABC,CU51ABC,CURRENT",
        "CUS1ABC,CU51ABC,CURRENT",
        "CU51A8C,CU51ABC,CURRENT",
        "cu51 abc,CU51ABC,CURRENT",
        "A123 BCD,A123BCD,PREFIX",
        "ABC 123D,ABC123D,SUFFIX",
        "Q123 ABC,Q123ABC,Q_PLATE",
        "AIZ 1234,AIZ1234,NORTHERN_IRELAND",
        "ABC 123,ABC123,DATELESS",
        "123 D 456,123D456,DIPLOMATIC",
        "QI00 DIO,QI00DIO,OTHER",
        "B-XY 123456,BXY123456,OTHER"
    })
    void platesAreReadByTheirForm(String written, String plate, Vehicle.Form form) {
        Vehicle read = Vehicle.of(written);
        assertThat(read.plate()).isEqualTo(plate);
        assertThat(read.form()).isEqualTo(form);
        assertThat(read.raw()).isEqualTo(written);
    }

    /// What fits many is compared with nothing, and kept as it was written.
    @ParameterizedTest
    @CsvSource({
        "AB12,PARTIAL",
        "CU51,PARTIAL",
        "51 ABC,PARTIAL",
        "C?51A??,PARTIAL",
        "CU51 A**,PARTIAL",
        "CU51...,PARTIAL",
        "AB12 C,PARTIAL",
        "CZ51,PARTIAL",
        "ABC,OTHER",
        "blue van,OTHER",
        "blue van near AB12,OTHER",
        "?,UNREADABLE"
    })
    void aPartOfAPlateIsComparedWithNothing(String written, Vehicle.Form form) {
        Vehicle read = Vehicle.of(written);
        assertThat(read.comparable()).isEmpty();
        assertThat(read.skeleton()).isNull();
        assertThat(read.form()).isEqualTo(form);
        assertThat(read.raw()).isEqualTo(written);
    }

    @Test
    void lookAlikesHaveOneSkeleton() {
        assertThat(Vehicle.of("Q0I1 LZ2").skeleton()).isEqualTo(Vehicle.of("OO11 1ZZ").skeleton());
        assertThat(Vehicle.of("CU51 ABC").skeleton()).isEqualTo(Vehicle.of("CUS1 A8C").skeleton());
    }

    @ParameterizedTest
    @CsvSource({
        " Some.One+x@GoogleMail.com ,some.one+x@googlemail.com,someone@gmail.com",
        "a-b@yahoo.co.uk,a-b@yahoo.co.uk,a@yahoo.co.uk",
        "x+y@proton.me,x+y@proton.me,x@proton.me",
        "x+y@hotmail.fr,x+y@hotmail.fr,x@hotmail.fr",
        "x+y@live.co.uk,x+y@live.co.uk,x@live.co.uk",
        "x+y@icloud.com,x+y@icloud.com,x@icloud.com",
        "x-y@yahoo.fr,x-y@yahoo.fr,x@yahoo.fr",
        "x.y@outlook.com,x.y@outlook.com,x.y@outlook.com",
        "any@name.fastmail.com,any@name.fastmail.com,name@fastmail.com",
        "x+y@diogel.invalid,x+y@diogel.invalid,x+y@diogel.invalid",
        "ŵy@tŷ.invalid,ŵy@xn--t-foa.invalid,ŵy@xn--t-foa.invalid"
    })
    void addressesAreMadeComparable(String written, String exact, String canonical) {
        Email read = Email.of(written);
        assertThat(read.exact()).isEqualTo(exact);
        assertThat(read.canonical()).isEqualTo(canonical);
    }

    @Test
    void nothingTypedMakesThemThrowOrThinkLong() {
        Random random = new Random(20_261_123);
        for (int i = 0; i < 20_000; i++) {
            String weird = weird(random);
            quick(weird, PhoneNumber::of);
            quick(weird, Vehicle::of);
            quick(weird, Email::of);
            quick(weird, Crockford::read);
            quick(weird, SafeText::clean);
            assertThat(SafeText.clean(weird)).doesNotContain("\0");
        }
        for (String part : new String[] {"9", "a@", "A1", "\ud83d", "(0", "+", "ﷺ", "\0"}) {
            quick(part.repeat(100_000), PhoneNumber::of);
            quick(part.repeat(100_000), Vehicle::of);
            quick(part.repeat(100_000), Email::of);
        }
    }

    @Test
    void theirTextsNeverReachALog() {
        assertThat(PhoneNumber.of("07700 900123").toString()).doesNotContain("900");
        assertThat(Vehicle.of("QI00 DIO").toString()).doesNotContain("QI00");
        assertThat(Email.of("nobody@diogel.invalid").toString()).doesNotContain("nobody");
    }

    @Test
    void halfCharactersAreReplacedAndWholeOnesStay() {
        assertThat(SafeText.clean("a\0b\ud83dc\udc00d\ud83d\ude00\r\ne\rf"))
                .isEqualTo("ab\uFFFDc\uFFFDd\ud83d\ude00\ne\nf");
    }

    private static <T> void quick(String text, Function<String, T> read) {
        long best = Long.MAX_VALUE;
        // The machine may pause once; it does not pause three times for the same text.
        for (int i = 0; i < 3 && best > 100_000_000L; i++) {
            long before = System.nanoTime();
            assertThat(read.apply(text)).isNotNull();
            best = System.nanoTime() - before;
        }
        assertThat(best).isLessThan(100_000_000L);
    }

    private static String weird(Random random) {
        String[] pieces = {
            "07700", " 900", "123", "\0", "\ud83d", "\udc00", "😀", "שלום", "\u202e", "٠٧٧", "@",
            ".invalid", "+", "xn--", "ŵ", "CU51", "QI", "Ⅷ", "\u200d", "\n", "ß", "İ", "-", "(", "ext"
        };
        StringBuilder out = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            out.append(
                    random.nextInt(4) == 0
                            ? String.valueOf((char) random.nextInt(0x10000))
                            : pieces[random.nextInt(pieces.length)]);
        }
        return out.toString();
    }
}
