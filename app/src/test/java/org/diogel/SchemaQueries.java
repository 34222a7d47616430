package org.diogel;

/// What `schema.txt` is written from.
final class SchemaQueries {

    /// One row a fact: tables and views with their flags, their grants, their policies; functions
    /// and schemas with who may use them.
    static final String WALL =
            """
            WITH ours AS (
                SELECT oid, nspname, nspowner, nspacl FROM pg_namespace
                 WHERE nspname NOT IN ('pg_catalog', 'information_schema', 'platform', 'public')
                   AND nspname NOT LIKE 'pg_toast%' AND nspname NOT LIKE 'pg_temp%'),
            who AS (SELECT oid, rolname FROM pg_roles UNION ALL SELECT 0, 'PUBLIC'),
            facts(place, sort, fact) AS (
                SELECT n.nspname::text, 0, 'schema, owner ' || r.rolname
                  FROM ours n JOIN who r ON r.oid = n.nspowner
                UNION ALL
                SELECT n.nspname::text, 1,
                       'grant ' || a.privilege_type || ' to ' || g.rolname
                  FROM ours n, aclexplode(n.nspacl) a JOIN who g ON g.oid = a.grantee
                 WHERE a.grantee <> n.nspowner
                UNION ALL
                SELECT n.nspname || '.' || c.relname, 0,
                       CASE c.relkind WHEN 'v' THEN 'view' WHEN 'S' THEN 'sequence' ELSE 'table' END
                       || ', owner ' || r.rolname
                       || CASE WHEN c.relrowsecurity THEN ', row security' ELSE '' END
                       || CASE WHEN c.relforcerowsecurity THEN ', forced' ELSE '' END
                       || coalesce(', ' || array_to_string(c.reloptions, ', '), '')
                  FROM pg_class c JOIN ours n ON n.oid = c.relnamespace JOIN who r ON r.oid = c.relowner
                 WHERE c.relkind IN ('r', 'p', 'v', 'm')
                    OR c.relkind = 'S' AND c.relacl IS NOT NULL
                UNION ALL
                SELECT n.nspname || '.' || c.relname, 1,
                       'grant ' || a.privilege_type || ' to ' || g.rolname
                       || CASE WHEN a.is_grantable THEN ' with grant option' ELSE '' END
                  FROM pg_class c JOIN ours n ON n.oid = c.relnamespace, aclexplode(c.relacl) a
                  JOIN who g ON g.oid = a.grantee
                 WHERE a.grantee <> c.relowner
                UNION ALL
                SELECT n.nspname || '.' || c.relname, 2,
                       'grant ' || x.privilege_type || ' (' || t.attname || ') to ' || g.rolname
                  FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid
                  JOIN ours n ON n.oid = c.relnamespace, aclexplode(t.attacl) x
                  JOIN who g ON g.oid = x.grantee
                UNION ALL
                SELECT n.nspname || '.' || c.relname, 3,
                       'policy ' || p.polname || ' for '
                       || CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update'
                                        WHEN 'd' THEN 'delete' ELSE 'all' END
                       || CASE WHEN p.polpermissive THEN '' ELSE ', restrictive' END
                       || ' to ' || (SELECT string_agg(g.rolname, ', ' ORDER BY g.rolname) FROM who g
                                      WHERE g.oid = ANY (p.polroles))
                       || coalesce(' using ' || regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\s+', ' ', 'g'), '')
                       || coalesce(' check ' || regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid), '\\s+', ' ', 'g'), '')
                  FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN ours n ON n.oid = c.relnamespace
                UNION ALL
                SELECT n.nspname || '.' || c.relname, 4, 'trigger ' || g.tgname
                  FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN ours n ON n.oid = c.relnamespace
                 WHERE NOT g.tgisinternal
                UNION ALL
                SELECT p.oid::regprocedure::text, 0,
                       'function, owner ' || r.rolname
                       || CASE WHEN p.prosecdef THEN ', definer' ELSE '' END
                       || coalesce(', ' || array_to_string(p.proconfig, ', '), '')
                  FROM pg_proc p JOIN ours n ON n.oid = p.pronamespace JOIN who r ON r.oid = p.proowner
                UNION ALL
                SELECT p.oid::regprocedure::text, 1, 'grant ' || a.privilege_type || ' to ' || g.rolname
                  FROM pg_proc p JOIN ours n ON n.oid = p.pronamespace,
                       aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                  JOIN who g ON g.oid = a.grantee
                 WHERE a.grantee <> p.proowner)
            SELECT place || ': ' || fact FROM facts ORDER BY place COLLATE "C", sort, fact COLLATE "C"
            """;

    private SchemaQueries() {}
}
