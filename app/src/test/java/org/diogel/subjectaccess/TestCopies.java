package org.diogel.subjectaccess;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.diogel.report.Ticket;
import org.springframework.context.ApplicationContext;

/// Copies of made-up reports, for other tests.
public final class TestCopies {

    private TestCopies() {}

    /// Asked for from the receipt.
    public static CopyId ask(ApplicationContext app, Ticket ticket) {
        app.getBean(OwnCopies.class).ask(ticket, Lang.EN);
        return of(ticket.report().value());
    }

    /// Gathered, not decided.
    public static CopyId gathered(ApplicationContext app, Actor.Person officer, Ticket ticket) {
        CopyId id = ask(app, ticket);
        as(officer, () -> app.getBean(Copies.class).gather(id, 1));
        return id;
    }

    /// Decided as it is proposed, and made.
    public static CopyId made(ApplicationContext app, Actor.Person officer, Ticket ticket) {
        CopyId id = gathered(app, officer, ticket);
        decideAll(app, officer, id);
        as(
                officer,
                () -> {
                    Copies copies = app.getBean(Copies.class);
                    app.getBean(Deciding.class).make(id, copies.get(id).row().version());
                    return true;
                });
        return id;
    }

    static void decideAll(ApplicationContext app, Actor.Person officer, CopyId id) {
        Deciding copies = app.getBean(Deciding.class);
        List<Decision> all = new ArrayList<>();
        as(
                officer,
                () -> {
                    int last = copies.look(id, "1").leaf().last();
                    for (int page = 1; page <= last; page++) {
                        for (Piece piece : copies.look(id, String.valueOf(page)).pieces()) {
                            all.add(
                                    new Decision(
                                            piece.id(),
                                            piece.proposed(),
                                            List.of(),
                                            piece.proposed() ? null : "third-party"));
                        }
                    }
                    copies.decide(id, all);
                    return true;
                });
    }

    public static CopyId of(UUID subject) {
        try (var superuser = TestDatabase.superuser();
                var sql =
                        superuser.prepareStatement(
                                "SELECT id FROM subjectaccess.request WHERE subject = ?"
                                        + " ORDER BY received_at DESC LIMIT 1")) {
            sql.setObject(1, subject);
            try (var rows = sql.executeQuery()) {
                rows.next();
                return new CopyId(rows.getObject(1, UUID.class));
            }
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /// Notes that somebody outside asked for, not considered yet.
    public static AskedId noted(ApplicationContext app, Actor.Person officer, String words) {
        return as(
                officer,
                () ->
                        app.getBean(NotesAsked.class)
                                .write(
                                        "police",
                                        "victim-information",
                                        LocalDate.of(2026, 3, 27),
                                        null,
                                        Map.of("asker", words + " Inspector", "exact", words + " all notes")));
    }

    static String text(String sql) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (var superuser = TestDatabase.superuser();
                var rows = superuser.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                all.append(rows.getString(1)).append('\n');
            }
        }
        return all.toString();
    }

    static void run(String sql) throws SQLException {
        try (var superuser = TestDatabase.superuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    static <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(actor, "testing", work::get);
    }
}
