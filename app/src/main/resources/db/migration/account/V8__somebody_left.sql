-- Whether a desk that loses these people for one report still has somebody who answers it, and somebody who
-- decides about a child or a life. For functions only: nobody else asks.

CREATE FUNCTION account.leaves_somebody(desk uuid, gone uuid[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT NOT EXISTS (
        SELECT 1 FROM pg_catalog.unnest(ARRAY['MODERATOR', 'SAFEGUARDING_LEAD']) AS needed(role)
         WHERE EXISTS (SELECT 1 FROM account.account a
                        WHERE a.agency_id = desk AND a.status = 'active' AND needed.role = ANY (a.roles) AND a.id = ANY (gone))
           AND NOT EXISTS (SELECT 1 FROM account.account a
                        WHERE a.agency_id = desk AND a.status = 'active' AND needed.role = ANY (a.roles) AND a.id <> ALL (gone)))
$$;
REVOKE ALL ON FUNCTION account.leaves_somebody(uuid, uuid[]) FROM PUBLIC;

-- What somebody wrote down for herself goes with her name.
CREATE POLICY retention_erases ON access.tie FOR DELETE TO diogel_owner USING (account.is_erased(account));
CREATE FUNCTION account.due_ties(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), NULL::timestamptz, 0 FROM access.tie t
     WHERE context.counts_due() AND before IS NOT NULL AND account.is_erased(t.account)
$$;
CREATE FUNCTION account.erase_ties(before timestamptz, most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone int;
BEGIN
    PERFORM context.only_task('retention');
    DELETE FROM access.tie WHERE before IS NOT NULL AND id IN (
        SELECT t.id FROM access.tie t WHERE account.is_erased(t.account) LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION account.due_ties(timestamptz), account.erase_ties(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION account.due_ties(timestamptz), account.erase_ties(timestamptz, int) TO diogel_app;
