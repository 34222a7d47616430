package org.diogel.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.access.Desk;
import org.diogel.account.Accounts;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Whether anybody may begin to tell: the words are approved in a language, some project answers
/// everywhere, and each that answers has somebody who reads and somebody who decides about danger.
/// Otherwise a report would wait for nobody. The demonstration is always open.
@Component
class Opening {

    /// For how long an answer of yes is believed, so that the first page costs nothing.
    private static final Duration BELIEVED = Duration.ofSeconds(5);

    private static final Actor TASK = new Actor.Task("opening");

    private final ApprovedLanguages languages;
    private final Access access;
    private final Accounts accounts;
    private final Clock clock;
    private final boolean demonstration;
    private volatile boolean open;
    private volatile Instant asked = Instant.EPOCH;

    Opening(
            ApprovedLanguages languages,
            Access access,
            Accounts accounts,
            Clock clock,
            @Value("${diogel.mode:serve}") String mode) {
        this.languages = languages;
        this.access = access;
        this.accounts = accounts;
        this.clock = clock;
        this.demonstration = mode.equals("demo");
    }

    /// One thing that is missing. @param key message key @param agency whose, or empty
    record Missing(String key, String agency) {}

    /// While the database is gone, as it was last: the first page also says whom to call in danger.
    boolean isOpen() {
        Instant now = clock.instant();
        if (demonstration || open && now.isBefore(asked.plus(BELIEVED))) {
            return true;
        }
        try {
            open = missing().isEmpty();
        } catch (DataAccessException | TransactionException outage) {
            // What follows needs the database too, and will say that it is gone.
        }
        asked = now;
        return open;
    }

    boolean isDemonstration() {
        return demonstration;
    }

    List<Missing> missing() {
        return demonstration ? List.of() : Acting.as(TASK, "opening", this::lookAround);
    }

    private List<Missing> lookAround() {
        List<Missing> missing = new ArrayList<>();
        List<Desk> desks = access.listDesks();
        if (desks.stream().noneMatch(desk -> desk.region() == null)) {
            missing.add(new Missing("consent.missing.desk", ""));
        }
        desks.stream().map(Desk::agency).distinct().forEach(agency -> staffed(agency, missing));
        if (!languages.isOpen()) {
            missing.add(new Missing("consent.missing.texts", ""));
        }
        return missing;
    }

    private void staffed(Agency agency, List<Missing> missing) {
        if (accounts.listActiveWithRole(Role.SAFEGUARDING_LEAD, agency.id()).isEmpty()) {
            missing.add(new Missing("consent.missing.lead", agency.name()));
        }
        if (accounts.listActiveWithRole(Role.MODERATOR, agency.id()).isEmpty()) {
            missing.add(new Missing("consent.missing.moderator", agency.name()));
        }
    }
}
