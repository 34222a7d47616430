package org.diogel.protocol;

import java.util.ArrayList;
import java.util.List;

/// What a draft lacks before it can be brought into force; words `protocol.lacks.<key>`.
enum Lacking {
    WELSH,
    PARTIES,
    SPECIAL,
    OFFENCE,
    SIGNATURES;

    static List<Lacking> of(ProtocolRow row) {
        List<Lacking> lacking = new ArrayList<>();
        Terms terms = row.terms();
        if (terms.title().cy().isEmpty() || terms.aim().cy().isEmpty() || terms.kept().cy().isEmpty()) {
            lacking.add(WELSH);
        }
        if (row.parties().size() < 2) {
            lacking.add(PARTIES);
        }
        if (PurposeFacts.isSpecial(terms.purposes())
                && row.parties().stream().anyMatch(party -> party.special() == null)) {
            lacking.add(SPECIAL);
        }
        if (PurposeFacts.isOffence(terms.purposes())
                && row.parties().stream().anyMatch(party -> party.offence() == null)) {
            lacking.add(OFFENCE);
        }
        if (!row.isSignedByAll()) {
            lacking.add(SIGNATURES);
        }
        return lacking;
    }
}
