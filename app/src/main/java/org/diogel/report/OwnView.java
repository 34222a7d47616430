package org.diogel.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.account.Accounts;
import org.diogel.audit.Audit;
import org.diogel.audit.Opening;
import org.diogel.consent.Basis;
import org.diogel.consent.Consents;
import org.diogel.consent.Disclosure;
import org.diogel.kernel.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What we hold about her report, as she may read it: read anew each time from the rows themselves, by
/// whoever holds both secrets or by the worker who shows it to her. What went without her being told is in
/// neither.
///
/// Who looked is named by agency and role and never by name: a name is safe only where that worker is known
/// to her by name already and nobody controlling can read along, and nothing we hold says the first.
@Component
class OwnView {

    /// Purpose of a look in an emergency that somebody without a part in the report was let in for.
    static final String EMERGENCY = "break-glass";

    private final Content content;
    private final Enclosures enclosures;
    private final Consents consents;
    private final Audit audit;
    private final Accounts accounts;
    private final CorrectionStore corrections;
    private final ObjectProvider<GivenAlong> along;

    OwnView(
            Content content,
            Enclosures enclosures,
            Consents consents,
            Audit audit,
            Accounts accounts,
            CorrectionStore corrections,
            ObjectProvider<GivenAlong> along) {
        this.content = content;
        this.enclosures = enclosures;
        this.consents = consents;
        this.audit = audit;
        this.accounts = accounts;
        this.corrections = corrections;
        this.along = along;
    }

    /// In the caller's transaction.
    Told of(Row row) {
        UUID id = row.id().value();
        List<Addition> additions = content.additions(row);
        List<Disclosure> gone =
                consents.disclosures(id).stream().filter(Disclosure::told).toList();
        List<Opening> openings =
                audit.about(id).stream()
                        .filter(opening -> opening.kind().equals("person"))
                        // It stands among what has gone.
                        .filter(opening -> !opening.action().equals(Consents.DISCLOSED))
                        .toList();
        return new Told(
                content.open(row),
                additions.stream()
                        .filter(a -> a.author() == Addition.Author.HOLDER)
                        .toList(),
                enclosures.of(row.id()),
                enclosures.going(row.id()),
                consents.current(id),
                consents.supplements(id),
                gone,
                // Where nothing that went may be shown, neither may what went with it.
                along.orderedStream()
                        .flatMap(one -> one.of(row.id()).stream())
                        .filter(one -> gone.stream().anyMatch(d -> d.reference().equals(one.with())))
                        .toList(),
                openings,
                roles(openings),
                cited(gone),
                answers(row, additions),
                consents.stopped(id),
                row.stoppedAt() != null);
    }

    private Map<UUID, Set<Role>> roles(List<Opening> openings) {
        return accounts.rolesOf(
                openings.stream()
                        .map(Opening::account)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    private Map<Basis, String> cited(List<Disclosure> gone) {
        Map<Basis, String> cited = new HashMap<>();
        gone.stream()
                .map(Disclosure::basis)
                .filter(Objects::nonNull)
                .forEach(basis -> cited.computeIfAbsent(basis, consents::cite));
        return cited;
    }

    private Map<UUID, Told.Answered> answers(Row row, List<Addition> additions) {
        Map<UUID, String> texts =
                additions.stream().collect(Collectors.toMap(Addition::id, Addition::text));
        return corrections.of(row.id()).stream()
                .collect(
                        Collectors.toMap(
                                Correction::addition,
                                one ->
                                        new Told.Answered(
                                                one.outcome().label(),
                                                texts.getOrDefault(one.answer(), ""),
                                                one.at())));
    }
}
