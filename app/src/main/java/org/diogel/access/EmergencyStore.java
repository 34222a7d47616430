package org.diogel.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Grants to one person for an emergency. How long they last, and that nobody has two under review, the
/// table itself says.
@Repository
class EmergencyStore {

    static final String PURPOSE = "break-glass";

    private final JdbcClient jdbc;

    EmergencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Empty while an earlier one of hers is under review.
    Optional<Instant> open(String kind, UUID subject, AccountId person) {
        return jdbc.sql(
                        """
                        INSERT INTO access.grants
                            (subject_kind, subject, party_kind, party, purpose, source, until, review_due)
                        VALUES (:kind, :subject, 'account', :person, 'break-glass', 'emergency',
                                now() + interval '4 hours', true)
                        ON CONFLICT (party) WHERE review_due DO NOTHING
                        RETURNING until
                        """)
                .param("kind", kind)
                .param("subject", subject)
                .param("person", person.value())
                .query((row, n) -> row.getObject("until", OffsetDateTime.class).toInstant())
                .optional();
    }

    /// @param reviewed by the acting officer: she may open another
    void end(UUID subject, AccountId person, boolean reviewed) {
        jdbc.sql("SELECT access.end_emergency(:subject, :person, :reviewed)")
                .param("subject", subject)
                .param("person", person.value())
                .param("reviewed", reviewed)
                .query((row, n) -> true)
                .list();
    }
}
