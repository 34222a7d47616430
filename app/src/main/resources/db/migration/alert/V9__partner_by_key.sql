-- The same rows for less.
--
-- A partner is looked up by its key: for one warning nobody needs every partner of one's agency, and for a
-- long list the planner may still work them out.
ALTER POLICY members_see ON alert.alert USING (
    (SELECT context.has_role('MEMBER')) AND published_at IS NOT NULL
    AND CASE state
        WHEN 'PUBLISHED' THEN
            expires_at > now() AND (NOT alone OR approved_by IS NOT NULL OR lapses_at > now())
        ELSE state IN ('CORRECTED', 'WITHDRAWN', 'EXPIRED') AND ended_at > now() - interval '30 days'
        END
    AND (everyone OR (SELECT context.agency()) = ANY (audience))
    AND (agency = (SELECT context.agency())
         OR EXISTS (SELECT 1 FROM access.partners p
             WHERE p.one = alert.agency AND p.other = (SELECT context.agency()) AND p.purpose = 'WARNINGS')));

-- Whether its report waits is looked up where a lead or caseworker asks. As a part of the policy every policy
-- of reports was a part of every plan for a warning, and set up each time: half of what a read took. The
-- function has the rights of whoever asks, and no more.
CREATE FUNCTION alert.is_held_back(which uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SET search_path = ''
AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM report.report r WHERE r.id = which AND r.state IN ('WAITING', 'HELD'));
END
$$;
REVOKE ALL ON FUNCTION alert.is_held_back(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION alert.is_held_back(uuid) TO diogel_app;
ALTER POLICY held_back_sees ON alert.alert USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND alert.is_held_back(report));
