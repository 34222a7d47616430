package org.diogel.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.diogel.report.Answers;
import org.junit.jupiter.api.Test;

class FlagsTest {

    private static final Answers TOLD =
            new Answers(
                    Map.of(
                            "words",
                            List.of(
                                    "He came in and then he said that nobody would ever believe"
                                            + " somebody like me so I ran"),
                            "contact.name", List.of("Seren Enghraifft"),
                            "contact.detail", List.of("07700 900 321"),
                            "contact.secret", List.of("my landlord Idris"),
                            "contact.times", List.of("Evenings")));

    @Test
    void eachKindOfGiveawayIsFlagged() {
        assertKind("description.en", "Came at 23:40", "time");
        assertKind("description.en", "Came at 9 pm", "time");
        assertKind("description.cy", "Daeth am 9 yh", "time");
        assertKind("description.en", "It was on Monday night", "day");
        assertKind("description.en", "On 3 March", "day");
        assertKind("description.cy", "Nos Wener oedd hi", "day");
        assertKind("description.cy", "Ar 3 Mawrth", "day");
        assertKind("description.en", "In the hotel near the ring", "place");
        assertKind("description.cy", "Mewn gwesty yng Nghymru", "place");
        assertKind("description.en", "Drives around Cardiff", "place");
        assertKind("description.en", "She was alone with him", "about-her");
        assertKind("manner.cy", "Roedd ar ei phen ei hun", "about-her");
        assertKind("manner.en", "Says nobody would ever believe somebody like me so there", "copied");
        assertKind("manner.en", "Asked for Seren Enghraifft by name", "contact");
        assertKind("phone", "07700900321", "contact");
        assertKind("description.en", "Lives at 12 Made Up Street", "address");
        assertKind("description.cy", "Yn 4 Heol Ddychmygol", "address");
        assertKind("description.en", "Lives in ZZ9 9ZZ", "address");
        assertKind("names", "Dai Dychmygol", "name");
        assertKind("phone", "07700 900123", "digits");
        assertKind("manner.en", "Do not tell my landlord Idris about it", "contact");
    }

    @Test
    void welshIsFlaggedWithItsMutations() {
        assertKind("description.cy", "Yn gyrru o gwmpas yng Nghaerdydd", "place");
        assertKind("description.cy", "Mae’n byw ym Mangor", "place");
        assertKind("manner.cy", "Aeth i Gasnewydd ac i Landudno", "place");
        assertKind("manner.cy", "Yn y dafarn, neu mewn clwb nos", "place");
        assertKind("manner.cy", "Abertawe a Chastell-nedd", "place");
        assertKind("manner.cy", "Roedd hi’n feichiog", "about-her");
        assertKind("manner.cy", "Gofynnodd am ei phlant", "about-her");
        assertKind("manner.cy", "Soniodd am fy mhlentyn i", "about-her");
        assertKind("manner.cy", "Daeth gyda’i phartner", "about-her");
        assertKind("manner.cy", "Gyda’r weithiwr cymorth", "about-her");
        assertKind("manner.cy", "Ddydd Gwener, 3 Fawrth", "day");
        // In English these are other words.
        assertThat(flags(Map.of("manner.en", List.of("Keeps a dog that will bark; asks to marry"))))
                .isEmpty();
        assertKind("manner.en", "Drives round Fangor", "place");
    }

    @Test
    void whoseItIsMakesNoDifference() {
        for (String whose : List.of("my", "her", "his", "their")) {
            assertKind("manner.en", "Knew of " + whose + " children", "about-her");
        }
    }

