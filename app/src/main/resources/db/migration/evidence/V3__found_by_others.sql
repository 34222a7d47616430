-- The desk is not the only one who may find that a file may show a child: she herself may, once it is
-- sent, and so may an officer who was given it. Whoever finds it, it is sealed for good.
ALTER TABLE evidence.file ADD COLUMN found_by text CHECK (found_by IN ('DESK', 'HER', 'POLICE'));
ALTER TABLE evidence.file DROP CONSTRAINT file_check;
ALTER TABLE evidence.file
    ADD CHECK (marked_by IS NULL OR marked_at IS NOT NULL),
    -- She has no account.
    ADD CHECK (marked_at IS NULL OR marked_by IS NOT NULL OR found_by IS NOT DISTINCT FROM 'HER'),
    ADD CHECK (found_by IS NULL OR state = 'CHILD');
CREATE POLICY holder_marks ON evidence.file FOR UPDATE
    USING (report = (SELECT context.subject()) AND (SELECT context.second())
        AND state IN ('READY', 'QUARANTINED', 'INFECTED')
        AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report AND r.state <> 'DRAFT'))
    WITH CHECK (report = (SELECT context.subject()) AND state = 'CHILD' AND found_by = 'HER'
        AND marked_by IS NULL AND route IS NULL);
-- An officer sees no report and no other package: what follows from an officer's word is done by work
-- of the system that can do nothing else.
CREATE POLICY found_sees ON evidence.file FOR SELECT
    USING ((SELECT context.is_task('child-found')) AND share);
CREATE POLICY found_marks ON evidence.file FOR UPDATE
    USING ((SELECT context.is_task('child-found')) AND share AND state IN ('READY', 'QUARANTINED'))
    WITH CHECK ((SELECT context.is_task('child-found')) AND state = 'CHILD' AND found_by = 'POLICE'
        AND marked_by IS NOT NULL);
GRANT UPDATE (found_by) ON evidence.file TO diogel_app;
