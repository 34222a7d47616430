package org.diogel.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// What has gone and on which ground, and what taking back stopped.
@Repository
class DisclosureStore {

    private final JdbcClient jdbc;

    DisclosureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// On the newest she said: the database refuses it when she no longer agrees.
    void insertDisclosure(
            UUID subject,
            String recipient,
            String what,
            UUID reference,
            byte[] digest,
            @Nullable Basis basis) {
        withBasis(
                        jdbc.sql(
                                """
                                INSERT INTO consent.disclosure
                                    (subject, recipient, what, reference, excerpt_digest, statement,
                                     basis_law, basis_special, basis_offence, protocol,
                                     kind, account, agency)
                                VALUES (:subject, :recipient, :what, :reference, :digest,
                                    (SELECT s.id FROM consent.statement s WHERE s.subject = :subject
                                      ORDER BY s.number DESC LIMIT 1),
                                    :law, :special, :offence, :protocol,
                                    context.kind(), context.account(), context.agency())
                                """),
                        basis)
                .param("subject", subject)
                .param("recipient", recipient)
                .param("what", what)
                .param("reference", reference)
                .param("digest", digest)
                .update();
    }

    void insertReturn(UUID subject, String recipient, UUID reference, byte[] digest) {
        jdbc.sql(
                        """
                        INSERT INTO consent.disclosure
                            (subject, recipient, what, reference, excerpt_digest, kind, account, agency)
                        VALUES (:subject, :recipient, :what, :reference, :digest,
                            context.kind(), context.account(), context.agency())
                        """)
                .param("subject", subject)
                .param("recipient", recipient)
                .param("what", Consents.CAME_BACK)
                .param("reference", reference)
                .param("digest", digest)
                .update();
    }

    /// @param digest of exactly what went
    void insertOverride(
            UUID subject,
            String recipient,
            Overriding overriding,
            UUID reference,
            byte[] digest,
            Instant wentAt) {
        withBasis(
                        jdbc.sql(
                                """
                                INSERT INTO consent.disclosure
                                    (subject, recipient, what, ground, reason, source, told, not_told,
                                     basis_law, basis_special, basis_offence, protocol,
                                     went_at, reference, excerpt_digest, kind, account, agency)
                                VALUES (:subject, :recipient, 'duty', :ground, :reason, :source, :told,
                                    :notTold, :law, :special, :offence, :protocol,
                                    :went, :reference, :digest,
                                    context.kind(), context.account(), context.agency())
                                """),
                        overriding.basis())
                .param("subject", subject)
                .param("recipient", recipient)
                .param("ground", overriding.ground())
                .param("reason", overriding.reason())
                .param("source", overriding.source())
                .param("told", overriding.isTold())
                .param("notTold", overriding.notTold())
                .param("went", wentAt.atOffset(ZoneOffset.UTC))
                .param("reference", reference)
                .param("digest", digest)
                .update();
    }

    private static StatementSpec withBasis(StatementSpec sql, @Nullable Basis basis) {
        return sql.param("law", basis == null ? null : basis.law())
                .param("special", basis == null ? null : basis.special())
                .param("offence", basis == null ? null : basis.offence())
                .param("protocol", basis == null ? null : basis.protocol(), Types.OTHER);
    }

    List<Disclosure> disclosures(UUID subject) {
        return jdbc.sql(
                        """
                        SELECT recipient, what, ground, reason, source, told, not_told, statement,
                               basis_law, basis_special, basis_offence, protocol, agency,
                               reference, excerpt_digest, coalesce(went_at, at) AS at,
                               (SELECT r.data FROM consent.recipient r WHERE r.id = d.recipient) AS data
                          FROM consent.disclosure d
                         WHERE subject = :subject AND what <> 'came-back'
                           AND (told OR NOT EXISTS (SELECT 1 FROM consent.disclosure t
                                WHERE t.subject = d.subject AND t.reference = d.reference AND t.told))
                           AND NOT EXISTS (SELECT 1 FROM consent.disclosure b
                                WHERE b.subject = d.subject AND b.reference = d.reference
                                  AND b.recipient = d.recipient AND b.what = 'came-back'
                                  AND b.number > d.number)
                         ORDER BY coalesce(went_at, at), number
                        """)
                .param("subject", subject)
                .query(DisclosureStore::disclosure)
                .list();
    }

    private static Disclosure disclosure(ResultSet row, int number) throws SQLException {
        String law = row.getString("basis_law");
        return new Disclosure(
                row.getString("recipient"),
                row.getString("what"),
                row.getString("ground"),
                row.getObject("reference", UUID.class),
                HexFormat.of().formatHex(row.getBytes("excerpt_digest")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("data").getArray()),
                row.getObject("statement", UUID.class),
                row.getString("reason"),
                row.getString("source"),
                row.getBoolean("told"),
                row.getString("not_told"),
                row.getObject("agency", UUID.class),
                law == null
                        ? null
                        : new Basis(
                                law,
                                row.getString("basis_special"),
                                row.getString("basis_offence"),
                                row.getObject("protocol", UUID.class)));
    }

    void insertStopped(UUID subject, String what, String recipient, int messages) {
        jdbc.sql(
                        """
                        INSERT INTO consent.stopped (subject, what, recipient, messages)
                        VALUES (:subject, :what, :recipient, :messages)
                        """)
                .param("subject", subject)
                .param("what", what)
                .param("recipient", recipient)
                .param("messages", messages)
                .update();
    }

    List<Stopped> stopped(UUID subject) {
        return jdbc.sql(
                        """
                        SELECT what, recipient, messages, at FROM consent.stopped
                         WHERE subject = :subject ORDER BY number
                        """)
                .param("subject", subject)
                .query(
                        (row, n) ->
                                new Stopped(
                                        row.getString("what"),
                                        row.getString("recipient"),
                                        row.getInt("messages"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
