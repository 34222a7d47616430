-- How many files wait for the virus scanner: for the administrator, who sees no file.
CREATE FUNCTION evidence.waiting() RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT context.has_role('ADMINISTRATOR') THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    RETURN (SELECT count(*) FROM evidence.file f WHERE f.state = 'QUARANTINED');
END
$$;
REVOKE ALL ON FUNCTION evidence.waiting() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evidence.waiting() TO diogel_app;
