package org.diogel.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.diogel.demo.Partnership.Shared;
import org.diogel.demo.Partnership.Side;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.protocol.Party;
import org.diogel.protocol.ProtocolId;
import org.diogel.protocol.Protocols;
import org.diogel.protocol.Terms;
import org.diogel.protocol.Terms.Bilingual;
import org.diogel.report.QueueFilter;
import org.diogel.report.Reports;
import org.diogel.retention.HoldGround;
import org.diogel.retention.HoldTerms;
import org.diogel.retention.Holds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Something that has been kept long enough and waits for somebody to look, and something on hold.
@Component
@ConditionalOnProperty(name = "diogel.mode", havingValue = "demo")
class DemoKeeping {

    private static final String PURPOSE = "demonstration";
    private static final String OLD = "An agreement of long ago (made-up)";
    private static final Duration ENDED = Duration.ofDays(8 * 366L);
    private static final Duration BEGAN = ENDED.plusDays(100);
    private static final int LOOK_AGAIN = 90;

    private final Protocols protocols;
    private final Reports reports;
    private final Holds holds;

    DemoKeeping(Protocols protocols, Reports reports, Holds holds) {
        this.protocols = protocols;
        this.reports = reports;
        this.holds = holds;
    }

    /// Leaves alone what was done before.
    ///
    /// @param first draws it up @param second brings it into force and ends it
    void endLongAgo(Partnership all, Actor.Person first, Actor.Person second) {
        boolean there =
                Acting.as(
                        first,
                        PURPOSE,
                        () ->
                                protocols.list().stream()
                                        .anyMatch(row -> row.terms().title().en().equals(OLD)));
        if (there) {
            return;
        }
        Shared like = all.protocols().getFirst();
        ProtocolId id =
                PastClock.at(BEGAN, () -> Acting.as(first, PURPOSE, () -> drawUp(like, all)));
        PastClock.at(
                BEGAN,
                () -> {
                    Acting.run(second, PURPOSE, () -> protocols.start(id, version(id)));
                    return true;
                });
        PastClock.at(
                ENDED,
                () -> {
                    Acting.run(
                            second,
                            PURPOSE,
                            () -> protocols.end(id, version(id), "A newer one took its place."));
                    return true;
                });
    }

    private ProtocolId drawUp(Shared like, Partnership all) {
        LocalDate begins = protocols.today();
        ProtocolId id =
                protocols.drawUp(
                        new Terms(
                                new Bilingual(OLD, "Cytundeb ers talwm (dychmygol)"),
                                words(like.aim()),
                                words(like.kept()),
                                like.purposes(),
                                begins,
                                begins.plusYears(1),
                                begins.plusYears(2),
                                Terms.Levels.NONE));
        for (Side side : like.parties()) {
            protocols.putParty(
                    id,
                    version(id),
                    new Party(
                            all.agency(side.agency()).id(),
                            side.law(),
                            side.special(),
                            side.offence(),
                            "protocols@" + side.agency() + ".invalid",
                            null));
        }
        for (Side side : like.parties()) {
            protocols.sign(
                    id,
                    version(id),
                    all.agency(side.agency()).id(),
                    begins.minusDays(1),
                    "Llofnod Dychmygol",
                    "Made-up / Dychmygol");
        }
        return id;
    }

    /// What lies on top of the queue.
    ///
    /// @param reader a moderator @param officer who puts the hold
    void hold(Actor.Person reader, Actor.Person officer) {
        String reference =
                Acting.as(
                        reader,
                        PURPOSE,
                        () -> reports.listQueue(QueueFilter.OPEN, null, null).items().getFirst().reference());
        Acting.as(
                officer,
                PURPOSE,
                () ->
                        !holds.list().isEmpty()
                                || holds.put(
                                                reference,
                                                new HoldTerms(
                                                        HoldGround.CLAIM,
                                                        "Made-up Solicitors / Cyfreithwyr Dychmygol",
                                                        "MU/2026/17",
                                                        "A claim may be brought. / Efallai y daw hawliad.",
                                                        holds.today().plusDays(LOOK_AGAIN)))
                                        .isPresent());
    }

    private int version(ProtocolId id) {
        return protocols.get(id).version();
    }

    private static Bilingual words(Map<String, String> both) {
        return new Bilingual(both.getOrDefault("en", ""), both.getOrDefault("cy", ""));
    }
}
