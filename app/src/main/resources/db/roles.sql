-- The roles, the database and the schema of the framework's tables: the one source for the embedded
-- PostgreSQL and for a server of your own (deploy/postgresql/README.md). Run once, by a superuser,
-- in database "postgres".
--
-- Lines that begin with a backslash are psql's. The three passwords come from the environment.
\set ON_ERROR_STOP on
\getenv app_password DIOGEL_DATABASE_APP_PASSWORD
\getenv migrate_password DIOGEL_DATABASE_MIGRATE_PASSWORD
\getenv platform_password DIOGEL_DATABASE_PLATFORM_PASSWORD

SET log_statement = 'none';
SET log_min_error_statement = 'panic';
SET password_encryption = 'scram-sha-256';

-- Owns everything and never logs in.
CREATE ROLE diogel_owner NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;

-- Changes tables as their owner, only while Diogel starts.
CREATE ROLE diogel_migrate LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE
    PASSWORD :'migrate_password' IN ROLE diogel_owner;

-- Serves requests. Owns nothing; every row it sees has passed a row-level policy.
CREATE ROLE diogel_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE
    PASSWORD :'app_password';

-- Sessions, jobs and events of the framework: schema platform and nothing else.
CREATE ROLE diogel_platform LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE
    PASSWORD :'platform_password';

ALTER ROLE diogel_app SET statement_timeout = '5s';
ALTER ROLE diogel_app SET lock_timeout = '4s';
ALTER ROLE diogel_app SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE diogel_app SET search_path = '';
ALTER ROLE diogel_platform SET statement_timeout = '5s';
ALTER ROLE diogel_platform SET lock_timeout = '4s';
ALTER ROLE diogel_platform SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE diogel_platform SET search_path = platform;

CREATE DATABASE diogel OWNER diogel_owner TEMPLATE template0 ENCODING 'UTF8';

\connect diogel

REVOKE ALL ON DATABASE diogel FROM PUBLIC;
GRANT CONNECT ON DATABASE diogel TO diogel_migrate, diogel_app, diogel_platform;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA platform AUTHORIZATION diogel_owner;
REVOKE ALL ON SCHEMA platform FROM PUBLIC;
GRANT USAGE ON SCHEMA platform TO diogel_platform;

-- What an owner makes is nobody else's until a migration grants it.
ALTER DEFAULT PRIVILEGES FOR ROLE diogel_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE diogel_owner REVOKE ALL ON TYPES FROM PUBLIC;

-- Lets Diogel see for itself that nobody gets in without a password. A hosted PostgreSQL may forbid
-- the grant; then its operator answers for that.
DO $$
BEGIN
    GRANT SELECT ON pg_catalog.pg_hba_file_rules TO diogel_migrate;
    GRANT EXECUTE ON FUNCTION pg_catalog.pg_hba_file_rules() TO diogel_migrate;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'pg_hba_file_rules stays unreadable for diogel_migrate';
END
$$;
