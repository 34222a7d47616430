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

-- What the queue may show and filter by, of the actor's own agency. Of what waits for the
-- safeguarding lead, nobody else learns how bad it is or where it was.
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

-- The two questions that pass over everything a desk has are answered by a join, which takes a tenth
-- of what a policy takes that looks at every row by itself. They admit what desk_sees admits; which
-- reports a page shows is still asked of that policy.
CREATE POLICY functions_look_up ON access.grants FOR SELECT TO diogel_owner USING (true);

CREATE FUNCTION report.queue_tallies(at timestamptz)
    RETURNS TABLE (region text, state text, open bigint, overdue bigint, urgent bigint, unread bigint,
        added bigint, total bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT (context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD')) THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    RETURN QUERY SELECT q.region, q.state,
           count(*) FILTER (WHERE q.open),
           count(*) FILTER (WHERE q.open AND q.timed AND q.due_at < at),
           count(*) FILTER (WHERE q.open AND q.dangerous),
           count(*) FILTER (WHERE q.open AND q.unopened),
           count(*) FILTER (WHERE q.added),
           count(*)
      FROM report.queue q
     WHERE EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = q.id)
     GROUP BY q.region, q.state;
END
$$;

-- One page of one filter, in order.
CREATE FUNCTION report.queue_page(filter text, area text, aside boolean, at timestamptz, skip bigint, most int)
    RETURNS TABLE (id uuid)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 25 SET search_path = '' SET plan_cache_mode = force_custom_plan
AS $$
BEGIN
    IF NOT (context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD')) THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    RETURN QUERY SELECT q.id FROM report.queue q
     WHERE CASE filter
               WHEN 'OPEN' THEN q.open
               WHEN 'OVERDUE' THEN q.open AND q.timed AND q.due_at < at
               WHEN 'URGENT' THEN q.open AND q.dangerous
               WHEN 'UNREAD' THEN q.open AND q.unopened
               WHEN 'ADDED' THEN q.added
               ELSE q.state = filter END
       AND (area IS NULL OR q.region = area)
       AND NOT (aside AND q.state = 'WAITING')
       AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = q.id)
     ORDER BY q.open DESC, q.undone DESC, q.rank, q.due_at, q.id
    OFFSET skip LIMIT most;
END
$$;
REVOKE ALL ON FUNCTION report.queue_tallies(timestamptz),
    report.queue_page(text, text, boolean, timestamptz, bigint, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.queue_tallies(timestamptz),
    report.queue_page(text, text, boolean, timestamptz, bigint, int) TO diogel_app;
