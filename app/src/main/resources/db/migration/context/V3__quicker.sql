-- The same answers in half the time: every row-level policy asks these, some a dozen times for one row. A
-- function in SQL that is somebody else's is started anew for every question; one in PL/pgSQL is not.

CREATE OR REPLACE FUNCTION context.kind() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    RETURN (context.claims())[1];
END
$$;
CREATE OR REPLACE FUNCTION context.account() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    claims text[] := context.claims();
BEGIN
    RETURN CASE claims[1] WHEN 'person' THEN claims[2]::uuid END;
END
$$;
CREATE OR REPLACE FUNCTION context.agency() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    claims text[] := context.claims();
BEGIN
    RETURN CASE claims[1] WHEN 'person' THEN claims[3]::uuid END;
END
$$;
CREATE OR REPLACE FUNCTION context.has_role(wanted text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    claims text[] := context.claims();
BEGIN
    RETURN claims[1] = 'person' AND wanted = ANY (pg_catalog.string_to_array(claims[4], ','));
END
$$;
CREATE OR REPLACE FUNCTION context.subject() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    claims text[] := context.claims();
BEGIN
    RETURN CASE claims[1] WHEN 'holder' THEN claims[5]::uuid END;
END
$$;
CREATE OR REPLACE FUNCTION context.second() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    claims text[] := context.claims();
BEGIN
    RETURN claims[1] = 'holder' AND claims[6] = 'true';
END
$$;
CREATE OR REPLACE FUNCTION context.purpose() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    RETURN (context.claims())[7];
END
$$;
CREATE OR REPLACE FUNCTION context.is_task(named text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    claims text[] := context.claims();
BEGIN
    RETURN claims[1] = 'task' AND claims[2] = named;
END
$$;
