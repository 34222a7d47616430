package org.diogel.web;

import org.diogel.kernel.Lang;

/// Which languages are offered. A language in which nobody has approved the texts on which safety
/// and agreement hang is not. It is asked for every page, also when the database is down: it answers
/// at once and never throws.
public interface LanguageGate {

    /// Every language, none a draft.
    LanguageGate OPEN =
            new LanguageGate() {
                @Override
                public boolean shown(Lang lang) {
                    return true;
                }
            };

    boolean shown(Lang lang);

    /// Shown although nobody has approved it, and marked so: the demonstration.
    default boolean draft(Lang lang) {
        return false;
    }
}
