package org.diogel.account;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;

/// Every way somebody signs in, gone as a browser goes it. What a way needs (a passkey, a linked
/// directory, recovery codes) is made by whoever signs in, on her own pages.
public final class Ways implements AutoCloseable {

    /// Which way.
    public enum Way {
        PASSWORD,
        PASSKEY,
        DIRECTORY,
        RECOVERY
    }

    private static final String MAKE = "form[data-diogel-passkey=make]";
    private static final String USE = "form[data-diogel-passkey=use]";

    private final int port;
    private final Provider provider = new Provider();
    private final Map<AccountId, String> subjects = new HashMap<>();
    private int callers;

    public Ways(int port) throws Exception {
        this.port = port;
    }

    /// A browser nobody signed in with, at an address of its own.
    public Visitor here() {
        Visitor visitor = new Visitor(port);
        visitor.headers.put("Host", "localhost:" + port);
        callers++;
        visitor.from = "127.9." + callers / 200 + "." + (callers % 200 + 1);
        return visitor;
    }

    /// @param directory the agency's, where that is the way
    public Visitor signIn(Somebody who, Way way, String directory) throws Exception {
        Visitor first = here();
        require(303, TestPeople.signIn(first, again(who), 0));
        if (way == Way.PASSWORD) {
            return first;
        }
        try (first;
                Visitor second = here()) {
            Answer in =
                    switch (way) {
                        case PASSKEY -> passkey(first, second);
                        case DIRECTORY -> directory(who, first, second, directory);
                        default -> recovery(who, first, second);
                    };
            require(in.status() == 200 ? 200 : 303, in);
            if (!second.cookies.containsKey("__Host-diogel")) {
                throw new AssertionError(way + " did not sign in: " + in.page().text());
            }
            return second;
        }
    }

    private Answer passkey(Visitor first, Visitor second) throws Exception {
        SoftPasskey device = new SoftPasskey("http://localhost:" + port);
        Answer page = first.get("/account/passkeys");
        Map<String, List<String>> fields = page.fields(MAKE);
        fields.put("name", List.of("made-up device"));
        String user = page.page().select(MAKE).attr("data-user");
        fields.put("answer", List.of(device.make(challenge(page, MAKE), user)));
        require(303, first.post("/account/passkeys", fields));
        Answer ask = second.get("/sign-in");
        Map<String, List<String>> answer = ask.fields(USE);
        answer.put("answer", List.of(device.use(challenge(ask, USE))));
        return second.post("/sign-in/passkey", answer);
    }

    private static String challenge(Answer page, String form) {
        return page.page().select(form).attr("data-challenge");
    }

    private Answer directory(Somebody who, Visitor first, Visitor second, String key)
            throws Exception {
        boolean linked = subjects.containsKey(who.id());
        provider.subject = subjects.computeIfAbsent(who.id(), _ -> "subject-" + UUID.randomUUID());
        if (!linked) {
            require(303, first.get(leave(first, "/account", "/account/directory", key)));
        }
        Answer back = second.get(leave(second, "/sign-in", "/sign-in/directory", key));
        // A directory whose second factor is not believed: ours is asked for as well.
        return back.status() == 200 ? TestPeople.code(second, back, again(who).code(0)) : back;
    }

    private String leave(Visitor visitor, String from, String action, String key)
            throws IOException {
        Map<String, List<String>> fields =
                visitor.get(from).fields("form[action=" + action + "]:has(input[value=" + key + "])");
        Answer page = visitor.post(action, fields);
        return provider.visit(page.page().select("a.govuk-button").attr("href"));
    }

    private Answer recovery(Somebody who, Visitor first, Visitor second) throws Exception {
        Map<String, List<String>> make =
                first.get("/account/recovery-codes").fields("form[action=/account/recovery-codes]");
        String code =
                first.post("/account/recovery-codes", make)
                        .page()
                        .select("ul.diogel-code li")
                        .eachText()
                        .getFirst();
        Answer step = TestPeople.password(second, who, TestPeople.PASSWORD);
        Map<String, List<String>> fields = step.fields("form[action=/sign-in/recovery]");
        fields.put("recovery", List.of(code));
        return second.post("/sign-in/recovery", fields);
    }

    /// A code works once; people of a test sign in more than twice a minute.
    private static Somebody again(Somebody who) throws SQLException {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute("UPDATE account.credential SET last_step = 0 WHERE account_id = '" + who.id() + "'");
        }
        return who;
    }

    private static void require(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError(status + " expected: " + answer + answer.page().text());
        }
    }

    @Override
    public void close() {
        provider.close();
    }
}
