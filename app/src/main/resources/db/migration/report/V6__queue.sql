-- The queue is filtered, sorted and counted here, behind the policies of report.report, and read 25
-- rows at a time.

-- One report is looked up by itself; with IN, every look at one builds a table of all grants first,
-- and past some size of it the planner reads all grants again for every row.
ALTER POLICY desk_sees ON report.report USING (
    agency = (SELECT context.agency()) AND state <> 'DRAFT'
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = report.id));
ALTER POLICY desk_changes ON report.report USING (
    agency = (SELECT context.agency()) AND state <> 'DRAFT'
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = report.id));

-- What the queue may show, filter and sort by. Of what waits for the safeguarding lead, nobody else
-- learns how bad it is or where it was, not even from its place in the list.
CREATE VIEW report.queue WITH (security_invoker = true) AS
    SELECT s.id, s.state, s.region, s.due_at, s.added,
           s.state IN ('SENT', 'WAITING') OR s.added AS open,
           s.severity IS NOT DISTINCT FROM 'DANGEROUS' AS dangerous,
           s.unopened,
           s.state = 'WAITING' OR s.state = 'SENT' AND s.unopened AS timed,
           s.state = 'WAITING' OR s.unopened OR s.added AS undone,
           CASE s.severity WHEN 'DANGEROUS' THEN 0 WHEN 'NUISANCE' THEN 2 ELSE 1 END AS rank
      FROM (SELECT r.id, r.state, r.due_at, r.first_opened IS NULL AS unopened,
                   r.id IN (SELECT a.report FROM report.addition a
                             WHERE a.author = 'holder' AND a.read_at IS NULL) AS added,
                   CASE WHEN r.state NOT IN ('WAITING', 'HELD')
                       OR (SELECT context.has_role('SAFEGUARDING_LEAD')) THEN r.severity END AS severity,
                   CASE WHEN r.state NOT IN ('WAITING', 'HELD')
                       OR (SELECT context.has_role('SAFEGUARDING_LEAD')) THEN r.region END AS region
              FROM report.report r
             WHERE r.state <> 'DRAFT' AND r.erase_after IS NULL) s;
GRANT SELECT ON report.queue TO diogel_app;
