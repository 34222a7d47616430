package org.diogel.report;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;

/// Made-up desks, people and reports for the tests of this feature.
final class Fixtures {

    static final AgencyId DESK = AgencyId.of("00000000-0000-4000-8000-0000000000d1");
    static final AgencyId OTHER = AgencyId.of("00000000-0000-4000-8000-0000000000d2");

    private Fixtures() {}

    /// Two desks; the first answers everywhere but in Gwent.
    static void desks(Access access) {
        Acting.run(
                new Actor.Task("set-up"),
                "set-up",
                () -> {
                    if (access.findAgency(DESK).isEmpty()) {
                        access.addAgency(new Agency(DESK, "Made-up Project One", "project"));
                        access.addAgency(new Agency(OTHER, "Made-up Project Two", "project"));
                        access.setDesk(null, DESK);
                        access.setDesk(org.diogel.kernel.Region.GWENT, OTHER);
                    }
                });
    }

    static Actor.Person person(AgencyId agency, Role... roles) {
        return new Actor.Person(new AccountId(UUID.randomUUID()), agency, Set.of(roles));
    }

    static <T> T as(Actor actor, Callable<T> work) {
        try {
            return Acting.<T, Exception>as(actor, "work", work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static final Map<String, List<String>> STORY =
            Map.ofEntries(
                    Map.entry("who.for", List.of("myself")),
                    Map.entry("who.adult", List.of("yes")),
                    Map.entry("now.danger", List.of("no")),
                    Map.entry("what.kinds", List.of("robbery", "threats")),
                    Map.entry("what.severity", List.of("DANGEROUS")),
                    Map.entry("when.sure", List.of("exact")),
                    Map.entry("when.date", List.of("2026-03-27")),
                    Map.entry("where.region", List.of("SOUTH_WALES")),
                    Map.entry("words", List.of("CANARY-NARRATIVE three men drove her off")),
                    Map.entry("them.relation", List.of("website")),
                    Map.entry("them.description", List.of("Tall, teal coat, says 'tidy' a lot")),
                    Map.entry("them.phone", List.of("07700 900123\n07700 900456")),
                    Map.entry("them.email", List.of("no.body@diogel.invalid")),
                    Map.entry("them.vehicle", List.of("QI00 DIO")),
                    Map.entry("contact.detail", List.of("CANARY-CONTACT 07700 900999")));

    static Submission submission(String... agreed) {
        return new Submission(
                UUID.randomUUID(), Set.of(agreed), Screening.NO, Screening.NO, "", Lang.EN);
    }

    static Submission screened(Screening child, Screening life) {
        return new Submission(UUID.randomUUID(), Set.of(), child, life, "", Lang.EN);
    }

    static Submission withSecond(String second, String... agreed) {
        return new Submission(
                UUID.randomUUID(), Set.of(agreed), Screening.NO, Screening.NO, second, Lang.EN);
    }

    /// A draft that holds the story.
    static Ticket draft(Telling telling) {
        Ticket ticket = telling.start(Lang.EN);
        telling.save(ticket, Lang.EN, STORY, "");
        return ticket;
    }

    /// Looks into the database past every policy.
    static String one(String sql, Object... parameters) {
        try (var connection = TestDatabase.superuser();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            if (!statement.execute()) {
                return Integer.toString(statement.getUpdateCount());
            }
            try (var row = statement.getResultSet()) {
                return row.next() ? String.valueOf(row.getString(1)) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
