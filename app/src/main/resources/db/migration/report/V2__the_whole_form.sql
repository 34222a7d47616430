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

-- A worker who signed in told it for somebody: the worker's project and account. Her own code comes
-- later, when she is reached; the worker's has no second secret and so never widens what is shared.
ALTER TABLE report.report ADD COLUMN teller_agency uuid REFERENCES access.agency;
ALTER TABLE report.report ADD COLUMN teller uuid CHECK ((teller IS NULL) = (teller_agency IS NULL));

CREATE TABLE report.own_code (
    report    uuid PRIMARY KEY REFERENCES report.report ON DELETE CASCADE,
    code_mac  bytea NOT NULL UNIQUE CHECK (octet_length(code_mac) = 32),
    given_by  uuid NOT NULL,
    given_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE report.own_code IS
    'The code of the person it happened to, where a worker told it: she alone can set a second secret with it. Retention: as report.report.';
ALTER TABLE report.own_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE report.own_code FORCE ROW LEVEL SECURITY;
CREATE POLICY desk_gives ON report.own_code FOR INSERT WITH CHECK (
    (SELECT context.kind()) = 'person' AND given_by = (SELECT context.account())
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report AND r.teller IS NOT NULL AND r.state <> 'DRAFT'));
CREATE POLICY desk_sees ON report.own_code FOR SELECT USING (
    (SELECT context.kind()) = 'person' AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report));
CREATE POLICY holder_sees ON report.own_code FOR SELECT USING (report = (SELECT context.subject()));
CREATE POLICY functions_look_up ON report.own_code FOR SELECT TO diogel_owner USING (true);
GRANT SELECT, INSERT ON report.own_code TO diogel_app;

CREATE OR REPLACE FUNCTION report.find_by_code(mac bytea) RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT context.is_task('find-code') THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    RETURN coalesce(
        (SELECT r.id FROM report.report r WHERE r.code_mac = mac),
        (SELECT o.report FROM report.own_code o WHERE o.code_mac = mac));
END
$$;
