-- An officer's word that a file may show a child takes its report to the safeguarding lead: what nobody
-- has got yet is taken back, and whoever got a warning by hand is to be told.
CREATE POLICY found_stops ON liaison.package FOR UPDATE
    USING ((SELECT context.is_task('child-found')))
    WITH CHECK (state = 'TAKEN_BACK' OR choice = 'WARNING' AND desk_news);
ALTER POLICY written_as_it_ends ON liaison.afterword WITH CHECK (
    told_on IS NULL
    AND package IN (SELECT p.id FROM liaison.package p
        WHERE p.choice = 'WARNING' AND p.state IN ('PRINTED', 'HANDED')
          AND p.report = afterword.report AND p.agency = afterword.agency)
    AND ((SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
        OR report = (SELECT context.subject())
        OR (SELECT context.is_task('alert-clock') OR context.is_task('sweep') OR context.is_task('child-found'))));
ALTER POLICY tasks_see ON liaison.afterword USING (
    (SELECT context.is_task('alert-clock') OR context.is_task('sweep') OR context.is_task('child-found')));
ALTER POLICY changed_as_it_ends ON liaison.afterword
    USING (told_on IS NULL AND (report = (SELECT context.subject())
        OR (SELECT context.is_task('alert-clock') OR context.is_task('sweep') OR context.is_task('child-found'))));
