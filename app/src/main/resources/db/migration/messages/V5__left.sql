-- How somebody wanted to be reached goes with her name.

CREATE POLICY retention_looks ON messages.preference FOR SELECT TO diogel_owner USING (account.is_erased(account));
CREATE POLICY retention_erases ON messages.preference FOR DELETE TO diogel_owner USING (account.is_erased(account));

CREATE FUNCTION messages.due_left(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), NULL::timestamptz, 0 FROM messages.preference p
     WHERE context.counts_due() AND before IS NOT NULL AND account.is_erased(p.account)
$$;
CREATE FUNCTION messages.erase_left(before timestamptz, most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone int;
BEGIN
    PERFORM context.only_task('retention');
    DELETE FROM messages.preference WHERE before IS NOT NULL AND account IN (
        SELECT p.account FROM messages.preference p WHERE account.is_erased(p.account) LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION messages.due_left(timestamptz), messages.erase_left(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION messages.due_left(timestamptz), messages.erase_left(timestamptz, int) TO diogel_app;
