package org.diogel.audit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditStore {

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Acting acting, AuditEntry entry, String outcome) {
        @Nullable UUID account = null;
        @Nullable UUID agency = null;
        if (acting.actor() instanceof Actor.Person person) {
            account = person.account().value();
            agency = person.agency().value();
        }
        jdbc.sql(
                        """
                        INSERT INTO audit.entry
                            (kind, account, agency, purpose, action, subject_kind, subject, outcome, fields)
                        VALUES (:kind, :account, :agency, :purpose, :action, :subjectKind, :subject,
                            :outcome, :fields)
                        """)
                .param("kind", kind(acting.actor()))
                .param("account", account)
                .param("agency", agency)
                .param("purpose", acting.purpose())
                .param("action", entry.action())
                .param("subjectKind", entry.subjectKind())
                .param("subject", entry.subject())
                .param("outcome", outcome)
                .param("fields", entry.fields().toArray(String[]::new))
                .update();
    }

    void eraseSubject(UUID subject) {
        jdbc.sql("SELECT audit.erase_subject(:subject)")
                .param("subject", subject)
                .query(Integer.class)
                .single();
    }

    List<Opening> about(UUID subject) {
        return jdbc.sql(
                        """
                        SELECT at, kind, account, agency, purpose, action, fields
                          FROM audit.entry
                         WHERE subject = :subject AND outcome = 'done'
                         ORDER BY id DESC
                        """)
                .param("subject", subject)
                .query(AuditStore::opening)
                .list();
    }

    private static Opening opening(ResultSet row, int number) throws SQLException {
        Array fields = row.getArray("fields");
        return new Opening(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getObject("account", UUID.class),
                row.getObject("agency", UUID.class),
                row.getString("purpose"),
                row.getString("action"),
                List.of((String[]) fields.getArray()));
    }

    private static String kind(Actor actor) {
        return switch (actor) {
            case Actor.Anonymous _ -> "anonymous";
            case Actor.Holder _ -> "holder";
            case Actor.Person _ -> "person";
            case Actor.Task _ -> "task";
        };
    }
}
