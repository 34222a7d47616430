package org.diogel.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.kernel.Lang;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    void setEnded(UUID subject, Instant at) {
        jdbc.sql(
                        """
                        UPDATE consent.subject SET ended_at = :at
                         WHERE subject = :subject AND ended_at IS NULL
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .update();
    }

    boolean isSafePlace(UUID subject) {
        return jdbc.sql("SELECT safe_place FROM consent.subject WHERE subject = :subject")
                .param("subject", subject)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void setSafePlace(UUID subject, boolean safePlace) {
        jdbc.sql("UPDATE consent.subject SET safe_place = :safe WHERE subject = :subject")
                .param("safe", safePlace)
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
