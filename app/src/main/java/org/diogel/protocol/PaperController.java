package org.diogel.protocol;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.kernel.AgencyId;
import org.diogel.web.NotHere;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The papers of a protocol, to be printed, in the language of the page.
@Controller
class PaperController {

    private final Protocols protocols;
    private final Access access;
    private final Clock clock;

    PaperController(Protocols protocols, Access access, Clock clock) {
        this.protocols = protocols;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/protocols/{id}/paper/{paper}")
    View paper(@PathVariable UUID id, @PathVariable String paper, Visit visit) {
        Paper which = Paper.find(paper).orElseThrow(NotHere::new);
        ProtocolRow row = protocols.get(new ProtocolId(id));
        Map<AgencyId, String> names =
                access.listAgencies().stream()
                        .collect(Collectors.toMap(Agency::id, Agency::name));
        return View.staff(
                        "protocol/paper",
                        visit.t("protocol.paper." + which.key()),
                        new PaperPage(
                                which, Named.of(row, names), protocols.today(), clock.instant()))
                .back("/protocols/" + id);
    }
}
