package org.diogel.account;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diogel.access.Agency;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.web.Texts;

/// What the pages about other people show.
final class PeoplePages {
    private PeoplePages() {}

    static List<PeoplePage.Person> people(
            List<AccountView> all, List<Agency> agencies, AccountId self) {
        Map<AgencyId, String> names = names(agencies);
        return all.stream()
                .map(
                        a ->
                                new PeoplePage.Person(
                                        a.id().toString(),
                                        a.name(),
                                        names.getOrDefault(a.agency(), ""),
                                        RoleKeys.of(a.profession()),
                                        RoleKeys.of(a.roles()),
                                        a.active(),
                                        a.id().equals(self)))
                .toList();
    }

    static List<PeoplePage.Asked> asked(List<People.Waiting> waiting, List<Agency> agencies) {
        Map<AgencyId, String> names = names(agencies);
        return waiting.stream()
                .map(
                        w ->
                                new PeoplePage.Asked(
                                        w.id().toString(),
                                        w.name(),
                                        w.email(),
                                        names.getOrDefault(w.agency(), ""),
                                        RoleKeys.of(w.roles()),
                                        w.until(),
                                        w.anew(),
                                        w.waits(),
                                        w.by(),
                                        w.mine()))
                .toList();
    }

    static InvitePage invite(List<Agency> agencies, Texts texts) {
        return new InvitePage(
                agencies.stream()
                        .map(a -> new InvitePage.Choice(a.id().toString(), a.name()))
                        .toList(),
                Arrays.stream(Profession.values())
                        .map(p -> new InvitePage.Choice(p.name(), texts.t(RoleKeys.of(p))))
                        .toList(),
                Arrays.stream(Role.values())
                        .map(r -> new InvitePage.Choice(r.name(), texts.t(RoleKeys.of(r))))
                        .toList());
    }

    private static Map<AgencyId, String> names(List<Agency> agencies) {
        return agencies.stream().collect(Collectors.toMap(Agency::id, Agency::name));
    }
}
