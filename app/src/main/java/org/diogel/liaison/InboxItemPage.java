package org.diogel.liaison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.diogel.govuk.SummaryList;
import org.diogel.govuk.SummaryRow;
import org.diogel.web.Page;

/// One package for an officer, without what is in it.
///
/// @param child one of its files was just shut, since it may show somebody under 18
public record InboxItemPage(Standing standing, Instant now, boolean child) {

    public PackageRow row() {
        return standing.row();
    }

    public String path() {
        return "/inbox/" + row().id();
    }

    public boolean isOpened() {
        return row().state() == PackageState.OPENED;
    }

    public SummaryList facts(Page page) {
        Said said = new Said(page.texts());
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of(page.t("liaison.for"), said.recipient(row().recipient())));
        rows.add(SummaryRow.of(page.t("liaison.kind"), said.kind(row())));
        rows.add(SummaryRow.of(page.t("queue.severity"), said.severity(row().severity())));
        rows.add(SummaryRow.of(page.t("queue.region"), said.region(row().region())));
        rows.add(
                SummaryRow.of(
                        page.t("liaison.passed"),
                        page.dateTime(row().passedAt())
                                + " ("
                                + said.ago(row().passedAt(), now)
                                + ")"));
        rows.add(SummaryRow.of(page.t("liaison.state"), said.state(row())));
        return SummaryList.of(rows);
    }

    /// What was posted wins, so that a page shown again is not newer than what was read.
    public String seen(Page page) {
        String posted = page.form().text("seen");
        return posted.isEmpty() ? Integer.toString(row().version()) : posted;
    }
}
