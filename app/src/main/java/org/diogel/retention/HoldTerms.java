package org.diogel.retention;

import java.time.LocalDate;

/// What whoever puts a hold says of it.
///
/// @param authority who asks for it @param number what they call it; may be empty
/// @param reason in a few words
/// @param review when somebody looks whether it is still needed
public record HoldTerms(
        HoldGround why, String authority, String number, String reason, LocalDate review) {
    @Override
    public String toString() {
        return "HoldTerms[" + why + "]";
    }
}
