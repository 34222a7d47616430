-- A report is told in any language there is a pack of.

ALTER TABLE report.report DROP CONSTRAINT report_language_check;
ALTER TABLE report.report ADD CONSTRAINT report_language_check
    CHECK (language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$');
