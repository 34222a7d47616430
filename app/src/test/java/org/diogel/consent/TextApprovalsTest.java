package org.diogel.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diogel.Project;
import org.diogel.WebTest;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.web.Languages;
import org.diogel.web.Stale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WebTest
class TextApprovalsTest {

    @Autowired TextApprovals approvals;
    @Autowired ReviewedTexts texts;
    @Autowired Languages languages;
    @Autowired ApprovalStore store;
    @Autowired ConsentStore words;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void everyLineOfTheListNamesTextsInBothLanguages() {
        assertThat(texts.prefixes()).isNotEmpty();
        for (Lang lang : Lang.whole()) {
            for (String prefix : texts.prefixes()) {
                assertThat(languages.in(lang).patterns(prefix))
                        .as(prefix + " in " + lang.tag())
                        .isNotEmpty();
            }
        }
    }

    /// The pages on which she tells, agrees, comes back and takes back: each text on them is reviewed
    /// or stands in `rules/not-reviewed.txt` with the reason why it need not be.
    @Test
    void everyTextOfThePagesOnWhichSheTellsIsReviewed() {
        Set<String> excepted = Project.exceptions("not-reviewed.txt").keySet();
        Set<String> used = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        List<Path> pages = new ArrayList<>(Project.files("app/src/main/jte/report", ".jte"));
        pages.removeIf(page -> page.getFileName().toString().startsWith("queue"));
        pages.add(Project.app().resolve("src/main/jte/consent/not-open.jte"));
        for (Path page : pages) {
            Pattern.compile("\"((?:report|consent)\\.[a-z][A-Za-z0-9.-]*)\"")
                    .matcher(Project.text(page))
                    .results()
                    .map(found -> found.group(1))
                    .flatMap(key -> languages.in(Lang.EN).patterns(key).keySet().stream())
                    .filter(key -> !isReviewed(key))
                    .forEach(key -> (excepted.contains(key) ? used : missing).add(key));
        }
        assertThat(missing).isEmpty();
        assertThat(excepted).as("exceptions nobody needs any more").isEqualTo(used);
    }

