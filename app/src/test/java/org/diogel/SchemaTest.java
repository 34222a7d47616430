package org.diogel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diogel.database.Migrations;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Holdings;
import org.diogel.kernel.Keeping;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/// The wall in the database: asked of a really migrated one, as a superuser.
class SchemaTest {

    private static final Path SNAPSHOT = Project.app().resolve("src/test/resources/schema.txt");

    private static final String TABLES =
            """
            SELECT n.nspname || '.' || c.relname
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
               AND n.nspname NOT LIKE 'pg_toast%' AND n.nspname NOT LIKE 'pg_temp%'
               AND n.nspname <> 'platform'
            """;

    @BeforeAll
    static void asMigrationsLeaveIt() {
        TestDatabase.fresh();
    }

    @Test
    void everyTableIsInTheSchemaOfAFeature() {
        assertThat(rows("SELECT DISTINCT split_part(t, '.', 1) FROM (" + TABLES + ") AS x(t)"))
                .isSubsetOf(Migrations.FEATURES)
                .isNotEmpty();
    }

    @Test
    void everyTableForcesRowLevelSecurityAndHasAPolicy() {
        assertThat(
                        rows(
                                "SELECT t FROM ("
                                        + TABLES
                                        + """
                                        ) AS x(t) JOIN pg_class c ON c.oid = t::regclass
                                         WHERE NOT c.relrowsecurity OR NOT c.relforcerowsecurity
                                            OR NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)
                                        """))
                .as("tables without forced row-level security or without a policy")
                .isEmpty();
    }

    /// A policy of `true` for everybody is no wall.
    @Test
    void noPolicyLetsEverybodyThrough() {
        assertThat(
                        rows(
                                """
                                SELECT p.polrelid::regclass || ' ' || p.polname FROM pg_policy p
                                  JOIN pg_class c ON c.oid = p.polrelid
                                  JOIN pg_namespace n ON n.oid = c.relnamespace
                                 WHERE n.nspname <> 'platform'
                                   AND 'true' IN (pg_get_expr(p.polqual, p.polrelid),
                                                  pg_get_expr(p.polwithcheck, p.polrelid))
                                   AND p.polroles <> ARRAY[(SELECT oid FROM pg_roles WHERE rolname = 'diogel_owner')]
                                """))
                .isEmpty();
    }

    @Test
    void everyTableSaysWhatItIsAndHowLongItIsKept() {
        assertThat(
                        rows(
                                "SELECT t FROM ("
                                        + TABLES
                                        + """
                                        ) AS x(t)
                                         WHERE coalesce(obj_description(t::regclass), '')
                                               !~ '^.+\\. Retention: .+\\.$'
                                        """))
                .as("tables whose comment does not end in “Retention: ….”")
                .isEmpty();
    }

    @Test
    void everyTableIsKeptAsItsRuleSays() {
        Map<String, String> rules =
                Keeping.all().stream().collect(Collectors.toMap(Keeping::table, Keeping::kept));
        Map<String, String> comments = new TreeMap<>();
        for (String row :
                rows(
                        "SELECT t || ' ' || coalesce(obj_description(t::regclass), '') FROM ("
                                + TABLES
                                + ") AS x(t)")) {
            String table = row.substring(0, row.indexOf(' '));
            comments.put(table, row.replaceFirst("(?s)^.*?\\. Retention: (.*)\\.$", "$1"));
        }
        assertThat(comments).as("retention/rules.csv and the comments of tables").isEqualTo(new TreeMap<>(rules));
        assertThat(rules.values()).noneMatch(kept -> kept.contains("kept for now"));
    }

    /// What goes with the row of another table really does, or its feature takes it out by itself.
    @Test
    void everyRuleHasWhoCountsAndErases() {
        Set<String> codes = new TreeSet<>();
        Keeping.all().forEach(keeping -> keeping.rules().forEach(rule -> codes.add(rule.code())));
        Set<String> expiries = new TreeSet<>();
        for (Holdings holdings : holdings()) {
            for (Holdings.Expiry expiry : holdings.expiries()) {
                expiries.add(expiry.rule());
                assertThat(expiry.erase().isEmpty())
                        .as("%s is erased by its feature's own task", expiry.rule())
                        .isEqualTo(expiry.rule().startsWith("report-"));
            }
        }
        assertThat(expiries).isEqualTo(codes);
    }

