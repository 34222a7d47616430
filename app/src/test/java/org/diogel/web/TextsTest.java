package org.diogel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.LocalDate;
import org.diogel.figures.Figures;
import org.diogel.kernel.Lang;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final TextBundles bundles = new TextBundles();
    private final Texts english = new Texts(bundles, Lang.EN);
    private final Texts welsh = new Texts(bundles, Lang.CY);

    @Test
    void datesAreWrittenInFullInBothLanguages() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThat(english.date(day)).isEqualTo("Sunday 1 March 2026");
        assertThat(welsh.date(day)).isEqualTo("Dydd Sul 1 Mawrth 2026");
    }

    /// The calendar and the digits of the country she is in, in the order of her language.
    @Test
    void datesOfAPackAreWrittenAsItsLanguageDoes() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThat(in("ro").date(day)).isEqualTo("duminică, 1 martie 2026");
        assertThat(in("th").date(day)).contains("2026").doesNotContain("2569");
        assertThat(in("ar").date(day)).contains("2026", "الأحد");
        assertThat(in("zh-Hans").date(day)).isEqualTo("2026年3月1日星期日");
        assertThat(in("hu").dateTime(Instant.parse("2026-03-01T14:05:00Z"))).endsWith(", 14:05");
    }

    @Test
    void aLanguageIsNamedInTheReadersOwn() {
        assertThat(english.language(Lang.written("pt-BR"))).isEqualTo("Brazilian Portuguese");
        assertThat(english.language(Lang.written("zh-Hans"))).isEqualTo("Simplified Chinese");
        assertThat(welsh.language(Lang.written("ro"))).isEqualTo("Rwmaneg");
        assertThat(welsh.language(Lang.EN)).isEqualTo("Saesneg");
    }

    private Texts in(String tag) {
        return new Texts(bundles, Lang.written(tag));
    }

    @Test
    void timesAreLocalAlsoAcrossTheClockChange() {
        // 00:59 and 01:01 UTC on the night summer time begins: an hour is missing in between.
        assertThat(english.dateTime(Instant.parse("2026-03-29T00:59:00Z"))).endsWith("00:59");
        assertThat(english.dateTime(Instant.parse("2026-03-29T01:01:00Z"))).endsWith("02:01");
    }

    @Test
    void pluralsFollowTheLanguage() {
        assertThat(english.t("web.fault.wait", "seconds", 1)).contains("one second");
        assertThat(english.t("web.fault.wait", "seconds", 30)).contains("30 seconds");
        assertThat(welsh.t("web.fault.wait", "seconds", 1)).contains("un eiliad");
    }

    @Test
    void aCountIsAFigureThatIsShown() {
        assertThat(english.t("alert.readers", "count", Figures.listed(7))).startsWith("7 projects");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> english.t("alert.readers", "count", 7));
    }

    @Test
    void whatSomebodyTypedIsNeverMarkup() {
        StringOutput out = new StringOutput();
        english.rich("web.fault.reference", "reference", "<script>x</script>").writeTo(out);
        assertThat(out.toString()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void aMissingTextIsAMistakeAndNotAnEmptyPage() {
        assertThatIllegalArgumentException().isThrownBy(() -> english.t("web.no-such-text"));
    }
}
