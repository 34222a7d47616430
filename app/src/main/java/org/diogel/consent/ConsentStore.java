package org.diogel.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.kernel.Lang;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class ConsentStore {

    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Recipient> recipients() {
        return jdbc.sql("""
                        SELECT id, choice, used FROM consent.recipient
                         WHERE choice IS NOT NULL ORDER BY place
                        """)
                .query(
                        (row, n) ->
                                new Recipient(
                                        row.getString("id"),
                                        SharingChoice.valueOf(row.getString("choice")),
                                        row.getBoolean("used")))
                .list();
    }

    /// Takes the subject's lock for changing; true when all sharing is stopped now.
    boolean lockForChange(UUID subject) {
        jdbc.sql("INSERT INTO consent.subject (subject) VALUES (:subject) ON CONFLICT DO NOTHING")
                .param("subject", subject)
                .update();
        return jdbc.sql("SELECT stopped FROM consent.subject WHERE subject = :subject FOR UPDATE")
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    /// Takes the subject's lock for sending; false when the subject is unknown or out of reach.
    boolean holdStill(UUID subject) {
        return jdbc.sql("SELECT stopped FROM consent.subject WHERE subject = :subject FOR SHARE")
                .param("subject", subject)
                .query(Boolean.class)
                .optional()
                .map(stopped -> !stopped)
                .orElse(false);
    }

    boolean isStopped(UUID subject) {
        return jdbc.sql("SELECT stopped FROM consent.subject WHERE subject = :subject")
                .param("subject", subject)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void setStopped(UUID subject, boolean stopped) {
        jdbc.sql("UPDATE consent.subject SET stopped = :stopped WHERE subject = :subject")
                .param("stopped", stopped)
                .param("subject", subject)
                .update();
    }

    /// Keeps the exact words once and returns their SHA-256.
    byte[] keepWords(Lang lang, String body) {
        jdbc.sql(
                        """
                        INSERT INTO consent.words (digest, lang, body)
                        VALUES (sha256(convert_to(:body, 'UTF8')), :lang, :body)
                        ON CONFLICT DO NOTHING
                        """)
                .param("lang", lang.tag())
                .param("body", body)
                .update();
        return ReviewedTexts.digest(body);
    }

    /// @param until when what is agreed ends by itself; null: when she takes it back
    void state(
            UUID subject,
            String act,
            Given given,
            Lang lang,
            String wordsVersion,
            byte @Nullable [] words,
            Map<String, byte[]> agreed,
            @Nullable Instant until) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        INSERT INTO consent.statement
                            (id, subject, act, given, witness, lang, words_version, words,
                             kind, account, agency)
                        VALUES (:id, :subject, :act, :given, :witness, :lang, :version, :words,
                            context.kind(), context.account(), context.agency())
                        """)
                .param("given", given.how())
                .param("witness", given.witness(), Types.OTHER)
                .param("id", id)
                .param("subject", subject)
                .param("act", act)
                .param("lang", lang.tag())
                .param("version", wordsVersion)
                .param("words", words)
                .update();
        agreed.forEach(
                (recipient, shown) ->
                        jdbc.sql(
                                        """
                                        INSERT INTO consent.agreed
                                            (statement, subject, recipient, shown, ends_at)
                                        VALUES (:statement, :subject, :recipient, :shown, :until)
                                        """)
                                .param(
                                        "until",
                                        until == null ? null : until.atOffset(ZoneOffset.UTC),
                                        Types.TIMESTAMP_WITH_TIMEZONE)
                                .param("statement", id)
                                .param("subject", subject)
                                .param("recipient", recipient)
                                .param("shown", shown)
                                .update());
    }

    List<Agreement> current(UUID subject) {
        return jdbc.sql(
                        """
                        SELECT a.recipient, r.choice, s.at, s.lang, s.words_version, s.given,
                               a.purpose, a.data, a.ends_at
                          FROM (SELECT id, at, lang, words_version, given
                                  FROM consent.statement
                                 WHERE subject = :subject
                                 ORDER BY number DESC LIMIT 1) s
                          JOIN consent.agreed a ON a.statement = s.id
                          JOIN consent.recipient r ON r.id = a.recipient
                         WHERE a.ends_at IS NULL OR a.ends_at > clock_timestamp()
                         ORDER BY r.place
                        """)
                .param("subject", subject)
                .query(ConsentStore::agreement)
                .list();
    }

    /// Hangs on her newest statement; said twice, it stands once.
    void insertSupplement(
            UUID subject,
            String recipient,
            UUID addition,
            byte[] shown,
            Lang lang,
            String wordsVersion,
            byte[] words) {
        jdbc.sql(
                        """
                        INSERT INTO consent.supplement
                            (statement, subject, recipient, addition, shown, lang, words_version, words)
                        SELECT s.id, :subject, :recipient, :addition, :shown, :lang, :version, :words
                          FROM consent.statement s
                         WHERE s.subject = :subject ORDER BY s.number DESC LIMIT 1
                        ON CONFLICT DO NOTHING
                        """)
                .param("subject", subject)
                .param("recipient", recipient)
                .param("addition", addition)
                .param("shown", shown)
                .param("lang", lang.tag())
                .param("version", wordsVersion)
                .param("words", words)
                .update();
    }

    List<Supplement> supplements(UUID subject) {
        return jdbc.sql(
                        """
                        SELECT recipient, addition, at FROM consent.supplement_now
                         WHERE subject = :subject ORDER BY at, recipient, addition
                        """)
                .param("subject", subject)
                .query(
                        (row, n) ->
                                new Supplement(
                                        row.getString("recipient"),
                                        row.getObject("addition", UUID.class),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// True counts over the whole partnership.
    List<Chosen> choicesByQuarter() {
        return jdbc.sql("SELECT quarter, chose, reports FROM consent.choices_by_quarter()")
                .query(
                        (row, n) ->
                                new Chosen(
                                        row.getObject("quarter", LocalDate.class),
                                        row.getString("chose"),
                                        row.getLong("reports")))
                .list();
    }

    boolean agrees(UUID subject, String recipient) {
        return current(subject).stream().anyMatch(a -> a.recipient().equals(recipient));
    }

    /// Whether she agrees now to tell this recipient exactly this: what her newest statement showed, or
    /// something she added later.
    boolean wasShown(UUID subject, String recipient, byte[] digest) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (
                            SELECT 1 FROM consent.agreed a
                             WHERE a.recipient = :recipient AND a.shown = :digest
                               AND (a.ends_at IS NULL OR a.ends_at > clock_timestamp())
                               AND a.statement = (SELECT s.id FROM consent.statement s
                                                   WHERE s.subject = :subject
                                                   ORDER BY s.number DESC LIMIT 1))
                            OR EXISTS (
                            SELECT 1 FROM consent.supplement_now n
                             WHERE n.subject = :subject AND n.recipient = :recipient
                               AND n.shown = :digest)
                        """)
                .param("subject", subject)
                .param("recipient", recipient)
                .param("digest", digest)
                .query(Boolean.class)
                .single();
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
                .query(ConsentStore::disclosure)
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

    private static Agreement agreement(ResultSet row, int number) throws SQLException {
        OffsetDateTime until = row.getObject("ends_at", OffsetDateTime.class);
        return new Agreement(
                row.getString("recipient"),
                SharingChoice.valueOf(row.getString("choice")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Lang.written(row.getString("lang")),
                row.getString("words_version"),
                row.getString("purpose"),
                List.of((String[]) row.getArray("data").getArray()),
                row.getString("given").equals(Given.SPOKEN),
                until == null ? null : until.toInstant());
    }
}
