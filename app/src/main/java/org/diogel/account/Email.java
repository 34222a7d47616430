package org.diogel.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address somebody signs in with, in the form in which it is compared. Its text form
/// hides it.
record Email(String value) {
    private static final Pattern SHAPE = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{3,180}");

    /// Empty when the text cannot be an address.
    static Optional<Email> of(String typed) {
        String value =
                Normalizer.normalize(typed, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        return SHAPE.matcher(value).matches() && value.indexOf('.', value.indexOf('@')) > 0
                ? Optional.of(new Email(value))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "Email";
    }
}
