package org.diogel.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Region;
import org.diogel.web.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door.
@Service
public class Access {

    /// The purpose of whoever reads something in an emergency; row-level policies ask for it.
    public static final String EMERGENCY = EmergencyStore.PURPOSE;

    private final AccessStore store;
    private final CoverStore covers;
    private final KeptOutStore keptOut;
    private final EmergencyStore emergencies;
    private final HeldStore held;
    private final Audit audit;

    Access(
            AccessStore store,
            CoverStore covers,
            KeptOutStore keptOut,
            EmergencyStore emergencies,
            HeldStore held,
            Audit audit) {
        this.store = store;
        this.covers = covers;
        this.keptOut = keptOut;
        this.emergencies = emergencies;
        this.held = held;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<Agency> listAgencies() {
        return store.agencies();
    }

    @Transactional(readOnly = true)
    public Optional<Agency> findAgency(AgencyId id) {
        return store.agency(id);
    }

    @Transactional
    public void addAgency(Agency agency) {
        store.insert(agency);
        audit.record(
                AuditEntry.of("access.agency-added", "agency", agency.id().value(), "name", "kind"));
    }

    /// @param shown the name it had on the page
    /// @throws Stale when it has another name by now
    @Transactional
    public void renameAgency(AgencyId id, String shown, String name) {
        if (!store.rename(id, shown, name)) {
            throw new Stale();
        }
        audit.record(AuditEntry.of("access.agency-renamed", "agency", id.value(), "name"));
    }

    /// Lets an agency answer for a region; a null region makes it answer wherever no other does.
    @Transactional
    public void setDesk(@Nullable Region region, AgencyId agency) {
        store.setDesk(area(region), agency);
        note(area(region), agency);
    }

    /// Changes who answers, all of it or nothing. Reports sent before stay with whoever has them.
    ///
    /// @throws Stale when an area that changes is no longer as it was shown
    @Transactional
    public void changeDesks(List<DeskChange> changes) {
        for (DeskChange change : changes) {
            if (!change(area(change.region()), change.shown(), change.agency())) {
                throw new Stale();
            }
            note(area(change.region()), change.agency());
        }
    }

    /// Every area that was given to somebody; the one for all others last.
    @Transactional(readOnly = true)
    public List<Desk> listDesks() {
        return store.desks();
    }

    /// The project that reads a report from this region.
    ///
    /// @throws IllegalStateException when the partnership has no desk at all
    @Transactional(readOnly = true)
    public Agency getDesk(@Nullable Region region) {
        return store.desk(area(region))
                .orElseThrow(() -> new IllegalStateException("No agency answers for any region"));
    }

    /// As [#getDesk]; empty when nobody answers for the region.
    @Transactional(readOnly = true)
    public Optional<Agency> findDesk(@Nullable Region region) {
        return store.desk(area(region));
    }

    @Transactional(readOnly = true)
    public boolean hasDesk() {
        return store.desk(area(null)).isPresent();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void give(Grant grant) {
        store.insert(grant);
    }

    /// Ends every grant on one thing at once.
    @Transactional(propagation = Propagation.MANDATORY)
    public void revokeAll(String subjectKind, UUID subject) {
        store.revokeAll(subjectKind, subject);
    }

    /// From now on nothing of it is erased, by nobody, until [#release].
    ///
    /// @param hold why, a thing of its own
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID hold, String subjectKind, UUID subject) {
        held.insert(hold, subjectKind, subject, Acting.person().agency());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void release(UUID hold) {
        held.delete(hold);
    }

    @Transactional(readOnly = true)
    public boolean isHeld(UUID subject) {
        return held.isHeld(subject);
    }

    /// Lets the parties of a protocol share, once all of them have signed.
    @Transactional(propagation = Propagation.MANDATORY)
    public void cover(Cover cover) {
        covers.insert(cover);
    }

    /// Ends what a protocol lets its parties share: whatever asks from the next moment on is refused.
    @Transactional(propagation = Propagation.MANDATORY)
    public void endCover(UUID protocol, Instant at) {
        covers.end(protocol, at);
    }

    /// Whether two agencies may share now; one with itself always.
    @Transactional(readOnly = true)
    public boolean mayShare(AgencyId one, AgencyId other, SharingPurpose purpose) {
        return one.equals(other) || covers.covers(one, other, purpose);
    }

    /// Every other agency that this one may share with now.
    @Transactional(readOnly = true)
    public Set<AgencyId> listPartners(AgencyId one, SharingPurpose purpose) {
        return covers.partners(one, purpose);
    }

    /// Keeps a person out of one thing from the next moment on, whatever her role; again changes nothing.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepOut(String subjectKind, UUID subject, AccountId person, KeptOut.Why why) {
        keepOut(subjectKind, subject, true, person.value(), why);
    }

    /// As [#keepOut(String,UUID,AccountId,KeptOut.Why)], everybody of an agency.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepOut(String subjectKind, UUID subject, AgencyId agency, KeptOut.Why why) {
        keepOut(subjectKind, subject, false, agency.value(), why);
    }

    /// Lets the acting person read one thing for four hours, under the purpose [#EMERGENCY] and no other.
    ///
    /// @return until when; empty while an earlier one of hers is not reviewed
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Instant> openInEmergency(String subjectKind, UUID subject) {
        return emergencies.open(subjectKind, subject, Acting.person().account());
    }

    /// Ends what somebody may read in an emergency, at once.
    @Transactional(propagation = Propagation.MANDATORY)
    public void endEmergency(UUID subject, AccountId person) {
        emergencies.end(subject, person, false);
    }

    /// Somebody else has reviewed it: she may open another.
    @Transactional(propagation = Propagation.MANDATORY)
    public void reviewEmergency(UUID subject, AccountId person) {
        emergencies.end(subject, person, true);
    }

    private void keepOut(
            String subjectKind, UUID subject, boolean account, UUID party, KeptOut.Why why) {
        keptOut.insert(subjectKind, subject, account, party, why, Acting.person().account());
        audit.record(AuditEntry.of("access.kept-out", subjectKind, subject, why.label()));
    }

    /// @throws Stale when somebody let it in already
    @Transactional(propagation = Propagation.MANDATORY)
    public void letIn(String subjectKind, UUID subject, UUID id) {
        if (!keptOut.end(id, subject, Acting.person().account())) {
            throw new Stale();
        }
        audit.record(AuditEntry.of("access.let-in", subjectKind, subject));
    }

    /// Who is kept out of one thing now, for whoever of the desk sees it.
    @Transactional(readOnly = true)
    public List<KeptOut> listKeptOut(UUID subject) {
        return keptOut.list(subject);
    }

    /// As [#listKeptOut], for whoever tells people of something: those are not told.
    @Transactional(readOnly = true)
    public KeptOutParties keptOut(UUID subject) {
        return new KeptOutParties(
                keptOut.list(subject).stream().map(KeptOut::party).collect(Collectors.toSet()));
    }

    private boolean change(String area, @Nullable AgencyId shown, @Nullable AgencyId agency) {
        if (agency == null) {
            return shown == null || store.closeDesk(area, shown);
        }
        return shown == null
                ? store.openDesk(area, agency)
                : store.moveDesk(area, shown, agency);
    }

    private void note(String area, @Nullable AgencyId agency) {
        UUID subject = agency == null ? null : agency.value();
        audit.record(AuditEntry.of("access.desk-changed", "agency", subject, area));
    }

    private static String area(@Nullable Region region) {
        return region == null ? AccessStore.ANY : region.name();
    }
}
