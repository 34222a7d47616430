package org.diogel.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.alert.House.as;

import org.diogel.WebTest;
import org.diogel.consent.NotAgreed;
import org.diogel.report.QueueItem;
import org.diogel.report.ReportId;
import org.diogel.report.ReportState;
import org.diogel.report.Reports;
import org.diogel.report.Screening;
import org.diogel.report.ScreeningGround;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Nothing is made of a report before somebody answered whether a child or a life is at risk.
/// DOMAIN §4.2.
@WebTest
class UnscreenedTest {

    @Autowired ApplicationContext app;
    @Autowired Alerts alerts;
    @Autowired Publishing publishing;
    @Autowired Reports reports;

    private House house;
    private ReportId report;

    @BeforeEach
    void oneThatLeftBothQuestionsOpen() {
        house = new House(app);
        report = house.tell(Screening.NO, Screening.UNANSWERED, "members").report();
    }

    @Test
    void nothingIsWrittenFromItUntilTheDeskHasAnswered() {
        assertThat(item().maySend()).isFalse();
        assertThatThrownBy(() -> as(house.anwen, () -> alerts.start(report)))
                .isInstanceOf(NotAgreed.class);

        screen(ScreeningGround.NEITHER);

        assertThat(item().state()).isEqualTo(ReportState.SENT);
        AlertId id = as(house.anwen, () -> alerts.start(report));
        assertThat(as(house.anwen, () -> alerts.propose(id, version(id), House.warning())))
                .isInstanceOf(Outcome.Done.class);
        assertThat(publishAlone(id)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void nothingIsPublishedFromOneThatWentToTheSafeguardingLeadSince() {
        screen(ScreeningGround.NEITHER);
        AlertId id = as(house.anwen, () -> alerts.start(report));
        as(house.anwen, () -> alerts.propose(id, version(id), House.warning()));
        screen(ScreeningGround.CHILD);
        try {
            assertThat(publishAlone(id)).isInstanceOf(Outcome.NotAgreed.class);
        } catch (Stale ended) {
            // It may have ended with the decision already.
        }
        assertThat(as(house.anwen, () -> AllPages.of(alerts)))
                .filteredOn(row -> row.id().equals(id))
                .noneMatch(row -> row.state() == AlertState.PUBLISHED);
    }

    @Test
    void aDoubtGoesToTheSafeguardingLeadAtOnce() {
        screen(ScreeningGround.CHILD);
        assertThat(item().state()).isEqualTo(ReportState.WAITING);
        assertThatThrownBy(() -> as(house.anwen, () -> reports.open(report, "reading")))
                .isInstanceOf(NotHere.class);
    }

    @Test
    void whoeverComesSecondIsToldSo() {
        int seen = item().version();
        screen(ScreeningGround.NEITHER);
        assertThatThrownBy(
                        () ->
                                as(
                                        house.bethan,
                                        () -> {
                                            reports.screen(
                                                    report, seen, ScreeningGround.CHILD, "unsure");
                                            return true;
                                        }))
                .isInstanceOf(Stale.class);
    }

    private Outcome publishAlone(AlertId id) {
        return as(
                house.anwen,
                () -> publishing.publishAlone(id, version(id), "Somebody may be hurt tonight"));
    }

    private int version(AlertId id) {
        return as(house.anwen, () -> AllPages.of(alerts)).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private void screen(ScreeningGround ground) {
        int seen = item().version();
        as(
                house.anwen,
                () -> {
                    reports.screen(report, seen, ground, "Read with the second moderator");
                    return true;
                });
    }

    private QueueItem item() {
        return as(house.anwen, () -> reports.get(report));
    }
}
