-- One report is looked up by itself: with IN, a look at one builds a table of all first.
ALTER POLICY held_back_sees ON checker.entry USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = entry.report AND r.state IN ('WAITING', 'HELD')));
ALTER POLICY held_back_removes ON checker.entry USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = entry.report AND r.state IN ('WAITING', 'HELD')));
