package org.diogel.report;

import java.util.List;
import org.diogel.audit.Opening;
import org.diogel.consent.Agreement;
import org.diogel.consent.Disclosure;
import org.diogel.consent.Supplement;

/// What the second secret shows as well.
///
/// @param enclosed what later features keep with it
/// @param going what of that she said may go to others
/// @param agreements what she agrees to now
/// @param supplements what of that they may have too that she added later
/// @param disclosures what has gone and cannot be called back
/// @param openings who of the desk looked or changed something, newest first
public record Told(
        Answers answers,
        List<Addition> additions,
        List<Enclosed> enclosed,
        List<Going> going,
        List<Agreement> agreements,
        List<Supplement> supplements,
        List<Disclosure> disclosures,
        List<Opening> openings) {

    /// Says nothing of what was told.
    @Override
    public String toString() {
        return "Told";
    }
}