    /// Safety, whose it is, sharing, contact, and the two questions everybody is asked.
    @Test
    void everyQuestionThatDecidesWhatHappensIsReviewed() {
        List<String> fields = new ArrayList<>(List.of("child", "life"));
        Project.text(Project.app().resolve("src/main/resources/report/form.csv"))
                .lines()
                .map(line -> line.split(","))
                .filter(cells -> Set.of("now", "who", "sharing", "contact").contains(cells[0]))
                .forEach(cells -> fields.add(cells[1]));
        assertThat(fields).contains("now.danger", "who.agreement", "sharing", "contact.secret");
        Set<String> missing = new TreeSet<>();
        for (String field : fields) {
            assertThat(languages.in(Lang.EN).patterns("report.q." + field)).as(field).isNotEmpty();
            for (String prefix : List.of("report.q." + field, "report.o." + field + ".")) {
                languages.in(Lang.EN).patterns(prefix).keySet().stream()
                        .filter(key -> !isReviewed(key))
                        .forEach(missing::add);
            }
        }
        for (String prefix :
                List.of("report.step.", "report.screen.", "report.stop.", "report.delete.",
                        "report.status.", "report.them.power", "consent.closed.")) {
            languages.in(Lang.EN).patterns(prefix).keySet().stream()
                    .filter(key -> !isReviewed(key))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    private boolean isReviewed(String key) {
        return texts.prefixes().stream().anyMatch(key::startsWith);
    }

    @Test
    void aLanguageIsApprovedByNameAndOnlyAsItWasRead() {
        assertThatThrownBy(
                        () ->
                                as(
                                        Role.ADMINISTRATOR,
                                        () -> approve(Lang.CY, "0".repeat(64))))
                .isInstanceOf(Stale.class);
        as(Role.ADMINISTRATOR, () -> approve(Lang.CY, texts.digest(Lang.CY)));
        assertThat(as(Role.MEMBER, () -> approvals.languageApproved(Lang.CY))).isTrue();
        assertThat(as(Role.MEMBER, () -> approvals.languageApproved(Lang.EN))).isFalse();
    }

    @Test
    void onlyAnAdministratorApproves() {
        for (Role role : Role.values()) {
            if (role != Role.ADMINISTRATOR) {
                assertThatThrownBy(() -> as(role, () -> approve(Lang.EN, texts.digest(Lang.EN))))
                        .as(role.name())
                        .isInstanceOf(DataAccessException.class);
            }
        }
    }

    /// `serve` offers what is approved; while nothing is, the form stays shut. The demonstration shows
    /// everything and marks drafts.
    @Test
    void servingHidesWhatNobodyApprovedAndTheDemonstrationMarksIt() {
        ApprovedLanguages serving = new ApprovedLanguages(approvals, transactions, "serve");
        ApprovedLanguages demo = new ApprovedLanguages(approvals, transactions, "demo");
        assertThat(serving.isOpen()).isFalse();
        as(Role.ADMINISTRATOR, () -> approve(Lang.CY, texts.digest(Lang.CY)));
        serving.load();
        demo.load();
        assertThat(serving.isOpen()).isTrue();
        assertThat(serving.shown(Lang.CY)).isTrue();
        assertThat(serving.shown(Lang.EN)).isFalse();
        assertThat(demo.shown(Lang.EN)).isTrue();
        assertThat(demo.draft(Lang.EN)).isTrue();
        assertThat(demo.draft(Lang.CY)).isFalse();
    }

    /// A pack is offered only by itself: nobody's approval of another language counts for it.
    @Test
    void aPackIsADraftUntilItIsApprovedAndHiddenWhereItCounts() {
        Lang romanian = Lang.ofTag("ro").orElseThrow();
        ApprovedLanguages serving = new ApprovedLanguages(approvals, transactions, "serve");
        ApprovedLanguages demo = new ApprovedLanguages(approvals, transactions, "demo");
        demo.load();
        assertThat(serving.shown(romanian)).isFalse();
        assertThat(demo.shown(romanian)).isTrue();
        assertThat(demo.draft(romanian)).isTrue();
        as(Role.ADMINISTRATOR, () -> approve(romanian, texts.digest(romanian)));
        serving.load();
        demo.load();
        assertThat(serving.shown(romanian)).isTrue();
        assertThat(demo.draft(romanian)).isFalse();
        assertThat(serving.isOpen()).as("open in English or Welsh").isFalse();
        as(
                Role.ADMINISTRATOR,
                () -> {
                    approvals.takeBack(romanian, texts.digest(romanian), "Ion Exemplu");
                    return true;
                });
        serving.load();
        assertThat(serving.shown(romanian)).isFalse();
        assertThat(as(Role.ADMINISTRATOR, () -> approvals.get(romanian)).history())
                .extracting(Approval::reviewer, Approval::takenBack)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Ion Exemplu", true),
                        org.assertj.core.groups.Tuple.tuple("Nia Enghraifft", false));
    }

    /// Whoever approves again sees what is otherwise than last time.
    @Test
    void whatChangedSinceTheLastApprovalIsShown() {
        Lang romanian = Lang.ofTag("ro").orElseThrow();
        String now = texts.texts(romanian).get("report.now.999");
        String then = texts.body(romanian).replace(now, "As it was then.") + "report.old\tGone\n";
        as(
                Role.ADMINISTRATOR,
                () -> {
                    new TransactionTemplate(transactions)
                            .executeWithoutResult(
                                    _ -> {
                                        String digest =
                                                HexFormat.of()
                                                        .formatHex(words.keepWords(romanian, then));
                                        store.insert(
                                                romanian,
                                                digest,
                                                "approved",
                                                "Nia Enghraifft",
                                                Acting.person().account());
                                    });
                    return true;
                });
        LanguageTexts read = as(Role.ADMINISTRATOR, () -> approvals.get(romanian));
        assertThat(read.approval()).isEmpty();
        assertThat(read.changed())
                .contains(
                        new ReviewedText("report.old", "", "", "Gone"),
                        new ReviewedText(
                                "report.now.999",
                                texts.texts(Lang.EN).get("report.now.999"),
                                now,
                                "As it was then."));
    }

    private boolean approve(Lang lang, String digest) {
        approvals.approve(lang, digest, "Nia Enghraifft");
        return true;
    }

    private static <T> T as(Role role, java.util.function.Supplier<T> work) {
        return Acting.as(
                new Actor.Person(
                        new AccountId(UUID.randomUUID()),
                        new AgencyId(UUID.randomUUID()),
                        Set.of(role)),
                "testing",
                work::get);
    }
}
