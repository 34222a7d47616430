-- One grant and one report is looked up by itself: with IN, a look at one builds a table of all first.
ALTER POLICY desk_sees ON liaison.package USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = package.report));
ALTER POLICY desk_passes ON liaison.package WITH CHECK (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER'))
    AND state IN ('SENT', 'TO_HAND')
    AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = package.report)
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = package.report AND r.state IN ('SENT', 'CLOSED'))
    AND (receiver IS NULL OR receiver IN (
        SELECT r.agency FROM liaison.receiver r WHERE r.recipient = package.recipient)));
ALTER POLICY desk_changes ON liaison.package USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = package.report));
ALTER POLICY desk ON liaison.content USING (EXISTS (
    SELECT 1 FROM liaison.package p WHERE p.id = content.package AND p.agency = (SELECT context.agency())
       AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER'))
       AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = p.report)
       AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = p.report AND r.state IN ('SENT', 'CLOSED'))));
ALTER POLICY desk_puts ON liaison.content WITH CHECK (EXISTS (
    SELECT 1 FROM liaison.package p WHERE p.id = content.package AND p.agency = (SELECT context.agency())
       AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER'))
       AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = p.report)));
ALTER POLICY desk_reads ON liaison.treatment USING (
    (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = treatment.report));
