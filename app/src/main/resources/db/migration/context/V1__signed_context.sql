-- Who is acting, proved. The application signs a line of claims (ContextSigner) and sets it for one
-- transaction; these functions check the signature and hand out the claims to row-level policies.
-- The key is kept as its two HMAC pads, in a table that only its owner can read.

CREATE TABLE context.signing (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    inner_pad  bytea NOT NULL CHECK (octet_length(inner_pad) = 64),
    outer_pad  bytea NOT NULL CHECK (octet_length(outer_pad) = 64)
);
COMMENT ON TABLE context.signing IS
    'The key that proves a transaction''s context, as two HMAC pads. Retention: replaced when the ring''s context key changes.';
ALTER TABLE context.signing ENABLE ROW LEVEL SECURITY;
ALTER TABLE context.signing FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_only ON context.signing TO diogel_owner USING (true) WITH CHECK (true);

-- Which key store belongs to this database, and whether the two are a demonstration's.
CREATE TABLE context.installation (
    one            boolean PRIMARY KEY DEFAULT true CHECK (one),
    id             uuid NOT NULL,
    demonstration  boolean NOT NULL
);
COMMENT ON TABLE context.installation IS
    'The random name that database and key store share, and whether they are a demonstration''s. Retention: as long as the database.';
ALTER TABLE context.installation ENABLE ROW LEVEL SECURITY;
ALTER TABLE context.installation FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_only ON context.installation TO diogel_owner USING (true) WITH CHECK (true);

-- Claims: 1 kind, 2 account or task, 3 agency, 4 roles, 5 subject, 6 second, 7 purpose, 8 pid, 9 time
CREATE FUNCTION context.claims() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path = ''
AS $$
DECLARE
    raw   text := nullif(pg_catalog.current_setting('diogel.context', true), '');
    parts text[];
    body  text;
    pads  context.signing;
BEGIN
    IF raw IS NULL THEN
        RAISE EXCEPTION 'no context' USING ERRCODE = '42501';
    END IF;
    parts := pg_catalog.string_to_array(raw, '|');
    IF pg_catalog.array_length(parts, 1) IS DISTINCT FROM 10 THEN
        RAISE EXCEPTION 'no context' USING ERRCODE = '42501';
    END IF;
    body := pg_catalog.left(raw, -65);
    SELECT * INTO STRICT pads FROM context.signing;
    IF pg_catalog.encode(
           pg_catalog.sha256(pads.outer_pad
               || pg_catalog.sha256(pads.inner_pad || pg_catalog.convert_to(body, 'UTF8'))),
           'hex') IS DISTINCT FROM parts[10]
       OR parts[8] IS DISTINCT FROM pg_catalog.pg_backend_pid()::text
       OR pg_catalog.abs(parts[9]::bigint
              - pg_catalog.date_part('epoch', pg_catalog.now())::bigint) > 3600
    THEN
        RAISE EXCEPTION 'no context' USING ERRCODE = '42501';
    END IF;
    RETURN parts;
END
$$;

CREATE FUNCTION context.kind() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
    AS $$ SELECT (context.claims())[1] $$;
CREATE FUNCTION context.account() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
    AS $$ SELECT CASE c[1] WHEN 'person' THEN c[2]::uuid END FROM (SELECT context.claims()) AS t(c) $$;
CREATE FUNCTION context.agency() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
    AS $$ SELECT CASE c[1] WHEN 'person' THEN c[3]::uuid END FROM (SELECT context.claims()) AS t(c) $$;
CREATE FUNCTION context.has_role(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
    AS $$ SELECT c[1] = 'person' AND wanted = ANY (pg_catalog.string_to_array(c[4], ','))
          FROM (SELECT context.claims()) AS t(c) $$;
CREATE FUNCTION context.subject() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
    AS $$ SELECT CASE c[1] WHEN 'holder' THEN c[5]::uuid END FROM (SELECT context.claims()) AS t(c) $$;
CREATE FUNCTION context.second() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
    AS $$ SELECT c[1] = 'holder' AND c[6] = 'true' FROM (SELECT context.claims()) AS t(c) $$;
CREATE FUNCTION context.purpose() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
    AS $$ SELECT (context.claims())[7] $$;
CREATE FUNCTION context.is_task(named text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
    AS $$ SELECT c[1] = 'task' AND c[2] = named FROM (SELECT context.claims()) AS t(c) $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA context FROM PUBLIC;
GRANT USAGE ON SCHEMA context TO diogel_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA context TO diogel_app;
REVOKE EXECUTE ON FUNCTION context.claims() FROM diogel_app;