    @Test
    void everyTableIsNamedByTheHoldingsOfItsFeatureAndNoneIsInvented() {
        Set<String> held = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (Holdings holdings : holdings()) {
            String feature = holdings.getClass().getPackageName().replace("org.diogel.", "");
            for (Holdings.Holding holding : holdings.holdings()) {
                String schema = holding.table().split("\\.")[0];
                if (!schema.equals(feature)
                        && !(feature.equals("database") && schema.equals("context"))) {
                    wrong.add(feature + " holds " + holding.table());
                }
                if (holding.what().isBlank() || holding.keptFor().isBlank()) {
                    wrong.add(holding.table() + " does not say what or how long");
                }
                held.add(holding.table());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(held).isEqualTo(new TreeSet<>(rows(TABLES)));
    }

    @Test
    void theRuntimeRolesOwnNothingAndPassByNothing() {
        assertThat(
                        rows(
                                """
                                SELECT rolname FROM pg_roles
                                 WHERE rolname LIKE 'diogel%'
                                   AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
                                """))
                .isEmpty();
        assertThat(
                        rows(
                                """
                                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
                                 WHERE r.rolname IN ('diogel_app', 'diogel_platform')
                                UNION ALL
                                SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
                                 WHERE r.rolname IN ('diogel_app', 'diogel_platform')
                                UNION ALL
                                SELECT n.nspname::text FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner
                                 WHERE r.rolname IN ('diogel_app', 'diogel_platform')
                                UNION ALL
                                SELECT 'member of ' || m.roleid::regrole FROM pg_auth_members m
                                  JOIN pg_roles r ON r.oid = m.member
                                 WHERE r.rolname IN ('diogel_app', 'diogel_platform')
                                """))
                .isEmpty();
    }

    @Test
    void everyViewReadsAsItsReaderAndNoneIsMaterialised() {
        assertThat(
                        rows(
                                """
                                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                 WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
                                   AND (c.relkind = 'm'
                                        OR c.relkind = 'v'
                                           AND NOT coalesce(c.reloptions, '{}') @> ARRAY['security_invoker=true'])
                                """))
                .isEmpty();
    }

    @Test
    void everyFunctionOfTheOwnersRightsHasAFixedPathAndIsNotForEverybody() {
        assertThat(
                        rows(
                                """
                                SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                                 WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND p.prosecdef
                                   AND (NOT coalesce(p.proconfig, '{}') @> ARRAY['search_path=""']
                                        OR p.proacl IS NULL
                                        OR EXISTS (SELECT 1 FROM aclexplode(p.proacl) a WHERE a.grantee = 0))
                                """))
                .isEmpty();
    }

    @Test
    void noForeignKeyPointsToALaterFeature() {
        List<String> wrong = new ArrayList<>();
        for (String row :
                rows(
                        """
                        SELECT nf.nspname || ' ' || nt.nspname || ' ' || c.conrelid::regclass || ' ' || c.conname
                          FROM pg_constraint c
                          JOIN pg_class f ON f.oid = c.conrelid JOIN pg_namespace nf ON nf.oid = f.relnamespace
                          JOIN pg_class t ON t.oid = c.confrelid JOIN pg_namespace nt ON nt.oid = t.relnamespace
                         WHERE c.contype = 'f'
                        """)) {
            String[] parts = row.split(" ");
            if (Migrations.FEATURES.indexOf(parts[1]) > Migrations.FEATURES.indexOf(parts[0])) {
                wrong.add(row);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// The framework's own tables know nothing of row-level security: each is listed with the
    /// reason why that is safe, and the runtime role sees none of them.
    @Test
    void everyPlatformTableIsExemptForAReasonAndOutOfTheRuntimesReach() {
        Map<String, String> exempt = Project.exceptions("platform-tables.txt");
        assertThat(
                        rows(
                                """
                                SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                 WHERE c.relkind IN ('r', 'p') AND n.nspname = 'platform'
                                """))
                .allSatisfy(table ->
                        assertThat(exempt.keySet())
                                .as("rules/platform-tables.txt says why %s is safe", table)
                                .anyMatch(row -> table.matches(row.replace("*", ".*"))));
        assertThat(
                        rows(
                                """
                                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                 WHERE n.nspname = 'platform' AND c.relkind IN ('r', 'p', 'v', 'S')
                                   AND has_table_privilege('diogel_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
                                """))
                .isEmpty();
        assertThat(
                        rows(
                                """
                                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                 WHERE n.nspname NOT IN ('platform', 'pg_catalog', 'information_schema', 'pg_toast')
                                   AND c.relkind IN ('r', 'p', 'v')
                                   AND has_table_privilege('diogel_platform', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
                                """))
                .isEmpty();
    }

    /// Owner, grants, row-level security and policies of every table, word for word: a change of
    /// the wall is seen by whoever reads the change.
    @Test
    void theWallIsExactlyWhatTheSnapshotSays() {
        String now = String.join("\n", rows(SchemaQueries.WALL)) + "\n";
        if (Project.WRITE) {
            Project.write(SNAPSHOT, now);
        }
        assertThat(now)
                .as("schema.txt differs; DIOGEL_WRITE=true ./diogel test SchemaTest writes it anew")
                .isEqualTo(Project.text(SNAPSHOT));
    }

    private static List<Holdings> holdings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Holdings.class));
        List<Holdings> all = new ArrayList<>();
        for (var found : scanner.findCandidateComponents("org.diogel")) {
            try {
                var constructor = Class.forName(found.getBeanClassName()).getDeclaredConstructor();
                constructor.setAccessible(true);
                all.add((Holdings) constructor.newInstance());
            } catch (ReflectiveOperationException wrong) {
                throw new AssertionError(
                        found.getBeanClassName() + " needs nothing to be made", wrong);
            }
        }
        return all;
    }

    private static List<String> rows(String query) {
        try (Connection connection = TestDatabase.superuser();
                var sql = connection.createStatement();
                var result = sql.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
