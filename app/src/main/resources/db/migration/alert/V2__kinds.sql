-- Warnings that come from no report: the police or another body asks members something. They are
-- sealed under a key of their own, and the same two people publish them.

ALTER TABLE alert.alert
    ALTER COLUMN report DROP NOT NULL,
    ALTER COLUMN excerpt_digest DROP NOT NULL,
    ADD COLUMN kind text NOT NULL DEFAULT 'report' CHECK (kind ~ '^[a-z-]{2,30}$'),
    ADD CONSTRAINT alert_from CHECK ((kind = 'report') = (report IS NOT NULL)
        AND (report IS NULL OR excerpt_digest IS NOT NULL));
COMMENT ON TABLE alert.alert IS
    'One row a warning: kind, state, area, audience and times; its text is sealed in alert.content. Retention: its text goes with the report, or a year after it ended where it comes from none; the row is kept for now, six years after it ended once retention is built.';
COMMENT ON TABLE alert.content IS
    'The text of a warning, sealed under the key of its report, or its own. Retention: until the report is erased, or a year after it ended where it comes from none.';
CREATE INDEX alert_own ON alert.alert (ended_at) WHERE report IS NULL;
CREATE POLICY desk_starts_for_others ON alert.alert FOR INSERT WITH CHECK (
    agency = (SELECT context.agency()) AND (SELECT context.has_role('MODERATOR')) AND state = 'DRAFT'
    AND report IS NULL AND kind <> 'report');
CREATE POLICY desk_for_others ON alert.content USING (alert IN (
    SELECT id FROM alert.alert WHERE agency = (SELECT context.agency())
       AND (SELECT context.has_role('MODERATOR')) AND report IS NULL));
CREATE POLICY clock_sees_for_others ON alert.content FOR SELECT USING (
    (SELECT context.is_task('alert-clock')) AND alert IN (
        SELECT id FROM alert.alert WHERE report IS NULL AND ended_at < now() - interval '1 year'));
CREATE POLICY clock_forgets_for_others ON alert.content FOR DELETE USING (
    (SELECT context.is_task('alert-clock')) AND alert IN (
        SELECT id FROM alert.alert WHERE report IS NULL AND ended_at < now() - interval '1 year'));
CREATE POLICY clock_forgets_reasons ON alert.event FOR UPDATE USING (
    (SELECT context.is_task('alert-clock')) AND alert IN (
        SELECT id FROM alert.alert WHERE report IS NULL AND ended_at < now() - interval '1 year'))
    WITH CHECK (note IS NULL);
