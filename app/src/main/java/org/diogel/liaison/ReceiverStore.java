package org.diogel.liaison;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.diogel.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReceiverStore {

    private final JdbcClient jdbc;

    ReceiverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, AgencyId> all() {
        Map<String, AgencyId> all = new TreeMap<>();
        jdbc.sql("SELECT recipient, agency FROM liaison.receiver")
                .query(
                        row -> {
                            all.put(
                                    row.getString("recipient"),
                                    new AgencyId(row.getObject("agency", UUID.class)));
                        });
        return all;
    }

    void put(String recipient, AgencyId agency) {
        jdbc.sql(
                        """
                        INSERT INTO liaison.receiver (recipient, agency) VALUES (:recipient, :agency)
                        ON CONFLICT (recipient) DO UPDATE SET agency = excluded.agency
                        """)
                .param("recipient", recipient)
                .param("agency", agency.value())
                .update();
    }

    void remove(String recipient) {
        jdbc.sql("DELETE FROM liaison.receiver WHERE recipient = :recipient")
                .param("recipient", recipient)
                .update();
    }
}
