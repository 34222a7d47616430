-- Who she is, asked of everybody for counting and of nobody for anything else, is kept apart from what
-- she told: no desk, no officer and no excerpt reads it.

CREATE TABLE report.equality (
    report  uuid PRIMARY KEY REFERENCES report.report ON DELETE CASCADE,
    bytes   bytea NOT NULL
);
COMMENT ON TABLE report.equality IS
    'Her answers about the protected characteristics, sealed under the report''s data key; her own, until counting is built. Retention: as report.report.';
ALTER TABLE report.equality ENABLE ROW LEVEL SECURITY;
ALTER TABLE report.equality FORCE ROW LEVEL SECURITY;
CREATE POLICY holder_reads ON report.equality FOR SELECT USING (
    report = (SELECT context.subject())
    AND ((SELECT context.second())
         OR EXISTS (SELECT 1 FROM report.report r WHERE r.id = report AND r.state = 'DRAFT')));
CREATE POLICY holder_writes ON report.equality FOR INSERT WITH CHECK (
    report = (SELECT context.subject())
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report AND r.state = 'DRAFT'));
CREATE POLICY holder_rewrites ON report.equality FOR UPDATE USING (
    report = (SELECT context.subject())
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report AND r.state = 'DRAFT'));
GRANT SELECT, INSERT, UPDATE ON report.equality TO diogel_app;

ALTER TABLE report.identifier DROP CONSTRAINT identifier_kind_check;
ALTER TABLE report.identifier ADD CONSTRAINT identifier_kind_check
    CHECK (kind IN ('phone', 'email', 'vehicle', 'handle'));

-- What she writes later: more, an answer, or that something is wrong.
ALTER TABLE report.addition ADD COLUMN kind text NOT NULL DEFAULT 'add' CHECK (kind IN ('add', 'answer', 'correct'));

-- Until when the police need it kept: it is not deleted before, and she is told so and until when.
ALTER TABLE report.report ADD COLUMN kept_until timestamptz;
GRANT UPDATE (kept_until) ON report.report TO diogel_app;
