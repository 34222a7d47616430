package org.diogel.liaison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.access.SharingPurpose;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.SharingChoice;
import org.diogel.kernel.Acting;
import org.diogel.kernel.AgencyId;
import org.diogel.report.ReportId;
import org.diogel.web.Stale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to which force receives here what is for whom. What nobody receives here, the desk hands
/// over itself.
@Service
public class Receivers {

    private final ReceiverStore store;
    private final Access access;
    private final Audit audit;

    Receivers(ReceiverStore store, Access access, Audit audit) {
        this.store = store;
        this.access = access;
        this.audit = audit;
    }

    /// The force that receives here what is for this recipient, while a protocol lets the acting
    /// person's project pass it there and nobody keeps that force out of the report; empty: by hand.
    @Transactional(readOnly = true)
    public Optional<AgencyId> find(ReportId report, String recipient, SharingChoice choice) {
        return Optional.ofNullable(store.all().get(recipient))
                .filter(force -> mayGet(report, Acting.person().agency(), force, choice));
    }

    /// Whether a protocol lets a project pass such things to a force now, and it is not kept out of the
    /// report.
    boolean mayGet(ReportId report, AgencyId project, AgencyId force, SharingChoice choice) {
        return isCovered(project, force, choice) && !access.keptOut(report.value()).has(force);
    }

    /// Recipients whose force gets nothing here for now, because no protocol with any project covers it.
    @Transactional(readOnly = true)
    public Set<String> listUncovered() {
        return store.all().entrySet().stream()
                .filter(
                        one ->
                                access.listPartners(one.getValue(), purpose(one.getKey())).isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static SharingPurpose purpose(String recipient) {
        return recipient.startsWith("intelligence-")
                ? SharingPurpose.INTELLIGENCE
                : SharingPurpose.DETAILS;
    }

    private boolean isCovered(AgencyId project, AgencyId force, SharingChoice choice) {
        return switch (choice) {
            case POLICE -> access.mayShare(project, force, SharingPurpose.DETAILS);
            case ANONYMOUS_INTELLIGENCE ->
                    access.mayShare(project, force, SharingPurpose.INTELLIGENCE);
            default -> false;
        };
    }

    @Transactional(readOnly = true)
    public Map<String, AgencyId> list() {
        return store.all();
    }

    /// Every police force of the partnership.
    @Transactional(readOnly = true)
    public List<Agency> listForces() {
        return access.listAgencies().stream().filter(a -> a.kind().equals("police")).toList();
    }

    /// Changes who receives what, all of it or nothing. What was passed before stays where it is.
    ///
    /// @param shown as it stood on the page
    /// @param now recipients left out go by hand
    /// @throws Stale when it is no longer as it was shown
    /// @throws IllegalArgumentException for a recipient that goes by hand, or an agency that is no force
    @Transactional
    public void change(Map<String, AgencyId> shown, Map<String, AgencyId> now) {
        List<AgencyId> forces = listForces().stream().map(Agency::id).toList();
        if (!Handing.HERE.containsAll(now.keySet()) || !forces.containsAll(now.values())) {
            throw new IllegalArgumentException("That goes by hand");
        }
        if (!store.all().equals(shown)) {
            throw new Stale();
        }
        for (String recipient : Handing.HERE) {
            AgencyId agency = now.get(recipient);
            if (agency == null) {
                store.remove(recipient);
            } else {
                store.put(recipient, agency);
            }
        }
        audit.record(AuditEntry.of("liaison.receivers-changed", "receivers", null));
    }
}
