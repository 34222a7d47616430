package org.diogel.report;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.access.KeptOut;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to who is kept out of a report whatever their role, for whoever of the desk sees it.
/// DOMAIN §4.4.
@Service
public class KeepingOut {

    private static final String REPORT = "report";

    private final Reports reports;
    private final Access access;
    private final Accounts accounts;

    KeepingOut(Reports reports, Access access, Accounts accounts) {
        this.reports = reports;
        this.access = access;
        this.accounts = accounts;
    }

    /// @param out who is kept out now, with names
    /// @param people of the desk who could be, by name
    /// @param agencies others that could be
    public record Sheet(
            QueueItem item, List<Named> out, List<AccountView> people, List<Agency> agencies) {}

    /// @param by name of who decided it
    public record Named(KeptOut row, String name, String by) {}

    /// Nobody would be left at the desk to answer, or to decide about a child or a life.
    static final class NobodyLeft extends RuntimeException {
        NobodyLeft() {
            super("Nobody would be left to answer", null, false, false);
        }
    }

    /// @throws org.diogel.web.NotHere when the report is not there for this actor
    @Transactional(readOnly = true)
    public Sheet open(ReportId report) {
        QueueItem item = reports.get(report);
        List<KeptOut> rows = access.listKeptOut(report.value());
        Set<UUID> out = rows.stream().map(KeptOut::party).collect(Collectors.toSet());
        return new Sheet(
                item,
                rows.stream().map(this::named).toList(),
                desk().values().stream().filter(one -> !out.contains(one.id().value())).toList(),
                access.listAgencies().stream()
                        .filter(a -> !a.id().equals(Acting.person().agency()))
                        .filter(a -> !out.contains(a.id().value()))
                        .toList());
    }

    private Named named(KeptOut row) {
        String name =
                row.account()
                        ? accounts.find(new AccountId(row.party())).map(AccountView::name).orElse("")
                        : access.findAgency(new AgencyId(row.party())).map(Agency::name).orElse("");
        return new Named(
                row, name, accounts.find(row.by()).map(AccountView::name).orElse(""));
    }

    /// From the next moment on.
    ///
    /// @param party id of somebody of the desk, or of another agency
    /// @throws NobodyLeft when no moderator or no safeguarding lead would be left
    /// @throws IllegalArgumentException for anybody else
    @Transactional
    public void keepOut(ReportId report, UUID party, KeptOut.Why why) {
        Sheet sheet = open(report);
        if (sheet.people().stream().anyMatch(one -> one.id().value().equals(party))) {
            requireSomebodyLeft(sheet, party);
            access.keepOut(REPORT, report.value(), new AccountId(party), why);
        } else if (sheet.agencies().stream().anyMatch(a -> a.id().value().equals(party))) {
            access.keepOut(REPORT, report.value(), new AgencyId(party), why);
        } else {
            throw new IllegalArgumentException("Nobody who could be kept out");
        }
    }

    private void requireSomebodyLeft(Sheet sheet, UUID party) {
        Set<UUID> out = new HashSet<>(Set.of(party));
        sheet.out().forEach(named -> out.add(named.row().party()));
        for (Role role : List.of(Role.MODERATOR, Role.SAFEGUARDING_LEAD)) {
            List<AccountView> holders =
                    accounts.listActiveWithRole(role, Acting.person().agency());
            boolean counts = holders.stream().anyMatch(one -> one.id().value().equals(party));
            if (counts && holders.stream().allMatch(one -> out.contains(one.id().value()))) {
                throw new NobodyLeft();
            }
        }
    }

    /// @throws org.diogel.web.Stale when somebody let it in already
    @Transactional
    public void letIn(ReportId report, UUID id) {
        reports.get(report);
        access.letIn(REPORT, report.value(), id);
    }

    /// Everybody of the desk who could see a report, or a warning made of it, by name.
    private Map<String, AccountView> desk() {
        Map<String, AccountView> desk = new TreeMap<>();
        for (Role role :
                List.of(Role.MODERATOR, Role.CASEWORKER, Role.SAFEGUARDING_LEAD, Role.MEMBER)) {
            accounts.listActiveWithRole(role, Acting.person().agency())
                    .forEach(one -> desk.put(one.name() + one.id(), one));
        }
        return desk;
    }

    static Optional<KeptOut.Why> why(String label) {
        return Arrays.stream(KeptOut.Why.values())
                .filter(why -> why.label().equals(label))
                .findFirst();
    }
}
