-- A report on hold is seen by no sweep, and no row of it can be deleted. What is due is counted, never
-- listed.

COMMENT ON TABLE report.report IS
    'One row a report: state, clock and where its content is sealed. Retention: drafts fourteen days after they were last touched; sent reports until she has them erased, or six years after they are closed.';
ALTER POLICY sweep_sees ON report.report USING (
    (SELECT context.is_task('sweep')) AND (state IN ('DRAFT', 'CLOSED') OR erase_after IS NOT NULL)
    AND NOT access.is_held(id));
ALTER POLICY sweep_erases ON report.report USING (
    (SELECT context.is_task('sweep')) AND (state IN ('DRAFT', 'CLOSED') OR erase_after IS NOT NULL)
    AND NOT access.is_held(id));
CREATE TRIGGER refuse_held BEFORE DELETE ON report.report
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('id');
CREATE TRIGGER refuse_held BEFORE DELETE ON report.sealed
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('report');
CREATE TRIGGER refuse_held BEFORE DELETE ON report.addition
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('report');
CREATE TRIGGER refuse_held BEFORE DELETE ON report.event
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('report');
CREATE TRIGGER refuse_held BEFORE DELETE ON report.equality
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('report');
CREATE TRIGGER refuse_held BEFORE DELETE ON report.identifier
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('report');

CREATE FUNCTION report.due_drafts(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(r.touched_at), 0 FROM report.report r
     WHERE context.counts_due() AND r.state = 'DRAFT' AND r.touched_at < before
$$;
CREATE FUNCTION report.due_closed(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(r.closed_at), pg_catalog.count(*) FILTER (WHERE access.is_held(r.id))
      FROM report.report r WHERE context.counts_due() AND r.state = 'CLOSED' AND r.closed_at < before
$$;
CREATE FUNCTION report.due_asked(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(r.erase_after), pg_catalog.count(*) FILTER (WHERE access.is_held(r.id))
      FROM report.report r WHERE context.counts_due() AND r.erase_after < before
$$;

-- The report of one reference at the asker's own agency, for whoever may put it on hold.
CREATE FUNCTION report.find_to_hold(wanted text) RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT (context.has_role('DATA_PROTECTION_OFFICER') OR context.has_role('SAFEGUARDING_LEAD')) THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    RETURN (SELECT r.id FROM report.report r
        WHERE r.reference = wanted AND r.state <> 'DRAFT' AND r.agency = context.agency()
          AND NOT EXISTS (SELECT 1 FROM access.kept_out k
                WHERE k.subject = r.id AND k.ended_at IS NULL AND k.party IN (context.agency(), context.account())));
END
$$;
REVOKE ALL ON FUNCTION report.due_drafts(timestamptz), report.due_closed(timestamptz),
    report.due_asked(timestamptz), report.find_to_hold(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.due_drafts(timestamptz), report.due_closed(timestamptz),
    report.due_asked(timestamptz), report.find_to_hold(text) TO diogel_app;

-- What belonged to reports erased before this was kept as if they were there: its time begins now.
ALTER TABLE report.report NO FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.subject NO FORCE ROW LEVEL SECURITY;
ALTER TABLE access.grants NO FORCE ROW LEVEL SECURITY;
UPDATE consent.subject s SET ended_at = now()
 WHERE NOT EXISTS (SELECT 1 FROM report.report r WHERE r.id = s.subject);
UPDATE access.grants g SET revoked_at = now()
 WHERE g.subject_kind = 'report' AND g.revoked_at IS NULL
   AND NOT EXISTS (SELECT 1 FROM report.report r WHERE r.id = g.subject);
ALTER TABLE access.grants FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.subject FORCE ROW LEVEL SECURITY;
ALTER TABLE report.report FORCE ROW LEVEL SECURITY;
