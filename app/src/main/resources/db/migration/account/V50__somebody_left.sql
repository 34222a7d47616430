-- Whether a desk that loses these people for one report still has somebody who answers it, and somebody who
-- decides about a child or a life. For functions only: nobody else asks.

CREATE POLICY functions_look_up ON account.account FOR SELECT TO diogel_owner USING (true);

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
