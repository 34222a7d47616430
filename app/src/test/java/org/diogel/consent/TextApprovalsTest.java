package org.diogel.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
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

@WebTest
class TextApprovalsTest {

    @Autowired TextApprovals approvals;
    @Autowired ReviewedTexts texts;
    @Autowired Languages languages;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void everyLineOfTheListNamesTextsInBothLanguages() {
        assertThat(texts.prefixes()).isNotEmpty();
        for (Lang lang : Lang.values()) {
            for (String prefix : texts.prefixes()) {
                assertThat(languages.in(lang).patterns(prefix))
                        .as(prefix + " in " + lang.tag())
                        .isNotEmpty();
            }
        }
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
