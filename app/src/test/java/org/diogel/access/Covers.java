package org.diogel.access;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets made-up agencies share with each other, as a signed protocol does.
public final class Covers {

    private Covers() {}

    /// For every purpose.
    public static UUID between(ApplicationContext app, AgencyId... parties) {
        return between(app, EnumSet.allOf(SharingPurpose.class), parties);
    }

    public static UUID between(
            ApplicationContext app, Set<SharingPurpose> purposes, AgencyId... parties) {
        UUID protocol = UUID.randomUUID();
        Instant now = Instant.now();
        Acting.run(
                new Actor.Task("set-up"),
                "set-up",
                () ->
                        new TransactionTemplate(app.getBean(PlatformTransactionManager.class))
                                .executeWithoutResult(
                                        _ ->
                                                app.getBean(Access.class)
                                                        .cover(
                                                                new Cover(
                                                                        protocol,
                                                                        Set.of(parties),
                                                                        purposes,
                                                                        now.minus(Duration.ofDays(1)),
                                                                        now.plus(Duration.ofDays(365))))));
        return protocol;
    }

    /// Everybody with everybody.
    public static void everybody(ApplicationContext app) {
        AgencyId[] all =
                Acting.as(new Actor.Task("set-up"), "set-up", app.getBean(Access.class)::listAgencies)
                        .stream()
                        .map(Agency::id)
                        .toArray(AgencyId[]::new);
        if (all.length > 1) {
            between(app, all);
        }
    }

    /// From the next moment on it counts no longer.
    public static void end(UUID protocol) throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute("UPDATE access.cover SET ends = now() WHERE protocol = '" + protocol + "'");
        }
    }
}
