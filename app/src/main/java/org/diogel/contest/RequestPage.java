package org.diogel.contest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diogel.access.Agency;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Option;
import org.diogel.govuk.Radios;
import org.diogel.govuk.Select;
import org.diogel.govuk.Textarea;
import org.diogel.web.Page;

/// One request as an officer reads it.
///
/// @param desks projects that can be asked
public record RequestPage(
        Officers.File file, LocalDate today, List<Agency> desks, List<Agency> agencies) {

    /// What was posted wins, so that a page shown again is not newer than what was read.
    public String version(Page page) {
        String posted = page.form().text("version");
        return posted.isEmpty() ? Integer.toString(file.row().version()) : posted;
    }

    public String name(Officers.Question question) {
        return agencies.stream()
                .filter(a -> a.id().equals(question.agency()))
                .map(Agency::name)
                .findFirst()
                .orElse("");
    }

    public Radios answer(Page page) {
        return Radios.of(
                        "answer",
                        Legend.medium(page.t("contest.answer")),
                        file.answers().stream()
                                .map(
                                        a ->
                                                Choice.of(
                                                                a.name(),
                                                                page.t("contest.answer." + a.name() + ".title"))
                                                        .withHint(page.t("contest.answer." + a.name())))
                                .toList())
                .withHint(page.t("contest.answer.hint"))
                .selected(page.form().value("answer"))
                .withError(page.error("answer"), page.t("web.error.hidden"));
    }

    public Select agency(Page page) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", page.t("contest.question.agency.none")));
        desks.forEach(a -> options.add(Option.of(a.id().toString(), a.name())));
        return Select.of("agency", Label.of(page.t("contest.question.agency")).small(), options)
                .selected(page.form().value("agency"))
                .withError(page.error("agency"), page.t("web.error.hidden"));
    }

    public Textarea question(Page page) {
        return Textarea.of("question", Label.of(page.t("contest.question")).small())
                .withHint(page.t("contest.question.hint"))
                .withRows(4)
                .withValue(page.form().value("question"))
                .withError(page.error("question"), page.t("web.error.hidden"));
    }
}
