package org.diogel.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.diogel.kernel.Holdings.Expiry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Runs what features wrote down as their [Expiry]: constants of theirs, never put together.
@Repository
class ExpiryStore {

    private final JdbcClient jdbc;

    ExpiryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param held how many of them are on hold
    record Due(long count, @Nullable Instant oldest, long held) {}

    /// Of what the clock started for before that.
    Due due(Expiry expiry, Instant before) {
        return jdbc.sql(expiry.due())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(
                        (row, _) -> {
                            OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                            return new Due(
                                    row.getLong("count"),
                                    oldest == null ? null : oldest.toInstant(),
                                    row.getLong("held"));
                        })
                .single();
    }

    int erase(Expiry expiry, Instant before, int most) {
        return jdbc.sql(expiry.erase())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Integer.class)
                .single();
    }
}
