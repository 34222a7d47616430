package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import org.diogel.WebTest;
import org.diogel.audit.Sequencer;
import org.diogel.database.TestDatabase;
import org.diogel.report.Recorded;
import org.diogel.report.Ticket;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// With both secrets she sees that what went stands in the record, and takes the proof along.
@WebTest
class RecordedTest extends InVillage {

    @Autowired Recorded recorded;
    @Autowired Sequencer sequencer;

    @Test
    void whatWentIsInTheRecordAsSoonAsItHasItsPlace() {
        Ticket ticket = village.tell(Village.SOUTH);
        Ticket both = receipts.prove(ticket, Village.SECOND).orElseThrow();
        assertThat(recorded.list(both)).isEmpty();
        pass(ticket, Village.SOUTH);
        assertThat(hows(both)).containsExactly(Recorded.How.WAITS);
        sequencer.run();
        List<Recorded.Event> events = recorded.list(both);
        assertThat(events).singleElement().matches(e -> e.how() == Recorded.How.PROVED);
        long line = events.getFirst().line();
        assertThat(recorded.prove(both, line))
                .hasValueSatisfying(
                        proof ->
                                assertThat(proof)
                                        .startsWith("c2sp.org/tlog-proof@v1\nindex " + (line - 1) + "\n")
                                        .contains("— diogel/"));
        // Another's line, or none, is not there for her.
        Ticket other = village.tell(Village.SOUTH);
        assertThat(recorded.prove(receipts.prove(other, Village.SECOND).orElseThrow(), line)).isEmpty();
        assertThat(recorded.prove(both, 1_000_000)).isEmpty();
        assertThat(recorded.prove(both, 0)).isEmpty();
        assertThatThrownBy(() -> recorded.list(ticket)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsNotAsItWasWrittenIsNotCalledProved() throws Exception {
        Ticket ticket = village.tell(Village.SOUTH);
        Ticket both = receipts.prove(ticket, Village.SECOND).orElseThrow();
        pass(ticket, Village.SOUTH);
        sequencer.run();
        String row = "action = 'consent.disclosed' AND subject = '" + ticket.report().value() + "'";
        run("UPDATE audit.entry SET purpose = 'other' WHERE " + row);
        assertThat(hows(both)).containsExactly(Recorded.How.MISSING);
        run("DELETE FROM audit.entry WHERE " + row);
        assertThat(hows(both)).containsExactly(Recorded.How.BEFORE);
    }

    private List<Recorded.How> hows(Ticket both) {
        return recorded.list(both).stream().map(Recorded.Event::how).toList();
    }

    private static void run(String statement) throws Exception {
        try (Connection superuser = TestDatabase.superuser();
                var sql = superuser.createStatement()) {
            sql.execute(statement);
        }
    }
}
