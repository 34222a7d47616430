-- The same answers for less. Most policies ask for something that the one acting does not even claim: a
-- person's request asks for each task, and for the holder of a code. A claim that is not made needs no
-- proof, so that this answer costs no signature; whatever is claimed is proved as before, and where
-- nobody acts it is refused as before.

CREATE OR REPLACE FUNCTION context.claims() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path = ''
AS $$
DECLARE
    raw    text := pg_catalog.current_setting('diogel.context', true);
    parts  text[] := pg_catalog.string_to_array(raw, '|');
    within bytea;
    beyond bytea;
BEGIN
    IF pg_catalog.cardinality(parts) = 10 THEN
        SELECT s.inner_pad, s.outer_pad INTO STRICT within, beyond FROM context.signing s;
        IF parts[8] = pg_catalog.pg_backend_pid()::text
           AND parts[10] = pg_catalog.encode(pg_catalog.sha256(beyond || pg_catalog.sha256(
                   within || pg_catalog.convert_to(pg_catalog.left(raw, -65), 'UTF8'))), 'hex')
           AND pg_catalog.abs(parts[9]::bigint
                   - pg_catalog.date_part('epoch', pg_catalog.now())::bigint) <= 3600
        THEN
            RETURN parts;
        END IF;
    END IF;
    RAISE EXCEPTION 'no context' USING ERRCODE = '42501';
END
$$;

CREATE OR REPLACE FUNCTION context.is_task(named text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    claims text[];
BEGIN
    IF pg_catalog.starts_with(pg_catalog.current_setting('diogel.context', true), 'person|') THEN
        RETURN false;
    END IF;
    claims := context.claims();
    RETURN claims[1] = 'task' AND claims[2] = named;
END
$$;
CREATE OR REPLACE FUNCTION context.subject() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    claims text[];
BEGIN
    IF pg_catalog.starts_with(pg_catalog.current_setting('diogel.context', true), 'person|') THEN
        RETURN NULL;
    END IF;
    claims := context.claims();
    RETURN CASE claims[1] WHEN 'holder' THEN claims[5]::uuid END;
END
$$;
CREATE OR REPLACE FUNCTION context.second() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    claims text[];
BEGIN
    IF pg_catalog.starts_with(pg_catalog.current_setting('diogel.context', true), 'person|') THEN
        RETURN false;
    END IF;
    claims := context.claims();
    RETURN claims[1] = 'holder' AND claims[6] = 'true';
END
$$;

-- Whether somebody who works here acts for this purpose.
CREATE FUNCTION context.is_person_for(named text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    raw    text := pg_catalog.current_setting('diogel.context', true);
    claims text[];
BEGIN
    IF pg_catalog.starts_with(raw, 'person|') AND pg_catalog.split_part(raw, '|', 7) <> named THEN
        RETURN false;
    END IF;
    claims := context.claims();
    RETURN claims[1] = 'person' AND claims[7] = named;
END
$$;
REVOKE ALL ON FUNCTION context.is_person_for(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION context.is_person_for(text) TO diogel_app;
