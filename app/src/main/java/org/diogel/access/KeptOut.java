package org.diogel.access;

import java.time.Instant;
import java.util.UUID;
import org.diogel.kernel.AccountId;

/// That somebody, or everybody of an agency, is kept out of one thing, whatever their role. DOMAIN §4.4.
///
/// @param account whether `party` is a person; otherwise an agency
public record KeptOut(UUID id, boolean account, UUID party, Why why, AccountId by, Instant since) {

    /// In a word: what exactly is nobody's business who reads the list.
    public enum Why {
        /// The person it is about asked for it.
        ASKED("asked"),
        /// Somebody kept out knows somebody in it.
        TIE("tie"),
        /// The person who did it works there.
        WORKS_THERE("works-there"),
        OTHER("other");

        private final String label;

        Why(String label) {
            this.label = label;
        }

        /// As texts and the table have it.
        public String label() {
            return label;
        }
    }
}
