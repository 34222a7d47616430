package org.diogel.checker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Option;
import org.diogel.govuk.Radios;
import org.diogel.govuk.Select;
import org.diogel.web.Page;

/// More checks for one member today.
///
/// @param members those who can still get more today
/// @param done message key of what was just done; empty for nothing
public record TopUpPage(List<TopUps.Member> members, String done) {

    public Select member(Page page) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", page.t("checker.more.pick")));
        members.forEach(one -> options.add(Option.of(one.id().toString(), one.name())));
        return Select.of("member", Label.of(page.t("checker.more.member")), options)
                .selected(page.form().text("member"))
                .withError(page.error("member"), page.t("web.error.hidden"));
    }

    public Radios reason(Page page) {
        return Radios.of(
                        "reason",
                        Legend.medium(page.t("checker.more.reason")),
                        Arrays.stream(TopUpReason.values())
                                .map(
                                        one ->
                                                Choice.of(
                                                        one.label(),
                                                        page.t("checker.more.reason." + one.label())))
                                .toList())
                .selected(page.form().value("reason"))
                .withError(page.error("reason"), page.t("web.error.hidden"));
    }
}
