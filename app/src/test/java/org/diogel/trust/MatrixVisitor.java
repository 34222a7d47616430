package org.diogel.trust;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.diogel.account.Ways.Way;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.trust.MatrixWorld.Relation;
import org.jspecify.annotations.Nullable;

/// One kind of visitor with a browser of their own, that asks for each page as if it were the first.
final class MatrixVisitor implements AutoCloseable {

    final String name;
    final Visitor browser;
    final Relation relation;
    final @Nullable Actor actor;
    final @Nullable Role role;
    final Way way;

    /// Whether their session counts.
    boolean live;

    boolean stale;

    private final Map<String, String> cookies;
    private final Map<String, List<String>> token;
    private final Map<String, String> missing = new ConcurrentHashMap<>();

    MatrixVisitor(
            String name,
            Visitor browser,
            Relation relation,
            @Nullable Actor actor,
            @Nullable Role role,
            Way way)
            throws IOException {
        this.name = name;
        this.browser = browser;
        this.relation = relation;
        this.actor = actor;
        this.role = role;
        this.way = way;
        live = role != null;
        token = Map.of("_csrf", browser.get("/code").fields().get("_csrf"));
        cookies = Map.copyOf(browser.cookies);
    }

    boolean isPerson() {
        return role != null;
    }

    /// With the cookies she came with, whatever the page before said.
    Answer ask(String method, String path) throws IOException {
        for (int tries = 0; ; tries++) {
            browser.cookies.clear();
            browser.cookies.putAll(cookies);
            try {
                return method.equals("GET") ? browser.get(path) : browser.post(path, fields(path));
            } catch (IOException closed) {
                // A connection nobody used for a while is closed at the other end.
                if (tries > 0) {
                    throw closed;
                }
            }
        }
    }

    /// With what is asked for most: why, and what she saw.
    private Map<String, List<String>> fields(String path) {
        String purpose = path.startsWith("/inbox") ? "investigate" : "triage";
        return Map.of(
                "_csrf", token.get("_csrf"), "purpose", List.of(purpose), "version", List.of("1"));
    }

    /// What a thing that is not there answers, remembered by route.
    String missing(MatrixRoutes.Route route, String path, Answer answer) {
        return missing.computeIfAbsent(route.toString() + stale, _ -> masked(answer, path));
    }

    /// Everything an answer says but what is new in each: nonce, token, reference, address.
    static String masked(Answer answer, String path) {
        Map<String, Integer> headers = new TreeMap<>();
        answer.headers().forEach((name, values) -> headers.put(name, String.join("", values).length()));
        headers.remove("date");
        headers.remove("set-cookie");
        headers.remove("content-length");
        // Whether the connection goes on is the connection's affair.
        headers.remove("connection");
        headers.remove("keep-alive");
        String text =
                answer.text()
                        .replace(path, "PATH")
                        .replaceAll("nonce=\"[^\"]*\"", "nonce")
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "token")
                        .replaceAll("href=\"[^\"]*lang=..\"", "lang")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
        return answer.status() + " " + headers + "\n" + text;
    }

    /// Rows the record has about her since, as done and denied.
    ///
    /// @param twice of those done, how many say the same of the same thing as another
    record Noted(int done, int denied, int twice) {}

    Noted noted(Connection superuser, long since) throws SQLException {
        try (var sql =
                superuser.prepareStatement(
                        """
                        SELECT count(*) FILTER (WHERE outcome = 'done'),
                               count(*) FILTER (WHERE outcome = 'denied'),
                               count(*) - count(DISTINCT (action, subject_kind, subject, fields, outcome))
                          FROM audit.entry WHERE id > ? AND account = ?
                        """)) {
            AccountId id = actor instanceof Actor.Person person ? person.account() : null;
            sql.setLong(1, since);
            sql.setObject(2, id == null ? null : id.value(), java.sql.Types.OTHER);
            try (var rows = sql.executeQuery()) {
                rows.next();
                return new Noted(rows.getInt(1), rows.getInt(2), rows.getInt(3));
            }
        }
    }

    /// As if her last code were just now, or an hour old.
    void fresh(boolean fresh) throws Exception {
        if (actor instanceof Actor.Person person) {
            long at = System.currentTimeMillis() / 1000 - (fresh ? 0 : 3600);
            MatrixWorld.run(
                    "UPDATE platform.spring_session_attributes a SET attribute_bytes = convert_to('" + at
                            + "', 'UTF8') FROM platform.spring_session s"
                            + " WHERE a.session_primary_id = s.primary_id AND s.principal_name = '"
                            + person.account() + "' AND a.attribute_name = 'proved'");
        }
        stale = !fresh;
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        browser.close();
    }
}
