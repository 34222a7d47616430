-- Files that go with a package. Nothing is copied: whoever opened the package opens the file where it
-- lies, and no longer than both are open.
CREATE TABLE liaison.file (
    package  uuid NOT NULL REFERENCES liaison.package,
    file     uuid NOT NULL,
    PRIMARY KEY (package, file)
);
COMMENT ON TABLE liaison.file IS
    'Which files of a report may be opened with a package. Retention: kept for now, as liaison.package.';
CREATE INDEX file_file ON liaison.file (file);
ALTER TABLE liaison.file ENABLE ROW LEVEL SECURITY;
ALTER TABLE liaison.file FORCE ROW LEVEL SECURITY;
-- Only what she said may go, of the report the package is drawn from.
CREATE POLICY desk_puts ON liaison.file FOR INSERT WITH CHECK (EXISTS (
    SELECT 1 FROM liaison.package p
     WHERE p.id = package AND p.choice = 'POLICE'
       AND p.agency = (SELECT context.agency())
       AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER'))
       AND (SELECT evidence.may_go(file, p.report))));
-- As liaison.content: only who opened it, and nobody any more once she asked for it back.
CREATE POLICY officers_see ON liaison.file FOR SELECT USING (
    (SELECT context.has_role('POLICE_LIAISON'))
    AND package IN (SELECT id FROM liaison.package
        WHERE receiver = (SELECT context.agency()) AND state = 'OPENED' AND asked_back_at IS NULL));
GRANT SELECT, INSERT ON liaison.file TO diogel_app;

-- What may show somebody under 18, or could harm a computer, is not there for them.
CREATE POLICY officers_see ON evidence.file FOR SELECT USING (
    (SELECT context.has_role('POLICE_LIAISON'))
    AND share AND state IN ('READY', 'QUARANTINED')
    AND id IN (SELECT f.file FROM liaison.file f));
-- The copy without hidden facts, and the file as it came only where there is none.
CREATE POLICY officers_read ON evidence.piece FOR SELECT USING (
    (SELECT context.has_role('POLICE_LIAISON'))
    AND EXISTS (SELECT 1 FROM evidence.file f
        WHERE f.id = piece.file AND f.share AND f.state = 'READY'
          AND piece.copy = (f.copy_size IS NOT NULL)
          AND f.id IN (SELECT l.file FROM liaison.file l)));
