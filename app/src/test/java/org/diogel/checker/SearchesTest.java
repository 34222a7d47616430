package org.diogel.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.checker.Town.as;
import static org.diogel.checker.Town.one;

import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.kernel.Actor;
import org.diogel.messages.Jobs;
import org.diogel.report.Reports;
import org.diogel.report.Ticket;
import org.diogel.web.NotHere;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The desk finds its own reports by a part, and every search is written down. TRUST §10.
@WebTest
class SearchesTest {

    @Autowired ApplicationContext app;
    @Autowired Searches searches;
    @Autowired Reports reports;
    @Autowired Jobs jobs;

    private Town town;
    private Ticket ticket;

    @BeforeEach
    void aReport() {
        jobs.stop();
        Town.sql("DELETE FROM checker.budget");
        town = new Town(app);
        ticket =
                town.tell(
                        Map.of("them.phone", "07700 900678", "them.vehicle", "CU51 ABC\nOI5? QQ"));
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE,0678",
        "PHONE,07700 9006",
        "PHONE,+44 7700",
        "PHONE,900?78",
        "PHONE,٠٦٧٨",
        "VEHICLE,C?51A??",
        "VEHICLE,c*51a",
        "VEHICLE,1ABC",
        "VEHICLE,CUS1",
        "VEHICLE,0I51",
        "VEHICLE,OI5 1QQ"
    })
    void aPartIsFoundWhereverItStands(Kind kind, String part) {
        assertThat(found(town.writer, kind, part)).containsExactly(ticket.report().toString());
        assertThat(found(town.caseworker, kind, part)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"PHONE,0679", "PHONE,7860", "VEHICLE,C?51B", "VEHICLE,CU52", "PHONE,9009"})
    void anotherIsNot(Kind kind, String part) {
        assertThat(found(town.writer, kind, part)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PHONE,678", "PHONE,???6?78", "VEHICLE,CU", "VEHICLE,C????U", "PHONE,abcd", "VEHICLE,''"})
    void tooLittleIsRefusedAndCostsNothing(Kind kind, String part) {
        assertThat(as(town.writer, () -> searches.search(kind, part, SearchPurpose.SAME_PERSON)))
                .isInstanceOf(Searches.TooLittle.class);
        assertThat(one("SELECT count(*) FROM checker.budget")).isEqualTo("0");
    }

    @Test
    void itIsWrittenDownOnceWithItsPurposeAndWithoutWhatWasLookedFor() {
        long before = Long.parseLong(one("SELECT coalesce(max(id), 0) FROM audit.entry"));
        found(town.writer, Kind.PHONE, "0678");
        String since = " FROM audit.entry WHERE id > " + before;
        assertThat(one("SELECT count(*)" + since)).isEqualTo("1");
        assertThat(one("SELECT action || ' ' || purpose" + since))
                .isEqualTo("report.searched same-person");
        assertThat(one("SELECT fields::text" + since)).contains("phone", "found-1").doesNotContain("0678");
    }

    @Test
    void anotherDeskAndWhoeverDoesNotAnswerFindNothing() {
        assertThat(found(town.stranger, Kind.PHONE, "0678")).isEmpty();
        for (Actor.Person somebody : List.of(town.member, town.farMember)) {
            assertThatThrownBy(() -> found(somebody, Kind.PHONE, "0678")).isInstanceOf(NotHere.class);
        }
    }

    @Test
    void whatWaitsForTheLeadIsFoundByTheLeadAlone() {
        as(
                town.writer,
                () -> {
                    reports.pass(
                            ticket.report(), reports.get(ticket.report()).version(), "A made-up reason");
                    return true;
                });
        assertThat(found(town.writer, Kind.PHONE, "0678")).isEmpty();
        assertThat(found(town.lead, Kind.PHONE, "0678")).hasSize(1);
    }

    @Test
    void aDayHasSoManySearches() {
        for (int i = 0; i < 60; i++) {
            found(town.writer, Kind.PHONE, "0678");
        }
        assertThat(as(town.writer, () -> searches.search(Kind.PHONE, "0678", SearchPurpose.SAME_PERSON)))
                .isInstanceOf(Searches.Spent.class);
        assertThat(found(town.caseworker, Kind.PHONE, "0678")).hasSize(1);
    }

    private List<String> found(Actor.Person who, Kind kind, String part) {
        Searches.Outcome outcome =
                as(who, () -> searches.search(kind, part, SearchPurpose.SAME_PERSON));
        return ((Searches.Found) outcome)
                .reports().stream().map(item -> item.id().toString()).toList();
    }
}
