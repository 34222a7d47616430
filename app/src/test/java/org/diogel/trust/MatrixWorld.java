package org.diogel.trust;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diogel.access.Covers;
import org.diogel.account.TestPeople;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.springframework.context.ApplicationContext;

/// The partnership of the matrix: an agency whose things are asked for, a partner under a protocol in
/// force, one whose protocol has ended, one without any, and people of the first who are kept out.
final class MatrixWorld {

    /// How somebody stands to the agency whose things are asked for.
    enum Relation {
        OWN,
        PARTNER,
        ENDED,
        NONE,
        KEPT_OUT
    }

    /// The agencies' names are those of the directories of the tests.
    private static final String OWN = "Asiantaeth Un";

    final Project own;
    final Project partner;
    private final AgencyId ended;
    private final AgencyId none;
    private final TestPeople people;

    MatrixWorld(ApplicationContext app) throws Exception {
        own = Project.make(app, OWN, Region.SOUTH_WALES);
        partner = Project.make(app, "Asiantaeth Dau", Region.GWENT);
        people = new TestPeople(app);
        ended = people.agency("Ended Matrix Agency");
        none = people.agency("Strange Matrix Agency");
        run("DELETE FROM access.cover");
        Covers.between(app, ownId(), partner.staff().agency().id());
        Covers.end(Covers.between(app, ownId(), ended));
        // What was passed on stands open to an officer of each.
        give("given", partner.staff().agency().id());
        give("taken", ended);
        run("UPDATE account.account SET created_at = now() - interval '100 days'");
    }

    AgencyId ownId() {
        return own.staff().agency().id();
    }

    private void give(String name, AgencyId receiver) throws Exception {
        run("UPDATE liaison.package SET receiver = '" + receiver + "' WHERE id = '" + own.packages().get(name).value() + "'");
    }

    /// Somebody new of that standing, with one role.
    Somebody somebody(Relation relation, Role role) throws Exception {
        AgencyId agency =
                switch (relation) {
                    case OWN, KEPT_OUT -> ownId();
                    case PARTNER -> partner.staff().agency().id();
                    case ENDED -> ended;
                    case NONE -> none;
                };
        Somebody who = people.somebody(agency, role);
        if (relation == Relation.KEPT_OUT) {
            // Out of everything there is.
            run(
                    "INSERT INTO access.kept_out (subject_kind, subject, party_kind, party, why, by)"
                            + " SELECT 'report', id, 'account', '" + who.id() + "', 'tie', gen_random_uuid()"
                            + " FROM report.report WHERE agency = '" + ownId() + "'");
        }
        return who;
    }

    static String directory(Relation relation) {
        return relation == Relation.PARTNER ? "council" : "force";
    }

    static Actor.Person actor(Somebody who, Role role) {
        return new Actor.Person(who.id(), who.agency(), Set.of(role));
    }

    /// Ids of what there is, by table.
    Map<String, List<Map<String, Object>>> objects(WallRules rules, int most) {
        Map<String, List<Map<String, Object>>> objects = new LinkedHashMap<>();
        for (String table : MatrixRoutes.TABLES) {
            List<Map<String, Object>> mine = new ArrayList<>();
            for (Map<String, Object> row : rules.everything().get(table)) {
                if (isOwned(rules, table, row)) {
                    mine.add(row);
                }
            }
            objects.put(table, spread(mine, most));
        }
        return objects;
    }

    private boolean isOwned(WallRules rules, String table, Map<String, Object> row) {
        return ownId().toString().equals(rules.owner(table, row));
    }

    /// As many as asked for, from the whole length of the list.
    private static <T> List<T> spread(List<T> all, int most) {
        List<T> some = new ArrayList<>();
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            some.add(all.get((int) ((long) i * all.size() / Math.min(most, all.size()))));
        }
        return some;
    }

    static void run(String statement) throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
