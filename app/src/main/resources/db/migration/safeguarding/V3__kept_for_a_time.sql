COMMENT ON TABLE safeguarding.duty IS
    'One row for each time a report was passed to a council or the police for somebody''s safety: test, ground, clocks. Retention: its words go with the report; the row seven years after it is closed.';
COMMENT ON TABLE safeguarding.event IS
    'What came of it, on which day, written by whom; words are sealed in safeguarding.words. Retention: as safeguarding.duty.';

ALTER TABLE safeguarding.event DROP CONSTRAINT event_duty_fkey,
    ADD CONSTRAINT event_duty_fkey FOREIGN KEY (duty) REFERENCES safeguarding.duty ON DELETE CASCADE;
ALTER TABLE safeguarding.words DROP CONSTRAINT words_duty_fkey,
    ADD CONSTRAINT words_duty_fkey FOREIGN KEY (duty) REFERENCES safeguarding.duty ON DELETE CASCADE;

CREATE POLICY retention_erases ON safeguarding.duty FOR DELETE TO diogel_owner
    USING (closed_at < now() - interval '5 years' AND NOT access.is_held(report));
CREATE TRIGGER refuse_held BEFORE DELETE ON safeguarding.duty
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('report');

CREATE FUNCTION safeguarding.due_closed(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(d.closed_at), pg_catalog.count(*) FILTER (WHERE access.is_held(d.report))
      FROM safeguarding.duty d WHERE context.counts_due() AND d.closed_at < before
$$;
CREATE FUNCTION safeguarding.erase_closed(before timestamptz, most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone int;
BEGIN
    PERFORM context.only_task('retention');
    DELETE FROM safeguarding.duty WHERE id IN (
        SELECT d.id FROM safeguarding.duty d
         WHERE d.closed_at < before AND NOT access.is_held(d.report) ORDER BY d.id LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION safeguarding.due_closed(timestamptz), safeguarding.erase_closed(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION safeguarding.due_closed(timestamptz), safeguarding.erase_closed(timestamptz, int) TO diogel_app;
