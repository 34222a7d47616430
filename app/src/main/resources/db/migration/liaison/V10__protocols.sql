-- A force gets a package here, and sees what it was given, while a protocol with the project covers it.
CREATE VIEW liaison.covered WITH (security_invoker = true) AS
    SELECT p.one AS agency, p.other AS receiver, c.choice
      FROM access.partners p
      JOIN (VALUES ('INTELLIGENCE', 'ANONYMOUS_INTELLIGENCE'), ('DETAILS', 'POLICE')) c (purpose, choice)
        ON c.purpose = p.purpose;
GRANT SELECT ON liaison.covered TO diogel_app;

ALTER POLICY desk_passes ON liaison.package WITH CHECK (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER'))
    AND state IN ('SENT', 'TO_HAND')
    AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = package.report)
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = package.report AND r.state IN ('SENT', 'CLOSED'))
    AND (receiver IS NULL
         OR receiver IN (SELECT r.agency FROM liaison.receiver r WHERE r.recipient = package.recipient)
            AND (receiver = package.agency OR EXISTS (SELECT 1 FROM liaison.covered c
                WHERE c.agency = package.agency AND c.receiver = package.receiver AND c.choice = package.choice))));
ALTER POLICY officers_see ON liaison.package USING (
    receiver = (SELECT context.agency()) AND (SELECT context.has_role('POLICE_LIAISON'))
    AND state IN ('SENT', 'OPENED')
    AND (agency = receiver OR (agency, choice) IN (SELECT c.agency, c.choice FROM liaison.covered c
        WHERE c.receiver = (SELECT context.agency()))));
ALTER POLICY officers_change ON liaison.package
    USING (receiver = (SELECT context.agency()) AND (SELECT context.has_role('POLICE_LIAISON'))
        AND state IN ('SENT', 'OPENED')
        AND (agency = receiver OR (agency, choice) IN (SELECT c.agency, c.choice FROM liaison.covered c
            WHERE c.receiver = (SELECT context.agency()))))
    WITH CHECK (receiver = (SELECT context.agency()) AND state = 'OPENED');
