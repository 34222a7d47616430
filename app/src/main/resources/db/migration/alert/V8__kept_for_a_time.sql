COMMENT ON TABLE alert.alert IS
    'One row a warning: kind, state, area, audience and times; its text is sealed in alert.content. Retention: its text goes with the report, or a year after it ended where it comes from none; the row six years after it ended.';
COMMENT ON TABLE alert.event IS
    'What was done to a warning, by whom, when; a reason is sealed under the key of the report. Retention: reasons until the report is erased; the rest as alert.alert.';
COMMENT ON TABLE alert.approval IS
    'Who agreed to publish a warning, when, and whether alone in an emergency. Retention: as alert.alert.';
COMMENT ON TABLE alert.reading IS
    'Which member opened a warning first when; told when it no longer counts, and otherwise only counted, from five agencies on. Retention: as alert.alert.';

ALTER TABLE alert.alert DROP CONSTRAINT alert_corrects_fkey,
    ADD CONSTRAINT alert_corrects_fkey FOREIGN KEY (corrects) REFERENCES alert.alert ON DELETE SET NULL;
ALTER TABLE alert.content DROP CONSTRAINT content_alert_fkey,
    ADD CONSTRAINT content_alert_fkey FOREIGN KEY (alert) REFERENCES alert.alert ON DELETE CASCADE;
ALTER TABLE alert.event DROP CONSTRAINT event_alert_fkey,
    ADD CONSTRAINT event_alert_fkey FOREIGN KEY (alert) REFERENCES alert.alert ON DELETE CASCADE;
ALTER TABLE alert.approval DROP CONSTRAINT approval_alert_fkey,
    ADD CONSTRAINT approval_alert_fkey FOREIGN KEY (alert) REFERENCES alert.alert ON DELETE CASCADE;
ALTER TABLE alert.reading DROP CONSTRAINT reading_alert_fkey,
    ADD CONSTRAINT reading_alert_fkey FOREIGN KEY (alert) REFERENCES alert.alert ON DELETE CASCADE;

CREATE POLICY retention_looks ON alert.alert FOR SELECT TO diogel_owner USING (true);
CREATE POLICY retention_erases ON alert.alert FOR DELETE TO diogel_owner
    USING (ended_at < now() - interval '5 years' AND NOT access.is_held(report));
CREATE TRIGGER refuse_held BEFORE DELETE ON alert.alert
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('report');

CREATE FUNCTION alert.due_ended(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(a.ended_at), pg_catalog.count(*) FILTER (WHERE access.is_held(a.report))
      FROM alert.alert a WHERE context.counts_due() AND a.ended_at < before
$$;
CREATE FUNCTION alert.erase_ended(before timestamptz, most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone int;
BEGIN
    PERFORM context.only_task('retention');
    DELETE FROM alert.alert WHERE id IN (
        SELECT a.id FROM alert.alert a
         WHERE a.ended_at < before AND NOT access.is_held(a.report) ORDER BY a.id LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION alert.due_ended(timestamptz), alert.erase_ended(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION alert.due_ended(timestamptz), alert.erase_ended(timestamptz, int) TO diogel_app;
