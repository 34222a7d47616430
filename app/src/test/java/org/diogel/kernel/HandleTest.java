package org.diogel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Snapchat: Bad.Man_1",
                "snapchat:bad.man_1",
                "Snapchat @bad.man_1",
                "snap bad.man_1",
                "SC: BAD.MAN_1",
                "bad.man_1 on Snapchat",
                "bad.man_1 ar Snapchat",
                "bad.man_1 (Snapchat)",
                "bad.man_1, snapchat.",
                "@bad.man_1 snapchat",
                "bad.man_1 on sc",
                "Snapchat username: bad.man_1",
                "Username bad.man_1 on snapchat",
                "Enw defnyddiwr Snapchat: bad.man_1",
                "his snapchat is bad.man_1",
                "Snapchat = \"bad.man_1\"",
                "snapchat.com bad.man_1",
                "https://www.snapchat.com/add/bad.man_1",
                "https://www.snapchat.com/add/bad.man_1?share_id=abc&locale=en-GB",
                "http://snapchat.com/add/BAD.MAN_1/",
                "snapchat.com/add/bad.man_1",
                "https://www.snapchat.com/@bad.man_1",
                "look at https://snapchat.com/add/bad.man_1 please",
                "https://www.snapchat.com/add/bad%2Eman%5F1",
                "Ｓｎａｐｃｈａｔ：\u200bｂａｄ．ｍａｎ＿１",
                "\u202asnapchat: bad.man_1\u202c"
            })
    void everyWayToWriteAProfileComparesEqual(String written) {
        Handle read = Handle.of(written);
        assertThat(read.comparable()).contains("snapchat|bad.man_1");
        assertThat(read.anywhere()).contains("any|bad.man_1");
        assertThat(read.raw()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "https://instagram.com/bad.man/reels,instagram|bad.man",
        "https://www.instagram.com/stories/bad.man/123,instagram|bad.man",
        "https://m.facebook.com/bad.man.9,facebook|bad.man.9",
        "https://www.facebook.com/profile.php?id=100012345678901&sk=about,facebook|100012345678901",
        "https://facebook.com/people/Bad-Man/100012345678901/,facebook|100012345678901",
        "https://x.com/badman/status/1,twitter|badman",
        "https://twitter.com/intent/user?screen_name=badman,twitter|badman",
        "https://www.tiktok.com/@badman?lang=en,tiktok|badman",
        "https://t.me/badman,telegram|badman",
        "tg://resolve?domain=badman,telegram|badman",
        "https://old.reddit.com/user/badman/,reddit|badman",
        "u/badman,reddit|badman",
        "https://onlyfans.com/badman,onlyfans|badman",
        "https://www.adultwork.com/ViewProfile.asp?UserID=1234567,adultwork|1234567",
        "AdultWork 1234567,adultwork|1234567",
        "aw: 1234567,adultwork|1234567",
        "https://www.linkedin.com/in/bad-man-1/,linkedin|bad-man-1",
        "https://www.youtube.com/@badman,youtube|badman",
        "https://bsky.app/profile/badman.bsky.social,bluesky|badman.bsky.social",
        "https://www.fabswingers.com/profile/badman,fabswingers|badman",
        "https://discord.com/users/123456789012345678,discord|123456789012345678",
        "Discord badman#1234,discord|badman#1234",
        "x: badman,twitter|badman",
        "badman on x,twitter|badman",
        "facebook messenger: Bad Man,messenger|bad man",
        "Plenty of Fish   Bad  Man,plentyoffish|bad man",
        "https://dates.invalid/user/badman,dates.invalid|badman",
        "https://dates.invalid/@badman,dates.invalid|badman",
        "dates: badman,dates|badman",
        "@badman@social.invalid,fediverse|badman@social.invalid",
        "@badman,any|badman",
        "BadMan,any|badman",
        "username: badman,any|badman",
        "insta-dave,any|insta-dave",
        "ШΛЯК,any|шλяк",
        "ŵyllt,any|ŵyllt",
        "dave😈,any|dave😈"
    })
    void sitesAndNamesAreFound(String written, String comparable) {
        assertThat(Handle.of(written).comparable()).contains(comparable);
    }

    /// Names of people and words fit many; numbers and addresses are read as what they are.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "@",
                "xx",
                "Dave Smith",
                "badman x",
                "a blue van",
                "Snapchat",
                "on Snapchat",
                "https://instagram.com",
                "https://www.instagram.com/p/Cabcdefg/",
                "https://www.facebook.com/groups/123456",
                "https://adverts.invalid/cardiff/12345",
                "07700 900123",
                "WhatsApp +44 7700 900123",
                "https://wa.me/447700900123",
                "whatsapp 447700900123",
                "Facebook: 07700 900123",
                "badman@diogel.invalid",
                "skype: badman@diogel.invalid",
                "note: he is often near the bridge",
                "bad?an",
                "snapchat: bad***",
                "...",
                "???",
                "😀 😀 😀"
            })
    void whatIsNoProfileIsKeptAsWritten(String written) {
        Handle read = Handle.of(written);
        assertThat(read.comparable()).isEmpty();
        assertThat(read.anywhere()).isEmpty();
        assertThat(read.alike()).isEmpty();
        assertThat(read.raw()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "bad.man_1,badman1",
        "bad-man-1,bad man 1 on kik",
        "bad.man,bаd_mаn",
        "Badman,Βadman",
        "david,davld",
        "davidI,davidl",
        "david1,davidl",
        "badman,ВADМAN",
        "bob,b0b",
        "mike,rnike",
        "ŵyllt,wyllt",
        "rené,rene",
        "snapchat: bad.man,instagram: badman"
    })
    void namesThatLookTheSameHaveOneSkeleton(String one, String other) {
        assertThat(Handle.of(one).alike()).isPresent().isEqualTo(Handle.of(other).alike());
        assertThat(Handle.of(one).comparable()).isNotEqualTo(Handle.of(other).comparable());
    }

    @ParameterizedTest
    @CsvSource({"badman,badwoman", "dave12,dave21", "dave,dove", "bad.man,bad.men", "lee,leo"})
    void otherNamesHaveAnother(String one, String other) {
        assertThat(Handle.of(one).alike()).isPresent().isNotEqualTo(Handle.of(other).alike());
    }

    /// What has been read is read again as the same, however it is written.
    @Test
    void aNameOfAnySiteIsFoundInEveryWayToWriteIt() {
        Random random = new Random(20_261_127);
        String letters = "abcdefghijklmnopqrstuvwxyz0123456789._";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder name = new StringBuilder("q");
            for (int j = 0; j < 4 + random.nextInt(12); j++) {
                name.append(letters.charAt(random.nextInt(letters.length())));
            }
            String made = name.append("z").toString();
            Sites.Word word = Sites.words().get(random.nextInt(Sites.words().size()));
            String expected = word.site().key() + "|" + made;
            assertThat(Handle.of(word.written() + ": @" + made).comparable()).contains(expected);
            assertThat(Handle.of(made + " on " + word.written()).comparable()).contains(expected);
            assertThat(Handle.of("@" + made).comparable()).contains("any|" + made);
            assertThat(Handle.of(made.toUpperCase(Locale.ROOT)).anywhere())
                    .contains("any|" + made);
        }
    }

    @Test
    void nothingTypedMakesItThrowOrThinkLong() {
        Random random = new Random(20_261_128);
        String[] pieces = {
            "snapchat", ": ", "@", "://", "https", "instagram.com/", "?id=", "%", "%zz", "/", "u/", " on ",
            "\0", "\ud83d", "\udc00", "😀", "שלום", "\u202e", "xn--", "ŵ", "Ⅷ", "\u200d", "\n", "ß", "İ",
            "(", "any|", "like|", "|", ".", "any: ", "..", "x", "ﷺ", "\u0301"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder out = new StringBuilder();
            int length = random.nextInt(12);
            for (int j = 0; j < length; j++) {
                out.append(
                        random.nextInt(4) == 0
                                ? String.valueOf((char) random.nextInt(0x10000))
                                : pieces[random.nextInt(pieces.length)]);
            }
            quick(out.toString());
        }
        for (String piece : pieces) {
            quick(piece.repeat(300 / piece.length()));
            quick(piece.repeat(100_000));
        }
    }

    @Test
    void itsTextNeverReachesALog() {
        assertThat(Handle.of("snapchat: badman").toString()).isEqualTo("Handle[readable]");
        assertThat(Handle.of("").toString()).isEqualTo("Handle[unreadable]");
    }

    private static void quick(String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3 && best > 100_000_000L; i++) {
            long before = System.nanoTime();
            Handle read = Handle.of(text);
            best = System.nanoTime() - before;
            assertThat(read.raw()).isEqualTo(text);
            assertThat(read.comparable().map(c -> c.split("\\|", 2)[1]))
                    .isEqualTo(read.anywhere().map(c -> c.split("\\|", 2)[1]));
            assertThat(read.comparable().orElse("").startsWith("like|")).isFalse();
        }
        assertThat(best).isLessThan(100_000_000L);
    }
}
