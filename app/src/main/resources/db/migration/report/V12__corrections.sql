-- What she says is wrong gets an answer: it was mended, or her view stands beside what we hold. Neither takes
-- away what was there before.
CREATE TABLE report.correction (
    addition  uuid PRIMARY KEY REFERENCES report.addition ON DELETE CASCADE,
    report    uuid NOT NULL REFERENCES report.report ON DELETE CASCADE,
    outcome   text NOT NULL CHECK (outcome IN ('mended', 'beside')),
    answer    uuid NOT NULL REFERENCES report.addition ON DELETE CASCADE,
    account   uuid NOT NULL,
    at        timestamptz NOT NULL
);
COMMENT ON TABLE report.correction IS
    'What was done about something she said is wrong, and which message answers it. Retention: as report.report.';
CREATE INDEX correction_report ON report.correction (report);
ALTER TABLE report.correction ENABLE ROW LEVEL SECURITY;
ALTER TABLE report.correction FORCE ROW LEVEL SECURITY;
CREATE POLICY holder_reads ON report.correction FOR SELECT USING (
    report = (SELECT context.subject()) AND (SELECT context.second()));
CREATE POLICY desk_reads ON report.correction FOR SELECT USING (
    (SELECT context.kind()) = 'person' AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = correction.report
        AND (r.state IN ('SENT', 'CLOSED') OR (SELECT context.has_role('SAFEGUARDING_LEAD')))));
CREATE POLICY desk_answers ON report.correction FOR INSERT WITH CHECK (
    account = (SELECT context.account())
    AND EXISTS (SELECT 1 FROM report.addition a WHERE a.id = correction.addition AND a.report = correction.report
        AND a.author = 'holder' AND a.kind = 'correct')
    AND EXISTS (SELECT 1 FROM report.addition a WHERE a.id = correction.answer AND a.report = correction.report
        AND a.author = 'desk'));
CREATE TRIGGER refuse_held BEFORE DELETE ON report.correction
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('report');
GRANT SELECT, INSERT ON report.correction TO diogel_app;
