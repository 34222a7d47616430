package org.diogel.subjectaccess;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Radios;
import org.diogel.web.Page;

/// One entry of the register. @param names of accounts
public record NotePage(NotesAsked.Entry entry, LocalDate today, Map<UUID, String> names) {

    public AskedRow row() {
        return entry.row();
    }

    public String path() {
        return "/notes-asked/" + row().id();
    }

    public String version(Page page) {
        String posted = page.form().text("version");
        return posted.isEmpty() ? Integer.toString(row().version()) : posted;
    }

    public String name(UUID account) {
        return names.getOrDefault(account, "–");
    }

    public List<String> written() {
        return AskedData.WORDS.stream().filter(word -> !word(word).isEmpty()).toList();
    }

    public String word(String name) {
        return entry.words().getOrDefault(name, "");
    }

    public boolean may(String move) {
        return entry.moves().contains(move);
    }

    public boolean isCounselling() {
        return row().power().equals("victim-information");
    }

    /// What can be done at once: all but what has a form of its own.
    public Radios move(Page page) {
        return Radios.of(
                        "move",
                        Legend.medium(page.t("subjectaccess.note.move")),
                        entry.moves().stream()
                                .filter(move -> !move.equals("consider") && !move.equals("release"))
                                .map(
                                        move ->
                                                Choice.of(
                                                        move, page.t("subjectaccess.note.move." + move)))
                                .toList())
                .selected(page.form().value("move"))
                .withError(page.error("move"), page.t("web.error.hidden"));
    }

    public boolean hasMoves() {
        return may("narrow") || may("refuse") || may("withdraw");
    }
}
