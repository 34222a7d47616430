-- What she added later and said may go too is a package that follows the one its recipient has: passed,
-- opened, handed over and taken back as any. Its reference is that of the first with a number after it.
ALTER TABLE liaison.package
    ADD COLUMN follows uuid,
    ADD COLUMN addition uuid,
    ADD CONSTRAINT package_whose UNIQUE (id, report, recipient),
    ADD CONSTRAINT package_follows FOREIGN KEY (follows, report, recipient)
        REFERENCES liaison.package (id, report, recipient),
    ADD CONSTRAINT package_supplement CHECK ((follows IS NULL) = (addition IS NULL)
        AND (follows IS NULL OR choice <> 'WARNING')),
    DROP CONSTRAINT package_reference_check,
    ADD CONSTRAINT package_reference_check CHECK (
        reference ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(-[0-9]{1,4})?$'
        AND (length(reference) > 9) = (follows IS NOT NULL));
DROP INDEX liaison.package_once;
CREATE UNIQUE INDEX package_once ON liaison.package (report, recipient)
    WHERE state <> 'TAKEN_BACK' AND follows IS NULL;
CREATE UNIQUE INDEX package_addition_once ON liaison.package (follows, addition)
    WHERE state <> 'TAKEN_BACK' AND follows IS NOT NULL;

-- What she added waits once its recipient has the first, or it waits to be handed over.
CREATE OR REPLACE VIEW liaison.waiting WITH (security_invoker = true) AS
    SELECT w.report, w.recipient, c.choice, w.since, w.addition
      FROM (SELECT s.subject AS report, a.recipient, s.at AS since, NULL::uuid AS addition
              FROM (SELECT DISTINCT ON (t.subject) t.id, t.subject, t.at
                      FROM consent.statement t ORDER BY t.subject, t.number DESC) s
              JOIN consent.agreed a ON a.statement = s.id
             WHERE NOT EXISTS (SELECT 1 FROM liaison.package p
                    WHERE p.report = s.subject AND p.recipient = a.recipient
                      AND p.follows IS NULL AND p.state <> 'TAKEN_BACK')
            UNION ALL
            SELECT n.subject, n.recipient, n.at, n.addition
              FROM consent.supplement_now n
              JOIN liaison.package b ON b.report = n.subject AND b.recipient = n.recipient
             WHERE b.follows IS NULL AND b.state <> 'TAKEN_BACK' AND b.asked_back_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM liaison.package p
                    WHERE p.follows = b.id AND p.addition = n.addition AND p.state <> 'TAKEN_BACK')) w
      JOIN report.report r ON r.id = w.report
      JOIN consent.recipient c ON c.id = w.recipient
     WHERE r.state IN ('SENT', 'CLOSED') AND r.erase_after IS NULL AND r.stopped_at IS NULL
       AND (r.screened_at IS NOT NULL
            OR coalesce(r.child, 'UNANSWERED') <> 'UNANSWERED'
               AND coalesce(r.life, 'UNANSWERED') <> 'UNANSWERED')
       AND c.choice IN ('WARNING', 'ANONYMOUS_INTELLIGENCE', 'POLICE')
       AND w.recipient <> 'members';

-- What a force's list shows: one line for what it was given of a report, whatever was added since.
CREATE VIEW liaison.inbox WITH (security_invoker = true) AS
    SELECT p.id, p.receiver, p.passed_at, p.state = 'SENT' OR added.yes AS unread, added.yes AS added,
           (SELECT o.what FROM liaison.outcome o
             WHERE o.package = p.id
               AND NOT EXISTS (SELECT 1 FROM liaison.outcome c WHERE c.replaces = o.id)
             ORDER BY o.day DESC, o.noted_at DESC LIMIT 1) AS latest
      FROM liaison.package p
     CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM liaison.package s
            WHERE s.follows = p.id AND s.state = 'SENT') AS yes) added
     WHERE p.follows IS NULL AND p.state IN ('SENT', 'OPENED');
GRANT SELECT ON liaison.inbox TO diogel_app;
