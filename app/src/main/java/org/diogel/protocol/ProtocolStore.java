package org.diogel.protocol;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.access.SharingPurpose;
import org.diogel.consent.Basis;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.diogel.protocol.Terms.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Protocols and their parties; what it finds depends on who is acting.
@Repository
class ProtocolStore {

    private final JdbcClient jdbc;

    ProtocolStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ProtocolId id, String reference, Terms terms, AccountId by, Instant now) {
        terms(
                        jdbc.sql(
                                """
                                INSERT INTO protocol.protocol
                                    (id, reference, state, title_en, title_cy, aim_en, aim_cy, kept_en, kept_cy,
                                     purposes, begins_on, review_on, last_day, open_days, say_days,
                                     drawn_up_by, drawn_up_at)
                                VALUES (:id, :reference, 'DRAFT', :titleEn, :titleCy, :aimEn, :aimCy, :keptEn, :keptCy,
                                     :purposes, :begins, :review, :lastDay, :open, :say, :by, :now)
                                """),
                        terms)
                .param("id", id.value())
                .param("reference", reference)
                .param("by", by.value())
                .param("now", utc(now))
                .update();
    }

    /// What was signed before was signed of other words.
    ///
    /// @return false when it is no longer as it was shown, or no draft any more
    boolean change(ProtocolId id, int shown, Terms terms) {
        boolean changed =
                terms(
                                        jdbc.sql(
                                                """
                                                UPDATE protocol.protocol
                                                   SET title_en = :titleEn, title_cy = :titleCy,
                                                       aim_en = :aimEn, aim_cy = :aimCy,
                                                       kept_en = :keptEn, kept_cy = :keptCy,
                                                       purposes = :purposes, begins_on = :begins,
                                                       review_on = :review, last_day = :lastDay,
                                                       open_days = :open, say_days = :say,
                                                       version = version + 1
                                                 WHERE id = :id AND version = :shown AND state = 'DRAFT'
                                                """),
                                        terms)
                                .param("id", id.value())
                                .param("shown", shown)
                                .update()
                        == 1;
        if (changed) {
            unsign(id);
        }
        return changed;
    }

    private static StatementSpec terms(StatementSpec sql, Terms terms) {
        return sql.param("titleEn", terms.title().en())
                .param("titleCy", terms.title().cy())
                .param("aimEn", terms.aim().en())
                .param("aimCy", terms.aim().cy())
                .param("keptEn", terms.kept().en())
                .param("keptCy", terms.kept().cy())
                .param(
                        "purposes",
                        terms.purposes().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("begins", terms.begins())
                .param("review", terms.review())
                .param("lastDay", terms.lastDay())
                .param("open", level(terms.levels().open()), Types.INTEGER)
                .param("say", level(terms.levels().say()), Types.INTEGER);
    }

    private static @Nullable Integer level(int days) {
        return days == 0 ? null : days;
    }

    /// @return false when it is no longer as it was shown, or no draft any more
    boolean touch(ProtocolId id, int shown) {
        return jdbc.sql(
                                """
                                UPDATE protocol.protocol SET version = version + 1
                                 WHERE id = :id AND version = :shown AND state = 'DRAFT'
                                """)
                        .param("id", id.value())
                        .param("shown", shown)
                        .update()
                == 1;
    }

    void unsign(ProtocolId id) {
        jdbc.sql(
                        """
                        UPDATE protocol.party
                           SET signed_on = NULL, signer = NULL, position = NULL, here = NULL, signed_by = NULL
                         WHERE protocol = :id AND signed_on IS NOT NULL
                        """)
                .param("id", id.value())
                .update();
    }

    void put(ProtocolId id, Party party) {
        jdbc.sql("DELETE FROM protocol.party WHERE protocol = :id AND agency = :agency")
                .param("id", id.value())
                .param("agency", party.agency().value())
                .update();
        jdbc.sql(
                        """
                        INSERT INTO protocol.party (protocol, agency, law, special, offence, post)
                        VALUES (:id, :agency, :law, :special, :offence, :post)
                        """)
                .param("id", id.value())
                .param("agency", party.agency().value())
                .param("law", party.law())
                .param("special", party.special(), Types.VARCHAR)
                .param("offence", party.offence(), Types.VARCHAR)
                .param("post", party.post())
                .update();
    }

    void takeOut(ProtocolId id, AgencyId agency) {
        jdbc.sql("DELETE FROM protocol.party WHERE protocol = :id AND agency = :agency")
                .param("id", id.value())
                .param("agency", agency.value())
                .update();
    }

    void sign(ProtocolId id, AgencyId agency, Party.Signature signature) {
        jdbc.sql(
                        """
                        UPDATE protocol.party
                           SET signed_on = :on, signer = :signer, position = :position, here = :here, signed_by = :by
                         WHERE protocol = :id AND agency = :agency
                        """)
                .param("id", id.value())
                .param("agency", agency.value())
                .param("on", signature.on())
                .param("signer", signature.name())
                .param("position", signature.position())
                .param("here", signature.here())
                .param("by", signature.by().value())
                .update();
    }

    /// @return false when it is no longer as it was shown
    boolean start(ProtocolId id, int shown, AccountId by, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE protocol.protocol
                                   SET state = 'SIGNED', started_by = :by, started_at = :now, version = version + 1
                                 WHERE id = :id AND version = :shown AND state = 'DRAFT'
                                """)
                        .param("id", id.value())
                        .param("shown", shown)
                        .param("by", by.value())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /// @return false when it is no longer as it was shown
    boolean end(ProtocolId id, int shown, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE protocol.protocol
                                   SET state = 'ENDED', ended_at = :now, version = version + 1
                                 WHERE id = :id AND version = :shown AND state = 'SIGNED'
                                """)
                        .param("id", id.value())
                        .param("shown", shown)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /// @return false when it is no longer as it was shown
    boolean reviewed(ProtocolId id, int shown, LocalDate next) {
        return jdbc.sql(
                                """
                                UPDATE protocol.protocol SET review_on = :next, version = version + 1
                                 WHERE id = :id AND version = :shown AND state = 'SIGNED'
                                """)
                        .param("id", id.value())
                        .param("shown", shown)
                        .param("next", next)
                        .update()
                == 1;
    }

    /// @return false when it is no longer as it was shown
    boolean throwAway(ProtocolId id, int shown) {
        return jdbc.sql(
                                """
                                DELETE FROM protocol.protocol
                                 WHERE id = :id AND version = :shown AND state = 'DRAFT'
                                """)
                        .param("id", id.value())
                        .param("shown", shown)
                        .update()
                == 1;
    }

    Optional<ProtocolRow> find(ProtocolId id) {
        return jdbc.sql("SELECT * FROM protocol.protocol WHERE id = :id")
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    /// Drafts first, then the newest.
    List<ProtocolRow> list() {
        return jdbc.sql(
                        """
                        SELECT * FROM protocol.protocol
                         ORDER BY state <> 'DRAFT', begins_on DESC, reference
                        """)
                .query(this::row)
                .list();
    }

    /// In force, with a day ahead that nobody was reminded of: review or last day, whichever comes first.
    List<ProtocolRow> toRemind(LocalDate today, LocalDate soon) {
        return jdbc.sql(
                        """
                        SELECT * FROM protocol.protocol
                         WHERE state = 'SIGNED' AND last_day >= :today
                           AND least(review_on, last_day) <= :soon
                           AND reminded_for IS DISTINCT FROM least(review_on, last_day)
                        """)
                .param("today", today)
                .param("soon", soon)
                .query(this::row)
                .list();
    }

    void reminded(ProtocolId id) {
        jdbc.sql(
                        """
                        UPDATE protocol.protocol SET reminded_for = least(review_on, last_day)
                         WHERE id = :id
                        """)
                .param("id", id.value())
                .update();
    }

    void note(ProtocolId id, String what, Instant at, AccountId by, AgencyId agency, @Nullable String note) {
        jdbc.sql(
                        """
                        INSERT INTO protocol.event (protocol, what, at, account, agency, note)
                        VALUES (:id, :what, :at, :by, :agency, :note)
                        """)
                .param("id", id.value())
                .param("what", what)
                .param("at", utc(at))
                .param("by", by.value())
                .param("agency", agency.value())
                .param("note", note, Types.VARCHAR)
                .update();
    }

    List<ProtocolEvent> events(ProtocolId id) {
        return jdbc.sql("SELECT * FROM protocol.event WHERE protocol = :id ORDER BY number")
                .param("id", id.value())
                .query(
                        (row, n) ->
                                new ProtocolEvent(
                                        row.getString("what"),
                                        instant(row, "at"),
                                        new AccountId(row.getObject("account", UUID.class)),
                                        row.getString("note")))
                .list();
    }

    private ProtocolRow row(ResultSet row, int number) throws SQLException {
        ProtocolId id = new ProtocolId(row.getObject("id", UUID.class));
        UUID started = row.getObject("started_by", UUID.class);
        return new ProtocolRow(
                id,
                row.getString("reference"),
                ProtocolState.valueOf(row.getString("state")),
                row.getInt("version"),
                new Terms(
                        bilingual(row, "title"),
                        bilingual(row, "aim"),
                        bilingual(row, "kept"),
                        purposes(row),
                        row.getObject("begins_on", LocalDate.class),
                        row.getObject("review_on", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        new Terms.Levels(row.getInt("open_days"), row.getInt("say_days"))),
                parties(id),
                new AccountId(row.getObject("drawn_up_by", UUID.class)),
                instant(row, "drawn_up_at"),
                started == null ? null : new AccountId(started),
                maybe(row, "started_at"),
                maybe(row, "ended_at"));
    }

    private List<Party> parties(ProtocolId id) {
        return jdbc.sql("SELECT * FROM protocol.party WHERE protocol = :id ORDER BY agency")
                .param("id", id.value())
                .query(ProtocolStore::party)
                .list();
    }

    private static Party party(ResultSet row, int number) throws SQLException {
        LocalDate signed = row.getObject("signed_on", LocalDate.class);
        return new Party(
                new AgencyId(row.getObject("agency", UUID.class)),
                row.getString("law"),
                row.getString("special"),
                row.getString("offence"),
                row.getString("post"),
                signed == null
                        ? null
                        : new Party.Signature(
                                signed,
                                row.getString("signer"),
                                row.getString("position"),
                                row.getBoolean("here"),
                                new AccountId(row.getObject("signed_by", UUID.class))));
    }

    /// What a party named in the protocol for this purpose that began last and is in force.
    Optional<Basis> basis(AgencyId agency, SharingPurpose purpose, LocalDate today) {
        return jdbc.sql(
                        """
                        SELECT y.law, y.special, y.offence, p.id
                          FROM protocol.party y JOIN protocol.protocol p ON p.id = y.protocol
                         WHERE y.agency = :agency AND p.state = 'SIGNED' AND :purpose = ANY (p.purposes)
                           AND :today BETWEEN p.begins_on AND p.last_day
                         ORDER BY p.begins_on DESC, p.id LIMIT 1
                        """)
                .param("agency", agency.value())
                .param("purpose", purpose.name())
                .param("today", today)
                .query(
                        (row, n) ->
                                new Basis(
                                        row.getString("law"),
                                        row.getString("special"),
                                        row.getString("offence"),
                                        row.getObject("id", UUID.class)))
                .optional();
    }

    private static Bilingual bilingual(ResultSet row, String name) throws SQLException {
        return new Bilingual(row.getString(name + "_en"), row.getString(name + "_cy"));
    }

    private static Set<SharingPurpose> purposes(ResultSet row) throws SQLException {
        return PurposeFacts.ordered(
                Arrays.stream((String[]) row.getArray("purposes").getArray())
                        .map(SharingPurpose::valueOf)
                        .collect(Collectors.toSet()));
    }

    private static Instant instant(ResultSet row, String name) throws SQLException {
        return row.getObject(name, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, String name) throws SQLException {
        return row.getObject(name) == null ? null : instant(row, name);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
