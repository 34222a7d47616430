package org.diogel.checker;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diogel.alert.AlertEnded;
import org.diogel.alert.AlertId;
import org.diogel.alert.AlertPublished;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.consent.Consents;
import org.diogel.consent.SharingChoice;
import org.diogel.report.Excerpt;
import org.diogel.report.ReportErased;
import org.diogel.report.ReportHeldBack;
import org.diogel.report.Reports;
import org.diogel.report.SharingStopped;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Makes what may be looked up when a warning is published, from what she let be looked up and from
/// nothing else, and takes it away when the warning ends or she takes it back: each in the transaction
/// that does it, so that both happen or neither.
@Component
class Entries {

    /// Who looks things up: the id of a recipient of consent.
    static final String CHECKER = "checker";

    /// The fields of the form that can be looked up.
    private static final Map<Kind, String> FIELDS =
            new EnumMap<>(
                    Map.of(
                            Kind.PHONE, "them.phone",
                            Kind.EMAIL, "them.email",
                            Kind.VEHICLE, "them.vehicle",
                            Kind.HANDLE, "them.handle"));

    private static final int MOST_OF_A_KIND = 20;

    private final EntryStore store;
    private final Tagger tagger;
    private final Consents consents;
    private final Reports reports;
    private final Audit audit;
    private final CheckSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Entries(
            EntryStore store,
            Tagger tagger,
            Consents consents,
            Reports reports,
            Audit audit,
            CheckSettings settings,
            Clock clock) {
        this.store = store;
        this.tagger = tagger;
        this.consents = consents;
        this.reports = reports;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// Her agreement is read again and held until the transaction ends. Where what would go is no
    /// longer what she was shown, nothing goes, and the warning goes on without it.
    @EventListener
    void on(AlertPublished published) {
        UUID subject = published.report().value();
        if (!consents.isStill(subject, CHECKER)) {
            return;
        }
        Excerpt excerpt = reports.excerpt(published.report(), SharingChoice.CHECKER);
        List<Identifier> identifiers = identifiers(excerpt);
        byte[] digest = excerpt.digest();
        if (identifiers.isEmpty() || !consents.wasShown(subject, CHECKER, digest)) {
            return;
        }
        Map<String, Instant> shown = shownBefore(Optional.ofNullable(published.corrects()));
        Instant from = appears(clock.instant());
        entries(identifiers, published.alert(), shown, from)
                .forEach(entry -> store.insert(entry, published.report(), published.agency()));
        consents.disclosed(
                subject,
                CHECKER,
                CHECKER,
                published.alert().value(),
                consents.mark(subject, digest));
        audit.record(AuditEntry.of("checker.entered", "alert", published.alert().value()));
    }

    @EventListener
    void on(AlertEnded ended) {
        store.remove(ended.alert());
    }

    /// She may have taken back no more than this. Before the warning ends, which takes it out as well: she
    /// reads what she stopped.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(SharingStopped stopped) {
        UUID subject = stopped.report().value();
        if (!consents.isStill(subject, CHECKER) && store.remove(stopped.report())) {
            consents.noteStopped(subject, "look-up", CHECKER, 0);
        }
    }

    @EventListener
    void on(ReportHeldBack held) {
        store.remove(held.report());
    }

    @EventListener
    void on(ReportErased erased) {
        store.remove(erased.report());
    }

    static List<Identifier> identifiers(Excerpt excerpt) {
        List<Identifier> all = new ArrayList<>();
        FIELDS.forEach(
                (kind, field) ->
                        excerpt.find(field).stream()
                                .flatMap(shown -> shown.values().stream())
                                .flatMap(String::lines)
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .limit(MOST_OF_A_KIND)
                                .forEach(line -> all.addAll(Identifier.read(kind, line))));
        return all;
    }

    /// One for each tag; what is sure counts more than what is possible. What a correction takes over
    /// is not hidden again.
    private List<EntryStore.Entry> entries(
            List<Identifier> identifiers, AlertId alert, Map<String, Instant> shown, Instant from) {
        Map<String, EntryStore.Entry> byTag = new HashMap<>();
        for (Identifier identifier : identifiers) {
            byte[] tag = tagger.tag(identifier);
            String key = key(tag);
            byTag.merge(
                    key,
                    new EntryStore.Entry(
                            tag, alert, identifier.possible(), shown.getOrDefault(key, from)),
                    (one, other) -> one.possible() ? other : one);
        }
        return List.copyOf(byTag.values());
    }

    private Map<String, Instant> shownBefore(Optional<AlertId> corrected) {
        Map<String, Instant> shown = new HashMap<>();
        corrected
                .map(store::of)
                .orElse(List.of())
                .forEach(entry -> shown.put(key(entry.tag()), entry.shownFrom()));
        return shown;
    }

    private static String key(byte[] tag) {
        return Base64.getEncoder().encodeToString(tag);
    }

    /// A full time passes, then a part of one that nobody knows.
    private Instant appears(Instant now) {
        Duration wait = settings.appear();
        if (wait.isZero()) {
            return now;
        }
        long step = wait.toMillis();
        long full = (now.toEpochMilli() / step + 1) * step;
        return Instant.ofEpochMilli(full + random.nextLong(step));
    }
}
