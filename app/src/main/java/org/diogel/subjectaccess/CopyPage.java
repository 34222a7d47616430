package org.diogel.subjectaccess;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Option;
import org.diogel.govuk.Radios;
import org.diogel.govuk.Select;
import org.diogel.govuk.Textarea;
import org.diogel.kernel.Subject;
import org.diogel.web.Page;

/// One request. @param names of accounts
public record CopyPage(Copies.File file, LocalDate today, Map<UUID, String> names) {

    public CopyRow row() {
        return file.row();
    }

    public String path() {
        return "/copies/" + row().id();
    }

    public String version(Page page) {
        String posted = page.form().text("version");
        return posted.isEmpty() ? Integer.toString(row().version()) : posted;
    }

    public boolean isByOthers() {
        return row().subject().is(Subject.Kind.REQUEST);
    }

    public boolean mayGather() {
        return row().mayGather() && !file.moves().isEmpty();
    }

    public boolean mayMake() {
        return row().state() == CopyState.GATHERED && file.tally().every() > 0 && file.tally().waiting() == 0;
    }

    public String name(UUID account) {
        return names.getOrDefault(account, "–");
    }

    public Radios move(Page page) {
        return Radios.of(
                        "move",
                        Legend.medium(page.t("subjectaccess.move")),
                        file.moves().stream()
                                .map(
                                        move ->
                                                Choice.of(
                                                        move.name(),
                                                        page.t("subjectaccess.move." + move.name())))
                                .toList())
                .selected(page.form().value("move"))
                .withError(page.error("move"), page.t("web.error.hidden"));
    }

    public boolean mayBeSure() {
        return file.moves().stream().anyMatch(CopyMove::needsSurely);
    }

    public boolean mayExtend() {
        return file.moves().stream().anyMatch(CopyMove::needsReason);
    }

    public Select surely(Page page) {
        return select(page, "surely", CopyMove.SURELY);
    }

    public Select reason(Page page) {
        return select(page, "reason", CopyMove.REASONS);
    }

    private static Select select(Page page, String name, List<String> all) {
        List<Option> options = new java.util.ArrayList<>();
        options.add(Option.of("", page.t("subjectaccess.choose")));
        all.forEach(one -> options.add(Option.of(one, page.t("subjectaccess." + name + "." + one))));
        return Select.of(name, Label.of(page.t("subjectaccess." + name)).small(), options)
                .withHint(page.t("subjectaccess." + name + ".hint"))
                .selected(page.form().value(name))
                .withError(page.error(name), page.t("web.error.hidden"));
    }

    public Select what(Page page) {
        List<Option> options = new java.util.ArrayList<>();
        options.add(Option.of("", page.t("subjectaccess.choose")));
        Data.firsts("added")
                .forEach(one -> options.add(Option.of(one, page.t("subjectaccess.added." + one))));
        return Select.of("what", Label.of(page.t("subjectaccess.added")).small(), options)
                .withHint(page.t("subjectaccess.added.hint"))
                .selected(page.form().value("what"))
                .withError(page.error("what"), page.t("web.error.hidden"));
    }

    public Textarea words(Page page) {
        return Textarea.of("words", Label.of(page.t("subjectaccess.added.words")).small())
                .withHint(page.t("subjectaccess.added.words.hint"))
                .withRows(4)
                .withValue(page.form().value("words"))
                .withError(page.error("words"), page.t("web.error.hidden"));
    }
}
