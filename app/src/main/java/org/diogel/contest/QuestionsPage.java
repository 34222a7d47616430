package org.diogel.contest;

import java.util.List;
import java.util.UUID;
import org.diogel.govuk.Label;
import org.diogel.govuk.Textarea;
import org.diogel.web.Page;

/// @param all what waits first
/// @param unsaved what was typed when somebody else had answered first; empty for nothing
public record QuestionsPage(List<Officers.Question> all, String unsaved) {

    public Textarea reply(Page page, UUID id) {
        String name = "reply-" + id;
        return Textarea.of(name, Label.of(page.t("contest.questions.reply")))
                .withHint(page.t("contest.question.hint"))
                .withRows(4)
                .withValue(page.form().value(name))
                .withError(page.error(name), page.t("web.error.hidden"));
    }
}
