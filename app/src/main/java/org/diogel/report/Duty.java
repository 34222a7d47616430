package org.diogel.report;

import java.util.List;
import org.diogel.access.Access;
import org.diogel.access.KeptOutParties;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.springframework.stereotype.Component;

/// Who is told that something waits at a desk, as far as the one acting may know of them.
@Component
class Duty {

    private final Accounts accounts;
    private final Access access;

    Duty(Accounts accounts, Access access) {
        this.accounts = accounts;
        this.access = access;
    }

    /// As [#at], without who is kept out of the report.
    List<AccountView> of(ReportId report, AgencyId desk, Role role) {
        KeptOutParties out = access.keptOut(report.value());
        return at(desk, role).stream().filter(one -> !out.has(one.id(), one.agency())).toList();
    }

    /// Active people of the desk with the first of these roles that anybody has.
    List<AccountView> at(AgencyId desk, Role... roles) {
        for (Role role : roles) {
            List<AccountView> people = accounts.listActiveWithRole(role, desk);
            if (!people.isEmpty()) {
                return people;
            }
        }
        return List.of();
    }

    /// Whoever can give a role to somebody: of the desk's own agency, otherwise of any.
    List<AccountView> administrators(AgencyId desk) {
        List<AccountView> own = at(desk, Role.ADMINISTRATOR);
        return own.isEmpty() ? accounts.listActiveWithRole(Role.ADMINISTRATOR) : own;
    }
}
