package org.diogel.protocol;

import java.util.List;
import java.util.Set;
import org.diogel.database.HeldRow;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Held;
import org.diogel.kernel.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What somebody did with protocols.
@Repository
class ProtocolGatherStore implements Gathers {

    private final JdbcClient jdbc;

    ProtocolGatherStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables(Subject.Kind kind) {
        return kind == Subject.Kind.ACCOUNT ? Set.of("protocol.event") : Set.of();
    }

    @Override
    public List<Held> about(Subject subject) {
        return subject.is(Subject.Kind.ACCOUNT)
                ? jdbc.sql(
                                """
                                SELECT p.reference, e.what, e.at
                                  FROM protocol.event e JOIN protocol.protocol p ON p.id = e.protocol
                                 WHERE e.account = :subject ORDER BY e.number
                                """)
                        .param("subject", subject.id())
                        .query(HeldRow.hers("protocol.event"))
                        .list()
                : List.of();
    }
}
