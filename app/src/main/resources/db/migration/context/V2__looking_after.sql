-- Who may count what is due to be erased: the task that erases it, and who answers for that.
CREATE FUNCTION context.counts_due() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
    AS $$ SELECT context.is_task('retention') OR context.has_role('DATA_PROTECTION_OFFICER')
              OR context.has_role('ADMINISTRATOR') $$;

-- For functions that do the erasing.
CREATE FUNCTION context.only_task(named text) RETURNS void LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT context.is_task(named) THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
END
$$;
REVOKE ALL ON FUNCTION context.counts_due(), context.only_task(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION context.counts_due() TO diogel_app;
