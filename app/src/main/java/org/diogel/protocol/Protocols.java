package org.diogel.protocol;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.diogel.access.Access;
import org.diogel.access.Cover;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Crockford;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door. Administrators and data protection officers draw up, sign, start, review and end; anybody
/// may read what is or was in force.
@Service
public class Protocols {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final ProtocolStore store;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Protocols(ProtocolStore store, Access access, Audit audit, Clock clock) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    public LocalDate today() {
        return clock.instant().atZone(LONDON).toLocalDate();
    }

    /// All the actor may see: drafts first, then the newest.
    @Transactional(readOnly = true)
    public List<ProtocolRow> list() {
        return store.list();
    }

    /// What is or was in force, the newest first.
    @Transactional(readOnly = true)
    public List<ProtocolRow> listRegister() {
        return store.list().stream().filter(Predicate.not(ProtocolRow::isDraft)).toList();
    }

    /// @throws NotHere when there is none, or it is not for the actor
    @Transactional(readOnly = true)
    public ProtocolRow get(ProtocolId id) {
        return store.find(id).orElseThrow(NotHere::new);
    }

    @Transactional(readOnly = true)
    List<ProtocolEvent> events(ProtocolId id) {
        return store.events(id);
    }

    /// What two agencies promise each other about time, by every protocol of both that is in force; the
    /// shortest counts.
    @Transactional(readOnly = true)
    public Terms.Levels getLevels(AgencyId one, AgencyId other) {
        return store.list().stream()
                .filter(row -> row.isInForce(today()))
                .filter(row -> isParty(row, one) && isParty(row, other))
                .map(row -> row.terms().levels())
                .reduce(Terms.Levels.NONE, Terms.Levels::and);
    }

    private static boolean isParty(ProtocolRow row, AgencyId agency) {
        return row.parties().stream().anyMatch(party -> party.agency().equals(agency));
    }

    @Transactional
    public ProtocolId drawUp(Terms terms) {
        ProtocolId id = ProtocolId.random();
        String reference = Crockford.random(4) + "-" + Crockford.random(4);
        store.insert(id, reference, terms, Acting.person().account(), clock.instant());
        note(id, "drawn-up", null);
        return id;
    }

    /// Changes a draft; whoever had signed signs again.
    ///
    /// @param shown version on the page
    /// @throws Stale when it is no longer as it was shown
    @Transactional
    public void change(ProtocolId id, int shown, Terms terms) {
        require(store.change(id, shown, terms));
        note(id, "changed", null);
    }

    /// Adds a party to a draft, or changes what it says of one; whoever had signed signs again.
    ///
    /// @throws Stale as [#change]
    @Transactional
    public void putParty(ProtocolId id, int shown, Party party) {
        require(store.touch(id, shown));
        store.unsign(id);
        store.put(id, party.unsigned());
        note(id, "party-put", null);
    }

    /// @throws Stale as [#change]
    @Transactional
    public void takeOutParty(ProtocolId id, int shown, AgencyId agency) {
        require(store.touch(id, shown));
        store.unsign(id);
        store.takeOut(id, agency);
        note(id, "party-taken-out", null);
    }

    /// Writes down that somebody signed for a party: here, where she who acts belongs to it, or on paper.
    ///
    /// @throws Stale as [#change]
    @Transactional
    public void sign(ProtocolId id, int shown, AgencyId agency, LocalDate on, String name, String position) {
        require(store.touch(id, shown));
        Actor.Person me = Acting.person();
        boolean here = me.agency().equals(agency);
        store.sign(id, agency, new Party.Signature(on, name, position, here, me.account()));
        note(id, here ? "signed-here" : "signed-on-paper", null);
    }

    /// Brings it into force for its days: from then on its parties may share.
    ///
    /// @throws NotYet when something is lacking, or whoever acts drew it up
    /// @throws Stale as [#change]
    @Transactional
    public void start(ProtocolId id, int shown) {
        ProtocolRow row = get(id);
        Actor.Person me = Acting.person();
        if (!Lacking.of(row).isEmpty() || row.drawnUpBy().equals(me.account()) || isOver(row)) {
            throw new NotYet();
        }
        require(store.start(id, shown, me.account(), clock.instant()));
        access.cover(
                new Cover(
                        id.value(),
                        row.parties().stream().map(Party::agency).collect(Collectors.toSet()),
                        row.terms().purposes(),
                        midnight(row.terms().begins()),
                        midnight(row.terms().lastDay().plusDays(1))));
        note(id, "started", null);
    }

    private boolean isOver(ProtocolRow row) {
        return today().isAfter(row.terms().lastDay());
    }

    /// Ends it at once: what asks from the next moment on is refused.
    ///
    /// @throws Stale as [#change]
    @Transactional
    public void end(ProtocolId id, int shown, String why) {
        Instant now = clock.instant();
        require(store.end(id, shown, now));
        access.endCover(id.value(), now);
        note(id, "ended", why);
    }

    /// Writes down that the parties looked at it again, and when they will the next time.
    ///
    /// @throws Stale as [#change]
    @Transactional
    public void reviewed(ProtocolId id, int shown, LocalDate next, String found) {
        require(store.reviewed(id, shown, next));
        note(id, "reviewed", found);
    }

    /// @throws Stale as [#change]
    @Transactional
    public void throwAway(ProtocolId id, int shown) {
        require(store.throwAway(id, shown));
        audit.record(AuditEntry.of("protocol.thrown-away", "protocol", id.value()));
    }

    private void note(ProtocolId id, String what, @Nullable String words) {
        Actor.Person me = Acting.person();
        store.note(id, what, clock.instant(), me.account(), me.agency(), words);
        audit.record(AuditEntry.of("protocol." + what, "protocol", id.value()));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant();
    }

    private static void require(boolean asShown) {
        if (!asShown) {
            throw new Stale();
        }
    }
}
