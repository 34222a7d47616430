-- What kind of somebody looked: whoever reads her own record, with both secrets or beside a worker, learns
-- the roles of an account that looked, and neither its name nor anything else of it.
CREATE FUNCTION account.roles_of(accounts uuid[]) RETURNS TABLE (id uuid, roles text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT (context.kind() = 'holder' AND context.second()
            OR context.kind() = 'person' AND context.purpose() = 'show-her') THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    RETURN QUERY SELECT a.id, a.roles FROM account.account a WHERE a.id = ANY (accounts);
END
$$;
REVOKE ALL ON FUNCTION account.roles_of(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION account.roles_of(uuid[]) TO diogel_app;
