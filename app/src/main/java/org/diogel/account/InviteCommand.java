package org.diogel.account;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.springframework.stereotype.Component;

/// `./diogel invite --administrator NAME --agency "…" [--email …]`: the link that makes the first
/// account, printed on standard output, good for seven days. The agency is made when there is none of
/// that name. Exit 0 done, 2 unusable words.
@Component
public class InviteCommand {
    private static final String USAGE =
            "Usage: diogel invite --administrator NAME --agency NAME [--email ADDRESS]";
    private static final Actor.Task SET_UP = new Actor.Task("set-up");

    private final Invitations invitations;
    private final Access access;
    private final PublicAddress address;

    InviteCommand(Invitations invitations, Access access, PublicAddress address) {
        this.invitations = invitations;
        this.access = access;
        this.address = address;
    }

    /// @param typed an e-mail address, or nothing
    public int run(String administrator, String project, String typed) {
        String name = administrator.strip();
        String agency = project.strip();
        Optional<Email> email = Email.of(typed);
        if (name.isEmpty() || agency.length() < 2 || !typed.isEmpty() && email.isEmpty()) {
            System.err.println(USAGE);
            return 2;
        }
        String link = Acting.as(SET_UP, "set-up", () -> invite(name, agency, email));
        System.out.println(address.page("/invitation/" + link));
        System.out.println("This link works once, within seven days. Whoever opens it becomes administrator.");
        return 0;
    }

    private String invite(String name, String agency, Optional<Email> email) {
        AgencyId id =
                access.listAgencies().stream()
                        .filter(known -> known.name().equalsIgnoreCase(agency))
                        .map(Agency::id)
                        .findFirst()
                        .orElseGet(() -> add(agency));
        Invitations.Asked asked =
                new Invitations.Asked(
                        name, email.orElse(null), id, Profession.OFFICE, Set.of(Role.ADMINISTRATOR));
        return invitations.invite(asked).link();
    }

    private AgencyId add(String name) {
        AgencyId id = new AgencyId(UUID.randomUUID());
        access.addAgency(new Agency(id, name, "project"));
        return id;
    }
}
