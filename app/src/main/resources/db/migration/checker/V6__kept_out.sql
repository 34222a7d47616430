-- Whoever is kept out of a report finds nothing of it.
CREATE POLICY kept_out ON checker.entry AS RESTRICTIVE USING (
    NOT EXISTS (SELECT 1 FROM access.kept_out k
        WHERE k.subject = entry.report AND k.ended_at IS NULL
          AND k.party IN ((SELECT context.agency()), (SELECT context.account()))));
