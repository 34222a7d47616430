package org.diogel.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.diogel.alert.AlertId;
import org.diogel.alert.AlertKind;
import org.diogel.alert.Alerts;
import org.diogel.alert.Publishing;
import org.diogel.alert.Warning;
import org.diogel.contest.Asked;
import org.diogel.contest.Requests;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// What others ask of the demonstration: the police of its members, and somebody what is held.
@Component
@ConditionalOnProperty(name = "diogel.mode", havingValue = "demo")
class DemoAsking {

    private static final Duration APPEAL = Duration.ofHours(20);
    private static final Duration REQUEST = Duration.ofDays(3);
    private static final String PURPOSE = "demonstration";

    private final Alerts alerts;
    private final Publishing publishing;
    private final Requests requests;

    DemoAsking(Alerts alerts, Publishing publishing, Requests requests) {
        this.alerts = alerts;
        this.publishing = publishing;
        this.requests = requests;
    }

    /// @param writer a moderator @param second another one
    void ask(Actor writer, Actor second) {
        PastClock.at(
                APPEAL,
                () -> {
                    AlertId id = Acting.as(writer, PURPOSE, this::appeal);
                    Acting.as(second, PURPOSE, () -> publishing.publish(id, version(id)));
                    return true;
                });
        PastClock.at(
                REQUEST,
                () ->
                        Acting.as(
                                new Actor.Anonymous(),
                                PURPOSE,
                                () ->
                                        requests.send(
                                                requests.freshForm(),
                                                new Asked(
                                                        "access",
                                                        "Rhywun Dychmygol",
                                                        "",
                                                        "I was told there is something about me here. What is it?"),
                                                Lang.EN)));
    }

    private AlertId appeal() {
        AlertId id =
                alerts.startFor(
                        AlertKind.withoutReport().getFirst(),
                        new Warning(
                                Map.of(
                                        "source.body", List.of("Made-up Police / Heddlu Dychmygol"),
                                        "source.person", List.of("A sergeant, rung back on the switchboard"),
                                        "source.reason", List.of("Somebody may have seen the van"))));
        alerts.propose(
                id,
                version(id),
                new Warning(
                        Map.of(
                                "severity", List.of("RISKY"),
                                "regions", List.of("GWENT"),
                                "audience", List.of(Warning.ALL),
                                "asked.en", List.of("Has a white van with a ladder on its roof followed you? Tell us, or a project, if you want to."),
                                "asked.cy", List.of("Oes fan wen ag ysgol ar ei tho wedi eich dilyn? Dywedwch wrthym ni, neu wrth brosiect, os hoffech."))));
        return id;
    }

    private int version(AlertId id) {
        return alerts.open(id).row().version();
    }
}
