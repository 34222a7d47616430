-- A page far down the queue is read from the nearer end: half of what there is at most is passed over.

DROP FUNCTION report.queue_page(text, text, boolean, timestamptz, bigint, int);

-- What a filter admits. Asked only within the function below, which runs as the owner.
CREATE FUNCTION report.queue_admits(filter text, area text, aside boolean, at timestamptz)
    RETURNS SETOF report.queue
    LANGUAGE sql STABLE
AS $$
    SELECT q.* FROM report.queue q
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
$$;

-- One page of one filter, in order.
--
-- total: how many the filter admits, as far as the caller knows
CREATE FUNCTION report.queue_page(filter text, area text, aside boolean, at timestamptz, skip bigint, most int, total bigint)
    RETURNS TABLE (id uuid)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 25
    SET search_path = '' SET plan_cache_mode = force_custom_plan SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
BEGIN
    IF NOT (context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD')) THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    IF skip <= total - skip THEN
        RETURN QUERY SELECT q.id FROM report.queue_admits(filter, area, aside, at) q
         ORDER BY q.open DESC, q.undone DESC, q.rank, q.due_at, q.id
        OFFSET skip LIMIT most;
    ELSE
        RETURN QUERY SELECT far.id FROM (
            SELECT q.* FROM report.queue_admits(filter, area, aside, at) q
             ORDER BY q.open, q.undone, q.rank DESC, q.due_at DESC, q.id DESC
            OFFSET greatest(total - skip - most, 0) LIMIT least(most, total - skip)) far
         ORDER BY far.open DESC, far.undone DESC, far.rank, far.due_at, far.id;
    END IF;
END
$$;
REVOKE ALL ON FUNCTION report.queue_admits(text, text, boolean, timestamptz),
    report.queue_page(text, text, boolean, timestamptz, bigint, int, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.queue_page(text, text, boolean, timestamptz, bigint, int, bigint) TO diogel_app;