    @Test
    void wholeNumbersAddressesPlatesAndDistrictsAreFlaggedWhereverTheyStand() {
        assertKind("manner.en", "Rings from 07700 900123 late", "digits");
        assertKind("manner.en", "Rings from +44 7700-900-123 late", "digits");
        assertKind("names", "07700900123", "digits");
        assertKind("description.en", "Writes as max.m@mail.invalid", "email");
        assertKind("email", "max.m@mail.invalid", "email");
        assertKind("car.en", "Grey van QX19 ABC", "plate");
        assertKind("car.cy", "Fan lwyd qx19abc", "plate");
        assertKind("car.en", "Old car, A123 BCD", "plate");
        assertKind("vehicle", "QX19 ABC", "plate");
        assertKind("description.en", "Says he is from CF10", "address");
        assertKind("description.en", "Says he is from M4 way", "place");
        assertThat(
                        flags(
                                Map.of(
                                        "email", List.of("ma…@mail.invalid"),
                                        "vehicle", List.of("QX19…"),
                                        "car.en", List.of("Grey van, 20-25 dents, 2019-2024"),
                                        "phone", List.of("…0123"))))
                .isEmpty();
    }

    @Test
    void whenSheMayBeReachedBarsNoWord() {
        assertThat(flags(Map.of("manner.en", List.of("Evenings only, and polite")))).isEmpty();
    }

    @Test
    void whatIsKeptOfAFlagIsAPlaceInTheWarningAndNoWordOfHers() {
        Warning warning =
                new Warning(
                        Map.of(
                                "phone", List.of("07700900321"),
                                "manner.en",
                                        List.of("Says nobody would ever believe somebody like me so there")));
        List<Flag> flags = Flags.of(warning, TOLD, true);
        assertThat(flags).extracting(Flag::kind).containsExactlyInAnyOrder("contact", "copied");
        Warning kept = FlagNotes.write(warning, flags);
        assertThat(kept.list("flags").toString()).doesNotContain("900", "nobody", "believe");
        assertThat(FlagNotes.read(kept)).isEqualTo(flags);
    }

    @Test
    void whatOnlyDescribesTheDangerRaisesNothing() {
        assertThat(
                        flags(
                                Map.of(
                                        "description.en",
                                        List.of("Tall, grey beard, blue coat. Speaks softly."),
                                        "manner.en",
                                        List.of("Asks to pay later, then takes the money back."),
                                        "names",
                                        List.of("Dai"),
                                        "phone",
                                        List.of("…0123"))))
                .isEmpty();
    }

    @Test
    void herDetailsHerWordsAFullNameAnAddressAndAWholeNumberCannotBeTalkedAway() {
        for (Flag flag :
                flags(
                        Map.of(
                                "names", List.of("Dai Dychmygol"),
                                "description.en", List.of("12 Made Up Street, ask Seren Enghraifft"),
                                "manner.en",
                                        List.of("Said that nobody would ever believe somebody like me"),
                                "phone", List.of("07700 900123")))) {
            Warning answered =
                    new Warning(
                            Map.of("reason." + flag.id(), List.of("It does not matter at all here")));
            if (List.of("contact", "name", "address", "digits", "copied").contains(flag.kind())) {
                assertThat(flag.mustMend()).isTrue();
                assertThat(Flags.open(List.of(flag), answered)).contains(flag);
            } else {
                assertThat(Flags.open(List.of(flag), answered)).isEmpty();
            }
        }
    }

    @Test
    void aReasonAnswersOneWordingAndNoOther() {
        Flag first = flags(Map.of("description.en", List.of("At 23:40"))).getFirst();
        Flag second = flags(Map.of("description.en", List.of("At 23:45"))).getFirst();
        assertThat(first.id()).isNotEqualTo(second.id());
    }

    @Test
    void aPartnershipMayShowWholeNumbers() {
        Warning warning = new Warning(Map.of("phone", List.of("07700 900123")));
        assertThat(Flags.of(warning, TOLD, true)).isEmpty();
    }

    @Test
    void everyKindHasItsTexts() {
        assertThat(Flags.kinds())
                .containsExactlyInAnyOrder(
                        "contact", "name", "address", "digits", "email", "plate", "time", "day",
                        "place", "about-her", "copied");
    }

    private static void assertKind(String field, String text, String kind) {
        assertThat(flags(Map.of(field, List.of(text))))
                .as(text)
                .extracting(Flag::kind)
                .contains(kind);
    }

    private static List<Flag> flags(Map<String, List<String>> values) {
        return Flags.of(new Warning(values), TOLD, false);
    }
}
