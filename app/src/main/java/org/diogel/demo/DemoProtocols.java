package org.diogel.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diogel.demo.Partnership.Shared;
import org.diogel.demo.Partnership.Side;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.protocol.Party;
import org.diogel.protocol.ProtocolId;
import org.diogel.protocol.ProtocolRow;
import org.diogel.protocol.Protocols;
import org.diogel.protocol.Terms;
import org.diogel.protocol.Terms.Bilingual;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Made-up protocols, drawn up, signed and brought into force as real ones are.
@Component
@ConditionalOnProperty(name = "diogel.mode", havingValue = "demo")
class DemoProtocols {

    private static final String PURPOSE = "demonstration";
    private static final int DAYS_AGO = 60;

    private final Protocols protocols;

    DemoProtocols(Protocols protocols) {
        this.protocols = protocols;
    }

    /// Leaves alone what was done before; what a start that was killed left half drawn up is done again.
    ///
    /// @param first draws them up and writes down signatures
    /// @param second brings them into force
    void sign(Partnership all, Actor.Person first, Actor.Person second) {
        for (Shared shared : all.protocols()) {
            if (Acting.as(first, PURPOSE, () -> isThere(shared))) {
                continue;
            }
            ProtocolId id = Acting.as(first, PURPOSE, () -> drawUp(shared, all));
            if (shared.inForce()) {
                Acting.run(second, PURPOSE, () -> protocols.start(id, version(id)));
            }
        }
    }

    private boolean isThere(Shared shared) {
        List<ProtocolRow> rows =
                protocols.list().stream()
                        .filter(row -> row.terms().title().equals(words(shared.title())))
                        .toList();
        if (shared.inForce()) {
            rows.stream()
                    .filter(ProtocolRow::isDraft)
                    .forEach(half -> protocols.throwAway(half.id(), half.version()));
            return rows.stream().anyMatch(row -> !row.isDraft());
        }
        return !rows.isEmpty();
    }

    private ProtocolId drawUp(Shared shared, Partnership all) {
        LocalDate begins = protocols.today().minusDays(DAYS_AGO);
        ProtocolId id =
                protocols.drawUp(
                        new Terms(
                                words(shared.title()),
                                words(shared.aim()),
                                words(shared.kept()),
                                shared.purposes(),
                                begins,
                                begins.plusYears(1),
                                begins.plusYears(2),
                                new Terms.Levels(shared.openDays(), shared.sayDays())));
        for (Side side : shared.parties()) {
            AgencyId agency = all.agency(side.agency()).id();
            protocols.putParty(
                    id,
                    version(id),
                    new Party(
                            agency,
                            side.law(),
                            side.special(),
                            side.offence(),
                            "protocols@" + side.agency() + ".invalid",
                            null));
        }
        if (shared.inForce()) {
            for (Side side : shared.parties()) {
                protocols.sign(
                        id,
                        version(id),
                        all.agency(side.agency()).id(),
                        begins.minusDays(1),
                        "Llofnod Dychmygol",
                        "Made-up / Dychmygol");
            }
        }
        return id;
    }

    private int version(ProtocolId id) {
        return protocols.get(id).version();
    }

    private static Bilingual words(Map<String, String> both) {
        return new Bilingual(both.getOrDefault("en", ""), both.getOrDefault("cy", ""));
    }
}
