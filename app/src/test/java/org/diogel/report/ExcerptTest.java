package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.diogel.consent.SharingChoice;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    private final Answers story = new Answers(Fixtures.STORY);

    @Test
    void aWarningNeverHoldsHerWordsHerContactOrTheDay() {
        Excerpt excerpt = Excerpt.of(story, SharingChoice.WARNING);
        String all = excerpt.shown().toString();
        assertThat(all).doesNotContain("CANARY", "27", "myself", "website");
        assertThat(excerpt.find("when.date").orElseThrow().values()).containsExactly("2026-03");
        assertThat(excerpt.find("them.phone").orElseThrow().values()).containsExactly("07700 900123\n07700 900456");
    }

    @Test
    void everyAnswerIsEitherShownOrHeldBackWithAReason() {
        Excerpt excerpt = Excerpt.of(story, SharingChoice.WARNING);
        assertThat(excerpt.lines()).extracting(Excerpt.Line::field).containsExactlyInAnyOrderElementsOf(story.values().keySet());
    }

    @Test
    void whatDescribesSomebodyCloseToHerIsHeldBack() {
        for (String relation : List.of("partner", "ex", "relative", "police", "professional")) {
            Excerpt excerpt =
                    Excerpt.of(
                            story.with(Map.of("them.relation", List.of(relation))),
                            SharingChoice.WARNING);
            assertThat(excerpt.shown()).extracting(Excerpt.Shown::field).noneMatch(f -> f.startsWith("them."));
        }
    }

    @Test
    void nothingIsShownToWhoeverIsNotConnected() {
        for (SharingChoice choice : SharingChoice.values()) {
            if (choice != SharingChoice.WARNING) {
                assertThat(Excerpt.of(story, choice).shown()).isEmpty();
            }
        }
    }

    @Test
    void theDigestChangesWithEveryLine() {
        byte[] digest = Excerpt.of(story, SharingChoice.WARNING).digest();
        assertThat(digest).hasSize(32);
        assertThat(Excerpt.of(new Answers(Fixtures.STORY), SharingChoice.WARNING).digest()).isEqualTo(digest);
        assertThat(Excerpt.of(story.with(Map.of("them.phone", List.of("07700 900124"))), SharingChoice.WARNING).digest()).isNotEqualTo(digest);
        assertThat(Excerpt.of(story.with(Map.of("words", List.of())), SharingChoice.WARNING).digest()).isNotEqualTo(digest);
    }

    @Test
    void printedValuesSayNothing() {
        assertThat(story.toString() + Excerpt.of(story, SharingChoice.WARNING)).doesNotContain("900", "CANARY");
    }
}
