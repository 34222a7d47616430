-- Pictures and files sent with a report. Bytes and words are sealed under the report's own data key;
-- what is readable here is what a list needs. What may show a child can be read by nobody.

CREATE TABLE evidence.file (
    id         uuid PRIMARY KEY,
    report     uuid NOT NULL REFERENCES report.report ON DELETE CASCADE,
    key_id     uuid NOT NULL,
    state      text NOT NULL CHECK (state IN ('READY', 'QUARANTINED', 'INFECTED', 'CHILD', 'WITHHELD')),
    kind       text CHECK (kind IN ('JPEG', 'PNG', 'WEBP', 'HEIC', 'PDF', 'TEXT', 'MP4', 'MOV', 'THREEGP', 'WEBM', 'M4A', 'MP3', 'OGG', 'WAV', 'AMR')),
    size       int NOT NULL CHECK (size >= 0),
    copy_size  int CHECK (copy_size > 0),
    intimate   boolean NOT NULL,
    share      boolean NOT NULL,
    waited     boolean NOT NULL,
    words      bytea,
    at         timestamptz NOT NULL,
    marked_by  uuid,
    marked_at  timestamptz CHECK ((marked_at IS NULL) = (marked_by IS NULL)),
    route      text CHECK (route IN ('police', 'iwf', 'both', 'none')),
    routed_at  timestamptz CHECK ((routed_at IS NULL) = (route IS NULL)),
    UNIQUE (id, report),
    -- One that was not sent has nothing but that.
    CHECK ((state = 'WITHHELD') = (kind IS NULL)),
    CHECK (state <> 'WITHHELD' OR size = 0 AND copy_size IS NULL AND NOT share),
    CHECK (state <> 'CHILD' OR marked_at IS NOT NULL),
    CHECK (route IS NULL OR state = 'CHILD')
);
COMMENT ON TABLE evidence.file IS
    'One row a file: kind, size and how it stands; her words about it sealed under the report''s data key. Retention: as report.report.';
CREATE INDEX file_report ON evidence.file (report, at);
CREATE INDEX file_waits ON evidence.file (at) WHERE state = 'QUARANTINED';
ALTER TABLE evidence.file ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence.file FORCE ROW LEVEL SECURITY;
-- Whoever holds her phone may hold her code: once it is sent, even the list needs the second secret.
CREATE POLICY holder_sees ON evidence.file FOR SELECT USING (
    report = (SELECT context.subject())
    AND ((SELECT context.second())
         OR EXISTS (SELECT 1 FROM report.report r WHERE r.id = report AND r.state = 'DRAFT')));
CREATE POLICY holder_adds ON evidence.file FOR INSERT WITH CHECK (
    report = (SELECT context.subject()) AND state IN ('READY', 'QUARANTINED', 'WITHHELD')
    AND key_id IN (SELECT r.key_id FROM report.report r WHERE r.id = report)
    AND route IS NULL AND marked_at IS NULL);
CREATE POLICY holder_removes ON evidence.file FOR DELETE USING (
    report = (SELECT context.subject())
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report AND r.state = 'DRAFT'));
CREATE POLICY desk_sees ON evidence.file FOR SELECT USING (
    (SELECT context.kind()) = 'person'
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report
        AND (r.state IN ('SENT', 'CLOSED') OR (SELECT context.has_role('SAFEGUARDING_LEAD')))));
-- The desk changes one thing only, for good: that it may show a child, and who was told.
CREATE POLICY desk_marks ON evidence.file FOR UPDATE
    USING (
        (SELECT context.kind()) = 'person' AND state <> 'WITHHELD'
        AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report
            AND (r.state IN ('SENT', 'CLOSED') OR (SELECT context.has_role('SAFEGUARDING_LEAD')))))
    WITH CHECK (state = 'CHILD');
CREATE POLICY scan_sees ON evidence.file FOR SELECT
    USING ((SELECT context.is_task('scan-files')) AND waited);
CREATE POLICY scan_answers ON evidence.file FOR UPDATE
    USING ((SELECT context.is_task('scan-files')) AND state = 'QUARANTINED')
    WITH CHECK ((SELECT context.is_task('scan-files')) AND state IN ('READY', 'INFECTED'));
-- For the function below, which answers one narrow question.
CREATE POLICY functions_look_up ON evidence.file FOR SELECT TO diogel_owner USING (true);

CREATE TABLE evidence.piece (
    file    uuid NOT NULL,
    report  uuid NOT NULL,
    copy    boolean NOT NULL,
    number  int NOT NULL CHECK (number >= 0),
    bytes   bytea NOT NULL,
    PRIMARY KEY (file, copy, number),
    FOREIGN KEY (file, report) REFERENCES evidence.file (id, report) ON DELETE CASCADE
);
COMMENT ON TABLE evidence.piece IS
    'The bytes of files, as they came and as a copy without hidden facts, in pieces sealed under the report''s data key. Retention: as report.report.';
ALTER TABLE evidence.piece ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE evidence.piece ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence.piece FORCE ROW LEVEL SECURITY;
-- She has the file herself: nobody reads it back with her code, nor with both secrets.
CREATE POLICY holder_adds ON evidence.piece FOR INSERT WITH CHECK (report = (SELECT context.subject()));
CREATE POLICY desk_reads ON evidence.piece FOR SELECT USING (
    (SELECT context.kind()) = 'person'
    AND EXISTS (SELECT 1 FROM evidence.file f WHERE f.id = file AND f.state = 'READY'));
CREATE POLICY scan_reads ON evidence.piece FOR SELECT USING (
    (SELECT context.is_task('scan-files'))
    AND EXISTS (SELECT 1 FROM evidence.file f WHERE f.id = file AND f.state = 'QUARANTINED'));

-- How much the holder of a code has sent: asked before more is taken, also where she may not see it.
CREATE FUNCTION evidence.sent(OUT files bigint, OUT bytes bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF context.subject() IS NULL THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    SELECT count(*), coalesce(sum(f.size), 0) INTO files, bytes
      FROM evidence.file f WHERE f.report = context.subject();
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA evidence FROM PUBLIC;
GRANT USAGE ON SCHEMA evidence TO diogel_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA evidence TO diogel_app;
GRANT SELECT, INSERT, DELETE ON evidence.file TO diogel_app;
GRANT UPDATE (state, marked_by, marked_at, route, routed_at) ON evidence.file TO diogel_app;
GRANT SELECT, INSERT ON evidence.piece TO diogel_app;
