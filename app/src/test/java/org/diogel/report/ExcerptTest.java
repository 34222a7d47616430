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
    void aCheckAndAComparisonElsewhereGetIdentifiersAlone() {
        for (SharingChoice choice : List.of(SharingChoice.CHECKER, SharingChoice.COMPARE_ELSEWHERE)) {
            assertThat(Excerpt.of(story, choice).shown())
                    .extracting(Excerpt.Shown::field)
                    .isSubsetOf("them.phone", "them.email", "them.handle", "them.vehicle")
                    .isNotEmpty();
        }
    }

    @Test
    void anonymousIntelligenceHoldsNothingAboutHer() {
        Excerpt excerpt = Excerpt.of(all("stranger"), SharingChoice.ANONYMOUS_INTELLIGENCE);
        assertThat(excerpt.shown())
                .extracting(Excerpt.Shown::field)
                .noneMatch(f -> f.matches("(who|contact|support|equality|kept|now)\\..*|words|what.context|sharing"))
                .contains("them.phone", "when.date", "them.names");
        assertThat(Excerpt.of(all("partner"), SharingChoice.ANONYMOUS_INTELLIGENCE).shown())
                .as("somebody close to her")
                .extracting(Excerpt.Shown::field)
                .noneMatch(f -> f.startsWith("them.names") || f.startsWith("where.place") || f.startsWith("them.phone"));
    }

    @Test
    void thePoliceGetHowToReachHerOnlyWhenSheSaysSo() {
        Answers direct = all("stranger").with(Map.of("contact.police", List.of("direct")));
        assertThat(Excerpt.of(direct, SharingChoice.POLICE).find("contact.detail")).isPresent();
        for (String other : List.of("worker", "project", "unsure")) {
            Answers answers = direct.with(Map.of("contact.police", List.of(other)));
            assertThat(Excerpt.of(answers, SharingChoice.POLICE).shown())
                    .extracting(Excerpt.Shown::field)
                    .contains("words", "them.phone")
                    .noneMatch(f -> f.startsWith("contact.") && !f.equals("contact.police"));
        }
    }

    @Test
    void whoSheIsIsPartOfNothing() {
        for (SharingChoice choice : SharingChoice.values()) {
            assertThat(Excerpt.of(all("stranger"), choice).asShown())
                    .extracting(Excerpt.Line::field)
                    .noneMatch(f -> f.startsWith("equality.") || f.equals("sharing"));
        }
    }

    @Test
    void nobodyIsOfferedWhomThePersonMayWorkWith() {
        Answers police = story.with(Map.of("them.relation", List.of("police")));
        assertThat(Barred.of(police)).hasSize(9).doesNotContain("crimestoppers", "police-watchdog");
        assertThat(Barred.of(police.with(Map.of("them.force", List.of("gwent")))))
                .containsExactlyInAnyOrder("police-gwent", "intelligence-gwent");
        assertThat(Barred.of(police.with(Map.of("them.force", List.of("elsewhere")))))
                .containsExactly("police-elsewhere");
        assertThat(Barred.of(story.with(Map.of("them.force", List.of("gwent"))))).isEmpty();
    }

    /// Every question answered with its first option or a text.
    private static Answers all(String relation) {
        Map<String, List<String>> values = new java.util.HashMap<>();
        for (Question question : Questions.all()) {
            values.put(
                    question.field(),
                    question.kind() == Question.Kind.DATE
                            ? List.of("2026-03-27")
                            : question.hasOptions() && !question.field().equals("sharing")
                                    ? List.of(question.options().getFirst())
                                    : List.of("CANARY"));
        }
        values.put("them.relation", List.of(relation));
        values.put("where.contact", List.of("website"));
        return new Answers(values);
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
