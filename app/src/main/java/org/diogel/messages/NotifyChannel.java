package org.diogel.messages;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// E-mails or text messages by a sending service that speaks the interface of GOV.UK Notify. The
/// words are ours: its template holds nothing but their place.
///
/// The service does not see that two messages with one reference are one. It is asked for the
/// reference before anything is handed over again; only what it has not listed yet by then can go
/// twice.
final class NotifyChannel implements Channel {

    private static final Map<String, Arrival> OUTCOMES =
            Map.of(
                    "delivered", Arrival.DELIVERED,
                    "permanent-failure", Arrival.UNKNOWN,
                    "temporary-failure", Arrival.TEMPORARY,
                    "technical-failure", Arrival.FAILED,
                    "validation-failed", Arrival.FAILED,
                    "virus-scan-failed", Arrival.FAILED);

    private final NotifyClient client;
    private final Way way;
    private final String template;

    NotifyChannel(NotifyClient client, Way way, String template) {
        this.client = client;
        this.way = way;
        this.template = template.strip();
    }

    @Override
    public String name() {
        return "notify";
    }

    @Override
    public Way way() {
        return way;
    }

    @Override
    public Optional<UUID> send(UUID reference, String address, Mail mail) {
        boolean text = way == Way.TEXT;
        Map<String, Object> words =
                text
                        ? Map.of("body", mail.body())
                        : Map.of("subject", mail.subject(), "body", mail.body());
        return Optional.of(
                client.post(
                        text ? "sms" : "email",
                        Map.of(
                                text ? "phone_number" : "email_address", address,
                                "template_id", template,
                                "personalisation", words,
                                "reference", reference.toString())));
    }

    @Override
    public Optional<UUID> findTaken(UUID reference) {
        return client.findByReference(reference);
    }

    @Override
    public Optional<Arrival> findOutcome(UUID handed) {
        return Optional.ofNullable(OUTCOMES.get(client.status(handed)));
    }
}
