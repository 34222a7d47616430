-- Whoever is kept out of a report is kept out of what goes because of it.
CREATE POLICY kept_out ON liaison.package AS RESTRICTIVE USING (
    NOT EXISTS (SELECT 1 FROM access.kept_out k
        WHERE k.subject = package.report AND k.ended_at IS NULL
          AND k.party IN ((SELECT context.agency()), (SELECT context.account()))));
CREATE POLICY kept_out ON liaison.afterword AS RESTRICTIVE USING (
    NOT EXISTS (SELECT 1 FROM access.kept_out k
        WHERE k.subject = afterword.report AND k.ended_at IS NULL
          AND k.party IN ((SELECT context.agency()), (SELECT context.account()))));
