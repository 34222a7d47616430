-- Whoever is kept out of a report is kept out of the warnings drawn from it.
CREATE POLICY kept_out ON alert.alert AS RESTRICTIVE USING (
    report IS NULL OR NOT EXISTS (SELECT 1 FROM access.kept_out k
        WHERE k.subject = alert.report AND k.ended_at IS NULL
          AND k.party IN ((SELECT context.agency()), (SELECT context.account()))));
