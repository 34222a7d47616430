package org.diogel.liaison;

import java.util.Arrays;
import java.util.List;

/// What she is asked about how she was treated, read once from `liaison/treatment.csv`.
final class TreatmentQuestions {

    /// Written beside every answer: which questions were asked.
    static final String VERSION = "2026-11";

    private static final List<Question> ALL =
            Outcomes.rows("/liaison/treatment.csv").stream()
                    .map(cells -> new Question(cells[0], Arrays.asList(cells[1].split(" "))))
                    .toList();

    private TreatmentQuestions() {}

    record Question(String name, List<String> answers) {
        Question {
            answers = List.copyOf(answers);
        }
    }

    static List<Question> all() {
        return ALL;
    }
}
