package org.diogel.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diogel.audit.Opening;
import org.diogel.consent.Agreement;
import org.diogel.consent.Basis;
import org.diogel.consent.Disclosure;
import org.diogel.consent.Stopped;
import org.diogel.consent.Supplement;
import org.diogel.kernel.Role;

/// What the second secret shows as well.
///
/// @param enclosed what later features keep with it
/// @param going what of that she said may go to others
/// @param agreements what she agrees to now
/// @param supplements what of that they may have too that she added later
/// @param disclosures what has gone and cannot be called back
/// @param along what went with that
/// @param openings who of the desk looked or changed something, newest first
/// @param roles of those who did, by account; nothing where the account is gone
/// @param cited the basis in law of whoever passed something on, as it is cited
/// @param answered what was done about what she said is wrong, by the id of what she wrote
/// @param stops what taking back stopped, oldest first
/// @param stopped whether all sharing is stopped now
public record Told(
        Answers answers,
        List<Addition> additions,
        List<Enclosed> enclosed,
        List<Going> going,
        List<Agreement> agreements,
        List<Supplement> supplements,
        List<Disclosure> disclosures,
        List<GivenAlong.Along> along,
        List<Opening> openings,
        Map<UUID, Set<Role>> roles,
        Map<Basis, String> cited,
        Map<UUID, Answered> answered,
        List<Stopped> stops,
        boolean stopped) {

    /// @param outcome `mended` or `beside`
    /// @param text what the project wrote to her about it
    record Answered(String outcome, String text, Instant at) {}

    /// Stands for what the page of her choices shows that each would get: a page carries it along, so
    /// that she agrees to nothing that was added after it was opened.
    public String seen() {
        return seen(answers, going);
    }

    static String seen(Answers answers, List<Going> going) {
        Map<String, List<String>> shown = new HashMap<>(answers.values());
        shown.put(
                "going",
                going.stream().filter(Going::stands).map(g -> g.what().id().toString()).toList());
        return Answers.digest(shown);
    }

    /// Says nothing of what was told.
    @Override
    public String toString() {
        return "Told";
    }
}
