COMMENT ON TABLE protocol.protocol IS
    'What each information-sharing protocol says. Retention: a draft until it is thrown away; one that was in force, seven years after it ended.';
CREATE POLICY retention_looks ON protocol.protocol FOR SELECT TO diogel_owner USING (true);
CREATE POLICY retention_erases ON protocol.protocol FOR DELETE TO diogel_owner
    USING (state <> 'DRAFT' AND LEAST(ended_at, last_day::timestamptz) < now() - interval '5 years');

CREATE FUNCTION protocol.due_ended(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(LEAST(p.ended_at, p.last_day::timestamptz)), 0 FROM protocol.protocol p
     WHERE context.counts_due() AND p.state <> 'DRAFT' AND LEAST(p.ended_at, p.last_day::timestamptz) < before
$$;
CREATE FUNCTION protocol.erase_ended(before timestamptz, most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone int;
BEGIN
    PERFORM context.only_task('retention');
    DELETE FROM protocol.protocol WHERE id IN (
        SELECT p.id FROM protocol.protocol p
         WHERE p.state <> 'DRAFT' AND LEAST(p.ended_at, p.last_day::timestamptz) < before ORDER BY p.id LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION protocol.due_ended(timestamptz), protocol.erase_ended(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION protocol.due_ended(timestamptz), protocol.erase_ended(timestamptz, int) TO diogel_app;
