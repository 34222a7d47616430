-- An officer's word that a file may show a child takes back the warnings of its report as well.
CREATE POLICY found_stops ON alert.alert FOR UPDATE
    USING ((SELECT context.is_task('child-found')))
    WITH CHECK (state = 'WITHDRAWN');
