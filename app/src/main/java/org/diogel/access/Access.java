package org.diogel.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door.
@Service
public class Access {

    private final AccessStore store;

    Access(AccessStore store) {
        this.store = store;
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
    }

    /// Lets an agency answer for a region; a null region makes it answer wherever no other does.
    @Transactional
    public void setDesk(@Nullable Region region, AgencyId agency) {
        store.setDesk(region == null ? "ANY" : region.name(), agency);
    }

    /// The project that reads a report from this region.
    ///
    /// @throws IllegalStateException when the partnership has no desk at all
    @Transactional(readOnly = true)
    public Agency getDesk(@Nullable Region region) {
        return store.desk(region == null ? "ANY" : region.name())
                .orElseThrow(() -> new IllegalStateException("No agency answers for any region"));
    }

    @Transactional(readOnly = true)
    public boolean hasDesk() {
        return store.desk("ANY").isPresent();
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
}
