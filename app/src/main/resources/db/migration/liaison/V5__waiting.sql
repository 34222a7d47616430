-- What she agreed to and nobody has passed on yet, of reports of which anything may be made: as
-- QueueItem.maySend says it. Asked behind the policies of every table it reads.
CREATE VIEW liaison.waiting WITH (security_invoker = true) AS
    SELECT r.id AS report, a.recipient, c.choice, s.at AS since
      FROM (SELECT DISTINCT ON (t.subject) t.id, t.subject, t.at
              FROM consent.statement t ORDER BY t.subject, t.number DESC) s
      JOIN report.report r ON r.id = s.subject
      JOIN consent.agreed a ON a.statement = s.id
      JOIN consent.recipient c ON c.id = a.recipient
     WHERE r.state IN ('SENT', 'CLOSED') AND r.erase_after IS NULL AND r.stopped_at IS NULL
       AND (r.screened_at IS NOT NULL
            OR coalesce(r.child, 'UNANSWERED') <> 'UNANSWERED'
               AND coalesce(r.life, 'UNANSWERED') <> 'UNANSWERED')
       AND c.choice IN ('WARNING', 'ANONYMOUS_INTELLIGENCE', 'POLICE')
       AND a.recipient <> 'members'
       AND NOT EXISTS (SELECT 1 FROM liaison.package p
            WHERE p.report = r.id AND p.recipient = a.recipient AND p.state <> 'TAKEN_BACK');
GRANT SELECT ON liaison.waiting TO diogel_app;
