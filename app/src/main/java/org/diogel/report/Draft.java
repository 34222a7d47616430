package org.diogel.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diogel.access.Agency;
import org.jspecify.annotations.Nullable;

/// What is not sent yet, and who would read it.
///
/// @param desk the project that would read it ([Desks]); null when there is none
/// @param enclosed what later features keep with it
/// @param going what of that she said may go to others
record Draft(
        Answers answers, @Nullable Agency desk, List<Enclosed> enclosed, List<Going> going) {

    /// The page that has her choices and the two questions.
    static final String CHECK = "check";

    /// Stands for what the last page shows besides her choices: a page carries it along, so that
    /// nothing is sent that she was not shown.
    String seen() {
        Map<String, List<String>> shown = new HashMap<>(withoutChoices().values());
        shown.put("desk", desk == null ? List.of() : List.of(desk.id().toString()));
        shown.put("enclosed", enclosed.stream().map(e -> e.id().toString()).toList());
        return Answers.digest(shown);
    }

    /// The answers without what is kept elsewhere once it is sent: her choices in the ledger of
    /// consent, the two questions with the report's state.
    Answers withoutChoices() {
        Map<String, List<String>> none = new HashMap<>();
        none.put("sharing", List.of());
        Questions.of(CHECK).forEach(question -> none.put(question.field(), List.of()));
        return answers.with(none);
    }

    /// Says nothing of what was told.
    @Override
    public String toString() {
        return "Draft";
    }
}
