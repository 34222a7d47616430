-- Somebody who was given a file of a report says that it may show a child: the report goes to the
-- safeguarding lead. Nothing else can be done with it by this work of the system.
CREATE POLICY found_sees ON report.report FOR SELECT
    USING ((SELECT context.is_task('child-found')) AND state <> 'DRAFT');
CREATE POLICY found_calls ON report.report FOR UPDATE
    USING ((SELECT context.is_task('child-found')) AND state <> 'DRAFT')
    WITH CHECK ((SELECT context.is_task('child-found')) AND state = 'WAITING');
CREATE POLICY found_notes ON report.event FOR INSERT WITH CHECK (
    (SELECT context.is_task('child-found')) AND what = 'passed'
    AND report IN (SELECT r.id FROM report.report r));
