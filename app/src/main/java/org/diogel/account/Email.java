package org.diogel.account;

import java.util.Optional;

/// An e-mail address somebody signs in with, in the form in which it is compared. Its text form
/// hides it.
record Email(String value) {

    /// Empty when the text cannot be an address.
    static Optional<Email> of(String typed) {
        return org.diogel.kernel.Email.of(typed).comparable().map(Email::new);
    }

    @Override
    public String toString() {
        return "Email";
    }
}
