-- When a file was first saved by whoever it was given to: she is told what has gone.
ALTER TABLE liaison.file ADD COLUMN taken_at timestamptz;
CREATE POLICY officers_take ON liaison.file FOR UPDATE
    USING ((SELECT context.has_role('POLICE_LIAISON')) AND taken_at IS NULL
        AND package IN (SELECT id FROM liaison.package
            WHERE receiver = (SELECT context.agency()) AND state = 'OPENED' AND asked_back_at IS NULL))
    WITH CHECK (taken_at IS NOT NULL);
-- Whoever holds her phone may hold her code: files are told of with the second secret alone.
CREATE POLICY holder_sees ON liaison.file FOR SELECT USING (
    (SELECT context.second())
    AND package IN (SELECT id FROM liaison.package WHERE report = (SELECT context.subject())));
GRANT UPDATE (taken_at) ON liaison.file TO diogel_app;
