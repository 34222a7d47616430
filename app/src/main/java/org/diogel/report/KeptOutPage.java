package org.diogel.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diogel.access.KeptOut;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Option;
import org.diogel.govuk.Radios;
import org.diogel.govuk.Select;
import org.diogel.web.Page;

/// Who is kept out of a report, and a form to keep somebody else out.
public record KeptOutPage(KeepingOut.Sheet sheet) {

    public String path() {
        return QueuePages.path(sheet.item().id()) + "/kept-out";
    }

    public Select party(Page page) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", page.t("queue.kept-out.party.none")));
        sheet.people().forEach(one -> options.add(Option.of(one.id().toString(), one.name())));
        sheet.agencies()
                .forEach(
                        agency ->
                                options.add(
                                        Option.of(
                                                agency.id().toString(),
                                                page.t(
                                                        "queue.kept-out.party.agency",
                                                        "name",
                                                        agency.name()))));
        return Select.of("party", Label.of(page.t("queue.kept-out.party")).small(), options)
                .selected(page.form().value("party"))
                .withError(page.error("party"), page.t("web.error.hidden"));
    }

    public Radios why(Page page) {
        return Radios.of(
                        "why",
                        Legend.small(page.t("queue.kept-out.why")),
                        Arrays.stream(KeptOut.Why.values())
                                .map(
                                        why ->
                                                Choice.of(
                                                        why.label(),
                                                        page.t("queue.kept-out.why." + why.label())))
                                .toList())
                .selected(page.form().value("why"))
                .withError(page.error("why"), page.t("web.error.hidden"));
    }
}
