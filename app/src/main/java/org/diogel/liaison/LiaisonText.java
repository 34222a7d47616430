package org.diogel.liaison;

import org.diogel.kernel.SafeText;
import org.diogel.web.Form;

/// What force and desk write to each other.
final class LiaisonText {

    /// Characters.
    static final int LONGEST = 2_000;

    private LiaisonText() {}

    static Form checked(Form form) {
        int length = SafeText.length(SafeText.clean(form.text("text")));
        if (length == 0) {
            return form.withError("text", "liaison.error.text");
        }
        return length > LONGEST
                ? form.withError("text", "liaison.error.long", "most", LONGEST)
                : form;
    }
}
