-- Who got a warning from hand to hand has to hear when it is corrected or no longer counts, as members
-- do. The agency and the recipient stand here too: they are told also when the report, and every look
-- at it, is gone.

CREATE TABLE liaison.afterword (
    id          uuid PRIMARY KEY,
    package     uuid NOT NULL REFERENCES liaison.package,
    report      uuid NOT NULL,
    agency      uuid NOT NULL REFERENCES access.agency,
    reference   text NOT NULL,
    recipient   text NOT NULL,
    what        text NOT NULL CHECK (what IN ('corrected', 'withdrawn', 'expired')),
    correction  uuid CHECK ((correction IS NOT NULL) = (what = 'corrected')),
    version     int NOT NULL DEFAULT 1,
    since       timestamptz NOT NULL,
    taken_at    timestamptz,
    told_on     date CHECK (told_on IS NULL OR taken_at IS NOT NULL),
    told_how    text CHECK (told_how IN ('in-person', 'post', 'secure-mail', 'their-page', 'telephone')),
    CHECK ((told_on IS NULL) = (told_how IS NULL))
);
COMMENT ON TABLE liaison.afterword IS
    'Who has to be told, or was told, that a warning they got by hand was corrected or no longer counts; no words. Retention: kept for now, as liaison.package.';
-- Nobody is told what is no longer so: the newest takes the place of what was not said yet.
CREATE UNIQUE INDEX afterword_open ON liaison.afterword (package) WHERE told_on IS NULL;
CREATE INDEX afterword_desk ON liaison.afterword (agency) WHERE told_on IS NULL;
CREATE INDEX afterword_correction ON liaison.afterword (correction) WHERE correction IS NOT NULL;
CREATE INDEX package_warning ON liaison.package (warning) WHERE warning IS NOT NULL;
ALTER TABLE liaison.afterword ENABLE ROW LEVEL SECURITY;
ALTER TABLE liaison.afterword FORCE ROW LEVEL SECURITY;
CREATE POLICY desk ON liaison.afterword FOR SELECT USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD')));
CREATE POLICY desk_tells ON liaison.afterword FOR UPDATE USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD')));
CREATE POLICY desk_drops ON liaison.afterword FOR DELETE USING (
    agency = (SELECT context.agency()) AND told_on IS NULL
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER')));
-- Written by whoever ends a warning: somebody of the desk, she herself, time, or what erases a report.
CREATE POLICY written_as_it_ends ON liaison.afterword FOR INSERT WITH CHECK (
    told_on IS NULL
    AND package IN (SELECT p.id FROM liaison.package p
        WHERE p.choice = 'WARNING' AND p.state IN ('PRINTED', 'HANDED')
          AND p.report = afterword.report AND p.agency = afterword.agency)
    AND ((SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
        OR report = (SELECT context.subject())
        OR (SELECT context.is_task('alert-clock') OR context.is_task('sweep'))));
CREATE POLICY holder_sees ON liaison.afterword FOR SELECT USING (report = (SELECT context.subject()));
CREATE POLICY tasks_see ON liaison.afterword FOR SELECT USING (
    (SELECT context.is_task('alert-clock') OR context.is_task('sweep')));
CREATE POLICY changed_as_it_ends ON liaison.afterword FOR UPDATE
    USING (told_on IS NULL AND (report = (SELECT context.subject())
        OR (SELECT context.is_task('alert-clock') OR context.is_task('sweep'))))
    WITH CHECK (told_on IS NULL AND taken_at IS NULL);
-- What still waits to be handed over is taken back with its warning; of the rest the desk is told.
CREATE POLICY ends_with_its_warning ON liaison.package FOR UPDATE
    USING (choice = 'WARNING' AND (report = (SELECT context.subject())
        OR (SELECT context.is_task('alert-clock') OR context.is_task('sweep'))))
    WITH CHECK (choice = 'WARNING' AND (state = 'TAKEN_BACK' OR desk_news));

GRANT SELECT, INSERT, DELETE ON liaison.afterword TO diogel_app;
GRANT UPDATE (what, correction, version, since, taken_at, told_on, told_how) ON liaison.afterword TO diogel_app;
