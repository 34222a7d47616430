package org.diogel.alert;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diogel.access.Access;
import org.diogel.access.KeptOutParties;
import org.diogel.access.SharingPurpose;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.messages.Messages;
import org.diogel.messages.Outgoing;
import org.diogel.messages.SendCheck;
import org.diogel.messages.Way;
import org.diogel.report.Severity;
import org.springframework.stereotype.Component;

/// Who gets a neutral message about a warning, each in the transaction that notes that it was told.
/// Members are known to background work alone; whoever publishes does not learn who belongs to
/// another agency.
@Component
class AlertNews implements SendCheck {

    /// Asks other moderators to join whoever published alone.
    static final String SECOND = "alert-second";

    /// Says that something no longer counts; the page says so, and not why.
    static final String END = "alert-end";

    private final AlertStore store;
    private final NoteStore notes;
    private final Accounts accounts;
    private final Access access;
    private final Messages messages;
    private final Clock clock;

    AlertNews(
            AlertStore store,
            NoteStore notes,
            Accounts accounts,
            Access access,
            Messages messages,
            Clock clock) {
        this.store = store;
        this.notes = notes;
        this.accounts = accounts;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
    }

    /// Members are told of a new one; where one person published it alone, those who may be the
    /// second person too.
    void tell(AlertId id) {
        if (!store.markTold(id)) {
            return;
        }
        AlertRow row = store.find(id).orElseThrow();
        for (AccountView member : audience(row)) {
            messages.queue(isUrgent(row) ? news(member, row).asUrgent() : news(member, row));
        }
        if (row.isUnconfirmed()) {
            for (AccountView other : accounts.listActiveWithRole(Role.MODERATOR, row.agency())) {
                if (!notes.tookPart(id, other.id())
                        && !other.id().equals(row.proposedBy())
                        && !keptOut(row).has(other.id(), other.agency())) {
                    messages.queue(message(other, SECOND, row, false).asUrgent());
                }
            }
        }
    }

    /// Whoever opened it or was sent a message about it is told once that it no longer counts.
    void takeBack(AlertId id) {
        if (!store.markEndTold(id)) {
            return;
        }
        AlertRow row = store.find(id).orElseThrow();
        if (!row.isNoLongerTrue()) {
            return;
        }
        Map<AccountId, Set<Way>> reached = new HashMap<>();
        notes.readersOf(id).forEach(reader -> reached.put(reader, EnumSet.noneOf(Way.class)));
        messages.about(id.value()).stream()
                .filter(d -> d.subjectKind().equals(AlertClock.KIND) && d.hasGone())
                .forEach(
                        d ->
                                reached.computeIfAbsent(
                                                d.account(), _ -> EnumSet.noneOf(Way.class))
                                        .add(d.way()));
        for (AccountView member : accounts.listActiveWithRole(Role.MEMBER)) {
            Set<Way> ways = reached.get(member.id());
            if (ways != null) {
                end(message(member, END, row, true), ways);
            }
        }
    }

    /// By every way that brought her the first one; whoever only read the page, as she chose.
    private void end(Outgoing message, Set<Way> ways) {
        if (ways.isEmpty()) {
            messages.queue(message);
        }
        ways.forEach(way -> messages.queue(message.by(way)));
    }

    /// How many members would get a message about it now.
    int audience(AlertId id) {
        return audience(store.find(id).orElseThrow()).size();
    }

    /// The region limits nobody by itself: only whoever chose areas hears of no other.
    private List<AccountView> audience(AlertRow row) {
        Set<AccountId> others = messages.unwantedBy(row.regions());
        Set<AgencyId> partners = access.listPartners(row.agency(), SharingPurpose.WARNINGS);
        KeptOutParties out = keptOut(row);
        return accounts.listActiveWithRole(Role.MEMBER).stream()
                .filter(
                        member ->
                                row.isFor(member.agency())
                                        && (member.agency().equals(row.agency())
                                                || partners.contains(member.agency()))
                                        && !out.has(member.id(), member.agency())
                                        && !others.contains(member.id()))
                .toList();
    }

    /// Whether a protocol still lets this member's agency read it.
    boolean mayRead(AlertRow row, AccountId member) {
        return accounts.find(member)
                .filter(
                        one ->
                                access.mayShare(
                                                row.agency(), one.agency(), SharingPurpose.WARNINGS)
                                        && !keptOut(row).has(one.id(), one.agency()))
                .isPresent();
    }

    private KeptOutParties keptOut(AlertRow row) {
        return row.report() == null
                ? new KeptOutParties(Set.of())
                : access.keptOut(row.report().value());
    }

    private static boolean isUrgent(AlertRow row) {
        return row.isUnconfirmed() || row.severity() == Severity.DANGEROUS;
    }

    private Outgoing news(AccountView to, AlertRow row) {
        return message(to, AlertClock.KIND, row, true);
    }

    private Outgoing message(AccountView to, String kind, AlertRow row, boolean chosen) {
        return new Outgoing(
                to.id(),
                Messages.NEUTRAL,
                kind,
                row.id().value(),
                row.report() == null ? null : row.report().value(),
                row.agency(),
                chosen,
                false,
                null);
    }

    @Override
    public String subjectKind() {
        return SECOND;
    }

    /// Only while a second person is still needed. That something ended stays true.
    @Override
    public boolean stillWanted(UUID subject, AccountId to) {
        return store.find(new AlertId(subject))
                .filter(row -> row.isUnconfirmed() && row.isInForce(clock.instant()))
                .isPresent();
    }
}
