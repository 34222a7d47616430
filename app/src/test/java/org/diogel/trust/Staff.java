package org.diogel.trust;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.access.Covers;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.account.OneTimeCodes;
import org.diogel.account.Profession;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.springframework.context.ApplicationContext;

/// Made-up people of one agency, one for each of some roles, who can sign in.
record Staff(Agency agency, Map<Role, Person> people) {

    private static final String PASSWORD = "heron-umbrella-quarry-41";
    private static final String TOTP = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    record Person(AccountView account, String email) {
        Actor.Person actor() {
            return new Actor.Person(account.id(), account.agency(), account.roles());
        }
    }

    /// Makes an agency that answers for a region (null: for all others), with its people.
    static Staff join(ApplicationContext app, String name, Region answersFor, Collection<Role> roles) {
        return join(app, name, answersFor, roles, "");
    }

    /// @param called what stands behind everybody's name
    static Staff join(
            ApplicationContext app,
            String name,
            Region answersFor,
            Collection<Role> roles,
            String called) {
        Agency agency = new Agency(new AgencyId(UUID.randomUUID()), name, "project");
        Actor setUp = new Actor.Task("set-up");
        Acting.run(
                setUp,
                "set-up",
                () -> {
                    app.getBean(Access.class).addAgency(agency);
                    app.getBean(Access.class).setDesk(answersFor, agency.id());
                });
        Covers.everybody(app);
        Map<Role, Person> people =
                roles.stream()
                        .collect(Collectors.toMap(r -> r, r -> person(agency, r, called)));
        for (Person person : people.values()) {
            Acting.run(
                    setUp,
                    "set-up",
                    () ->
                            app.getBean(Accounts.class)
                                    .createDemo(
                                            new Accounts.DemoPerson(
                                                    person.account, person.email, PASSWORD, TOTP)));
        }
        return new Staff(agency, people);
    }

    private static Person person(Agency agency, Role role, String called) {
        AccountId id = new AccountId(UUID.randomUUID());
        return new Person(
                new AccountView(
                        id,
                        agency.id(),
                        "Made-Up " + role + called,
                        Profession.OTHER,
                        Set.of(role),
                        true,
                        Lang.EN),
                id + "@people.invalid");
    }

    Person with(Role role) {
        return people.get(role);
    }

    /// Signs in as the page asks, password and code.
    Visitor signIn(int port, Role role) throws Exception {
        return signIn(port, with(role).email, with(role).account.id());
    }

    private static Visitor signIn(int port, String email, AccountId id) throws Exception {
        // A code works once: tests sign in more than twice a minute.
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute(
                    "UPDATE account.credential SET last_step = 0 WHERE account_id = '" + id + "'");
        }
        Visitor visitor = new Visitor(port);
        return signIn(visitor, email, PASSWORD, TOTP);
    }

    static Visitor signIn(Visitor visitor, String email, String password, String totp)
            throws IOException {
        var fields = visitor.get("/sign-in").fields();
        fields.put("email", List.of(email));
        fields.put("password", List.of(password));
        Answer code = visitor.post("/sign-in", fields);
        var again = code.fields();
        again.put("code", List.of(OneTimeCodes.current(totp, Instant.now())));
        Answer in = visitor.post("/sign-in/code", again);
        if (in.status() >= 400 || !visitor.cookies.containsKey("__Host-diogel")) {
            throw new AssertionError("Not signed in: " + in.status() + " " + in.page().text());
        }
        return visitor;
    }
}
