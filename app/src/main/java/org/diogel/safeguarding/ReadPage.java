package org.diogel.safeguarding;

import java.util.List;

/// What went, why, and what was noted.
public record ReadPage(Duties.Reading reading) {

    /// The lead's own words, in the order of the questions.
    public List<String> said() {
        return List.of(
                        "limb.harm.why",
                        "limb.needs.why",
                        "limb.protect.why",
                        "agreed.how",
                        "reason",
                        "told.how",
                        "why.more",
                        "taker")
                .stream()
                .filter(reading.kept().said()::containsKey)
                .toList();
    }
}
