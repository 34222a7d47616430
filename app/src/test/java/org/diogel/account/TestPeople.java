package org.diogel.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.springframework.context.ApplicationContext;

/// Made-up people for tests over HTTP: they sign in like anybody else.
public final class TestPeople {
    public static final String PASSWORD = "pedwar ceffyl glas ar y bont";
    private static final Actor SET_UP = new Actor.Task("set-up");

    private final Accounts accounts;
    private final Access access;

    public TestPeople(ApplicationContext app) {
        this.accounts = app.getBean(Accounts.class);
        this.access = app.getBean(Access.class);
    }

    /// @param totp base 32
    public record Somebody(AccountId id, AgencyId agency, String email, String totp) {
        public String code(int stepsFromNow) {
            return OneTimeCodes.current(totp, Instant.now().plusSeconds(30L * stepsFromNow));
        }
    }

    public AgencyId agency(String name) {
        AgencyId id = new AgencyId(UUID.randomUUID());
        Acting.run(SET_UP, "set-up", () -> access.addAgency(new Agency(id, name, "project")));
        return id;
    }

    public Somebody somebody(AgencyId agency, Role... roles) {
        AccountId id = new AccountId(UUID.randomUUID());
        String email = "test-" + id + "@example.invalid";
        String totp = Letters.base32(OneTimeCodes.newSecret());
        AccountView view =
                new AccountView(
                        id,
                        agency,
                        "Tester " + id.toString().substring(0, 4),
                        Profession.PROJECT_WORKER,
                        Set.of(roles),
                        true,
                        Lang.EN);
        Acting.run(
                SET_UP,
                "set-up",
                () ->
                        accounts.createDemo(
                                new Accounts.DemoPerson(view, email, PASSWORD, totp)));
        return new Somebody(id, agency, email, totp);
    }

    /// Signs in with the code of now; a second time within a minute takes `stepsFromNow` 1.
    public static Answer signIn(Visitor browser, Somebody who, int stepsFromNow)
            throws IOException {
        return code(browser, password(browser, who, PASSWORD), who.code(stepsFromNow));
    }

    static Answer password(Visitor browser, Somebody who, String password) throws IOException {
        return password(browser, browser.get("/sign-in"), who.email(), password);
    }

    static Answer password(Visitor browser, Answer page, String email, String password)
            throws IOException {
        Map<String, List<String>> fields = page.fields();
        fields.put("email", List.of(email));
        fields.put("password", List.of(password));
        return browser.post("/sign-in", fields);
    }

    static Answer code(Visitor browser, Answer page, String code) throws IOException {
        Map<String, List<String>> fields = page.fields();
        fields.put("code", List.of(code));
        return browser.post("/sign-in/code", fields);
    }

    /// As if her last code were an hour old; her sessions go on.
    public static void stale(Somebody who) throws SQLException {
        try (var connection = TestDatabase.superuser();
                var sql =
                        connection.prepareStatement(
                                """
                                update platform.spring_session_attributes a
                                   set attribute_bytes = convert_to(
                                       (convert_from(attribute_bytes, 'UTF8')::bigint - 3600)::text, 'UTF8')
                                  from platform.spring_session s
                                 where a.session_primary_id = s.primary_id and s.principal_name = ?
                                   and a.attribute_name = 'proved'
                                """)) {
            sql.setString(1, who.id().toString());
            sql.executeUpdate();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
