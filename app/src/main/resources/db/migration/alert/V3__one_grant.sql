-- One grant and one report is looked up by itself: with IN, a look at one builds a table of all first.
ALTER POLICY desk_starts ON alert.alert WITH CHECK (
    agency = (SELECT context.agency()) AND (SELECT context.has_role('MODERATOR')) AND state = 'DRAFT'
    AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = alert.report));
ALTER POLICY desk ON alert.content USING (EXISTS (
    SELECT 1 FROM alert.alert a WHERE a.id = content.alert AND a.agency = (SELECT context.agency())
       AND (SELECT context.has_role('MODERATOR'))
       AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = a.report)));
ALTER POLICY held_back_sees ON alert.alert USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = alert.report AND r.state IN ('WAITING', 'HELD')));
ALTER POLICY held_back_stops ON alert.alert USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = alert.report AND r.state IN ('WAITING', 'HELD')));
