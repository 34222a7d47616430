-- The queue of a desk with tens of thousands of reports: read in the order of an index, which holds
-- what the queue sorts by. The most dangerous of what there is to do comes first, and of equally
-- dangerous what is due first; how bad it is what waits for the safeguarding lead plays no part.

-- Whether she added something that the desk has not read: kept with the report by the triggers below.
ALTER TABLE report.report ADD COLUMN added boolean NOT NULL DEFAULT false;
GRANT UPDATE (added) ON report.report TO diogel_app;
ALTER TABLE report.report NO FORCE ROW LEVEL SECURITY;
ALTER TABLE report.addition NO FORCE ROW LEVEL SECURITY;
UPDATE report.report SET added = true
 WHERE id IN (SELECT report FROM report.addition WHERE author = 'holder' AND read_at IS NULL);
ALTER TABLE report.addition FORCE ROW LEVEL SECURITY;
ALTER TABLE report.report FORCE ROW LEVEL SECURITY;

CREATE FUNCTION report.note_added() RETURNS trigger LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
    UPDATE report.report SET added = true WHERE id = NEW.report;
    RETURN NULL;
END
$$;
CREATE TRIGGER added AFTER INSERT ON report.addition
    FOR EACH ROW WHEN (NEW.author = 'holder') EXECUTE FUNCTION report.note_added();

-- Waits for whoever is adding, so that what comes in between is not taken for read.
CREATE FUNCTION report.note_read() RETURNS trigger LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
    PERFORM 1 FROM report.report WHERE id = NEW.report FOR NO KEY UPDATE;
    UPDATE report.report SET added = EXISTS (
        SELECT 1 FROM report.addition a
         WHERE a.report = NEW.report AND a.author = 'holder' AND a.read_at IS NULL)
     WHERE id = NEW.report;
    RETURN NULL;
END
$$;
CREATE TRIGGER read AFTER UPDATE OF read_at ON report.addition
    FOR EACH ROW WHEN (NEW.author = 'holder') EXECUTE FUNCTION report.note_read();
REVOKE ALL ON FUNCTION report.note_added(), report.note_read() FROM PUBLIC;

ALTER TABLE report.report
    ADD COLUMN open boolean NOT NULL GENERATED ALWAYS AS (state IN ('SENT', 'WAITING') OR added) STORED,
    ADD COLUMN undone boolean NOT NULL
        GENERATED ALWAYS AS (state = 'WAITING' OR first_opened IS NULL OR added) STORED,
    ADD COLUMN rank smallint NOT NULL GENERATED ALWAYS AS (
        CASE WHEN state IN ('WAITING', 'HELD') OR severity IS NULL THEN 1
             WHEN severity = 'DANGEROUS' THEN 0
             WHEN severity = 'NUISANCE' THEN 2
             ELSE 1 END) STORED;
CREATE INDEX report_queue ON report.report (agency, open DESC, undone DESC, rank, due_at, id)
    WHERE state <> 'DRAFT' AND erase_after IS NULL;

-- What the queue may show and filter by, of the actor's own agency: said once more than the policy
-- says it, for an index can be used by a condition and not by one policy among others. Of what waits
-- for the safeguarding lead, nobody else learns how bad it is or where it was.
DROP VIEW report.queue;
CREATE VIEW report.queue WITH (security_invoker = true) AS
    SELECT r.id, r.state, r.due_at, r.added, r.open, r.undone, r.rank,
           r.first_opened IS NULL AS unopened,
           r.state = 'WAITING' OR r.state = 'SENT' AND r.first_opened IS NULL AS timed,
           r.severity IS NOT DISTINCT FROM 'DANGEROUS'
               AND (r.state NOT IN ('WAITING', 'HELD') OR (SELECT context.has_role('SAFEGUARDING_LEAD')))
               AS dangerous,
           CASE WHEN r.state NOT IN ('WAITING', 'HELD') OR (SELECT context.has_role('SAFEGUARDING_LEAD'))
               THEN r.region END AS region
      FROM report.report r
     WHERE r.agency = (SELECT context.agency()) AND r.state <> 'DRAFT' AND r.erase_after IS NULL;
GRANT SELECT ON report.queue TO diogel_app;
