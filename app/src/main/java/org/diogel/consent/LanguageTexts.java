package org.diogel.consent;

import java.util.List;
import java.util.Optional;
import org.diogel.kernel.Lang;

/// One language's reviewed texts as they stand.
///
/// @param digest of all of them, hexadecimal
/// @param texts in the order of their keys, those that are gone since the last approval among them
/// @param approval of exactly these
/// @param history every approval there was and every one taken back, newest first
public record LanguageTexts(
        Lang lang,
        String digest,
        List<ReviewedText> texts,
        Optional<Approval> approval,
        List<Approval> history) {

    /// Whether some earlier wording was approved.
    public boolean wasApproved() {
        return history.stream().anyMatch(one -> !one.takenBack());
    }

    /// What is otherwise than when it was last approved.
    public List<ReviewedText> changed() {
        return texts.stream().filter(ReviewedText::isChanged).toList();
    }
}
