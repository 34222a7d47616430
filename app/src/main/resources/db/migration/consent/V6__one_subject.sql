-- One report is looked up by itself: with IN, a look at one builds a table of all first.
ALTER POLICY desk ON consent.subject
    USING ((SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
        AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = subject.subject));
ALTER POLICY desk_reads ON consent.statement USING (
    (SELECT context.kind()) = 'person'
    AND EXISTS (SELECT 1 FROM consent.subject s WHERE s.subject = statement.subject));
ALTER POLICY desk_reads ON consent.agreed USING (
    (SELECT context.kind()) = 'person'
    AND EXISTS (SELECT 1 FROM consent.subject s WHERE s.subject = agreed.subject));
ALTER POLICY desk_reads ON consent.disclosure USING (
    (SELECT context.kind()) = 'person'
    AND EXISTS (SELECT 1 FROM consent.subject s WHERE s.subject = disclosure.subject)
    AND (ground IS NULL OR (SELECT context.has_role('SAFEGUARDING_LEAD'))));
