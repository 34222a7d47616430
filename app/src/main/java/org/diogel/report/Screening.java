package org.diogel.report;

import java.util.Arrays;

/// Her answer to "is a child in danger?" and "is a life in danger now?".
public enum Screening {
    YES,
    NO,
    UNSURE,
    UNANSWERED;

    /// What a form's field said; anything else counts as not answered.
    static Screening read(String typed) {
        return Arrays.stream(values())
                .filter(answer -> answer.name().equalsIgnoreCase(typed))
                .findFirst()
                .orElse(UNANSWERED);
    }
}
