package org.diogel.demo;

import java.util.Comparator;
import java.util.UUID;
import org.diogel.emergency.Emergencies;
import org.diogel.emergency.EmergencyWhy;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.report.QueueFilter;
import org.diogel.report.QueueItem;
import org.diogel.report.Reports;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Somebody of another agency opened a report in an emergency and said what she did: the officer has to
/// review it.
@Component
@ConditionalOnProperty(name = "diogel.mode", havingValue = "demo")
class DemoEmergency {

    private static final String PURPOSE = "demonstration";

    private final Emergencies emergencies;
    private final Reports reports;

    DemoEmergency(Emergencies emergencies, Reports reports) {
        this.emergencies = emergencies;
        this.reports = reports;
    }

    /// @param desk of the report @param worker who opens it
    void open(Actor.Person desk, Actor.Person worker) {
        String reference =
                Acting.as(
                        desk,
                        PURPOSE,
                        () ->
                                reports.listQueue(QueueFilter.OPEN, null, null).items().stream()
                                        .max(Comparator.comparing(QueueItem::sentAt))
                                        .orElseThrow()
                                        .reference());
        Acting.run(
                worker,
                PURPOSE,
                () -> {
                    if (emergencies.findUnderReview().isEmpty()) {
                        UUID id =
                                emergencies
                                        .open(
                                                reference,
                                                EmergencyWhy.ASKED,
                                                "She is at the drop-in, shaking, and asked me to read what she told so that she need not say it again.")
                                        .orElseThrow();
                        emergencies.read(id);
                        emergencies.answer(
                                id,
                                "I read it with her. We called the sexual assault referral centre together and she has a bed for tonight. I told nobody else.");
                    }
                });
    }
}
