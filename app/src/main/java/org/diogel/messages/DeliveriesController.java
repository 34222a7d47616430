package org.diogel.messages;

import java.util.List;
import java.util.UUID;
import org.diogel.web.NotHere;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the administrator sees of sending, and what the demonstration shows instead of it.
@Controller
class DeliveriesController {

    private final Deliveries deliveries;
    private final List<Gap> gaps;

    DeliveriesController(Deliveries deliveries, List<Gap> gaps) {
        this.deliveries = deliveries;
        this.gaps = gaps;
    }

    @GetMapping("/deliveries")
    View deliveries(Visit visit, @RequestParam(required = false) @Nullable String page) {
        Deliveries.Unsent unsent = deliveries.listUnsent(page);
        return View.staff(
                "messages/deliveries",
                unsent.leaf().title(visit.texts(), visit.t("messages.deliveries.title")),
                new DeliveriesView(
                        unsent.lines(),
                        unsent.leaf().way(visit.texts(), "/deliveries"),
                        deliveries.canSend(),
                        gaps.stream().flatMap(gap -> gap.lines(visit.texts()).stream()).toList()));
    }

    @PostMapping("/deliveries/{id}/again")
    View again(@PathVariable UUID id) {
        deliveries.tryAgain(id);
        return View.to("/deliveries");
    }

    /// @throws NotHere outside the demonstration
    @GetMapping("/outbox")
    View outbox(Visit visit) {
        return View.staff(
                "messages/outbox",
                visit.t("messages.outbox.title"),
                new OutboxView(deliveries.listOutbox()));
    }
}
