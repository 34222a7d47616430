-- Keeps people out of what names somebody they know: when a report is sent, and when somebody adds to her
-- list. Nobody is kept out where nobody would be left at the desk to answer it.

CREATE FUNCTION report.keep_out(which uuid, desk uuid, who uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone uuid[];
BEGIN
    SELECT coalesce(pg_catalog.array_agg(k.party), '{}') INTO gone
      FROM access.kept_out k WHERE k.subject = which AND k.ended_at IS NULL;
    IF who = ANY (gone) OR NOT account.leaves_somebody(desk, gone || who) THEN
        RETURN false;
    END IF;
    INSERT INTO access.kept_out (subject_kind, subject, party_kind, party, why, by)
        VALUES ('report', which, 'account', who, 'tie', who);
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION report.keep_out(uuid, uuid, uuid) FROM PUBLIC;

-- Of a report that is being sent, for its holder.
CREATE FUNCTION report.keep_out_tied() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF context.subject() IS NULL THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    RETURN (SELECT count(*) FILTER (WHERE report.keep_out(r.id, r.agency, t.account))
              FROM report.report r
              JOIN LATERAL (SELECT DISTINCT t.account FROM report.identifier i
                             JOIN access.tie_tag g ON g.tag = i.tag JOIN access.tie t ON t.id = g.tie
                            WHERE i.report = r.id AND NOT i.possible) t ON true
             WHERE r.id = context.subject() AND r.state <> 'DRAFT');
END $$;
REVOKE ALL ON FUNCTION report.keep_out_tied() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.keep_out_tied() TO diogel_app;

-- Of everything told before, for whoever adds this to her own list. She is not told how many there are.
CREATE FUNCTION report.keep_out_of_tied(which uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    PERFORM report.keep_out(r.id, r.agency, t.account)
       FROM access.tie t
       JOIN access.tie_tag g ON g.tie = t.id
       JOIN report.identifier i ON i.tag = g.tag AND NOT i.possible
       JOIN report.report r ON r.id = i.report AND r.state <> 'DRAFT'
      WHERE t.id = which AND t.account = context.account();
END $$;
REVOKE ALL ON FUNCTION report.keep_out_of_tied(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.keep_out_of_tied(uuid) TO diogel_app;
CREATE POLICY functions_look_up ON report.identifier FOR SELECT TO diogel_owner USING (true);
