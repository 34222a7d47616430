-- What people tell us. Content lies in report.sealed and report.addition, sealed under the report's
-- own data key, which is kept apart from this database; what is readable here is what a queue needs.
-- A draft belongs to the holder of its code alone. A sent report is seen by the desk it went to.

CREATE TABLE report.report (
    id           uuid PRIMARY KEY,
    reference    text NOT NULL UNIQUE CHECK (reference ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
    state        text NOT NULL CHECK (state IN ('DRAFT', 'WAITING', 'HELD', 'SENT', 'CLOSED')),
    agency       uuid REFERENCES access.agency CHECK ((agency IS NULL) = (state = 'DRAFT')),
    key_id       uuid NOT NULL UNIQUE,
    code_mac     bytea NOT NULL UNIQUE CHECK (octet_length(code_mac) = 32),
    second_hash  text CHECK (second_hash IS NULL OR state <> 'DRAFT'),
    severity     text CHECK (severity IN ('DANGEROUS', 'RISKY', 'NUISANCE')),
    region       text CHECK (region IN ('SOUTH_WALES', 'GWENT', 'DYFED_POWYS', 'NORTH_WALES', 'OUTSIDE_WALES')),
    language     text NOT NULL CHECK (language IN ('en', 'cy')),
    child        text CHECK (child IN ('YES', 'NO', 'UNSURE', 'UNANSWERED')),
    life         text CHECK (life IN ('YES', 'NO', 'UNSURE', 'UNANSWERED')),
    screened_at  timestamptz,
    created_at   timestamptz NOT NULL,
    touched_at   timestamptz NOT NULL,
    sent_at      timestamptz CHECK ((sent_at IS NULL) = (state = 'DRAFT')),
    due_at       timestamptz,
    alarmed_at   timestamptz,
    first_opened timestamptz,
    untold       boolean NOT NULL DEFAULT false,
    late_told    boolean NOT NULL DEFAULT false,
    stopped_at   timestamptz CHECK (stopped_at IS NULL OR state <> 'DRAFT'),
    closed_at    timestamptz CHECK ((closed_at IS NULL) = (state <> 'CLOSED')),
    erase_after  timestamptz CHECK (erase_after IS NULL OR state <> 'DRAFT'),
    send_key     uuid,
    body_mac     bytea CHECK (octet_length(body_mac) = 32),
    version      int NOT NULL DEFAULT 0
);
COMMENT ON TABLE report.report IS
    'One row a report: state, clock and where its content is sealed. Retention: drafts 30 days after they were last touched; sent reports until she has them erased, or six years after they are closed.';
CREATE INDEX report_agency ON report.report (agency, state, due_at);
CREATE INDEX report_drafts ON report.report (touched_at) WHERE state = 'DRAFT';
CREATE INDEX report_erasing ON report.report (erase_after) WHERE erase_after IS NOT NULL;
CREATE INDEX report_closed ON report.report (closed_at) WHERE state = 'CLOSED';
CREATE INDEX report_waiting ON report.report (alarmed_at) WHERE state = 'WAITING';
CREATE INDEX report_untold ON report.report (agency) WHERE untold;
CREATE INDEX report_late ON report.report (due_at) WHERE state = 'SENT' AND first_opened IS NULL AND NOT late_told;
ALTER TABLE report.report ENABLE ROW LEVEL SECURITY;
ALTER TABLE report.report FORCE ROW LEVEL SECURITY;
CREATE POLICY holder_sees ON report.report FOR SELECT USING (id = (SELECT context.subject()));
CREATE POLICY holder_starts ON report.report FOR INSERT
    WITH CHECK (id = (SELECT context.subject()) AND state = 'DRAFT');
CREATE POLICY holder_changes ON report.report FOR UPDATE
    USING (id = (SELECT context.subject())) WITH CHECK (id = (SELECT context.subject()));
-- Only a draft goes at once; what was sent waits seven quiet days and is erased by the sweep.
CREATE POLICY holder_throws_away ON report.report FOR DELETE
    USING (id = (SELECT context.subject()) AND state = 'DRAFT');
CREATE POLICY desk_sees ON report.report FOR SELECT USING (
    agency = (SELECT context.agency()) AND state <> 'DRAFT'
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND id IN (SELECT subject FROM access.live WHERE subject_kind = 'report'));
CREATE POLICY desk_changes ON report.report FOR UPDATE USING (
    agency = (SELECT context.agency()) AND state <> 'DRAFT'
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND id IN (SELECT subject FROM access.live WHERE subject_kind = 'report'));
CREATE POLICY sweep_sees ON report.report FOR SELECT
    USING ((SELECT context.is_task('sweep')) AND (state IN ('DRAFT', 'CLOSED') OR erase_after IS NOT NULL));
CREATE POLICY sweep_erases ON report.report FOR DELETE
    USING ((SELECT context.is_task('sweep')) AND (state IN ('DRAFT', 'CLOSED') OR erase_after IS NOT NULL));
CREATE POLICY alarm_sees ON report.report FOR SELECT
    USING ((SELECT context.is_task('alarm') OR context.is_task('outbox')) AND state = 'WAITING');
CREATE POLICY alarm_notes ON report.report FOR UPDATE
    USING ((SELECT context.is_task('alarm')) AND state = 'WAITING');
-- Tells the desk that something arrived, was added or is late; it sees how a report stands, no words.
CREATE POLICY desk_news_sees ON report.report FOR SELECT
    USING ((SELECT context.is_task('desk-news')) AND state <> 'DRAFT');
CREATE POLICY desk_news_notes ON report.report FOR UPDATE
    USING ((SELECT context.is_task('desk-news')) AND state <> 'DRAFT');
-- For the three functions below, which answer one narrow question each.
CREATE POLICY functions_look_up ON report.report FOR SELECT TO diogel_owner USING (true);

CREATE TABLE report.sealed (
    report  uuid NOT NULL REFERENCES report.report ON DELETE CASCADE,
    part    text NOT NULL CHECK (part IN ('answers', 'narrative', 'identifiers', 'contact')),
    bytes   bytea NOT NULL,
    PRIMARY KEY (report, part)
);
COMMENT ON TABLE report.sealed IS
    'What she told, in four parts sealed apart under the report''s data key. Retention: as report.report.';
ALTER TABLE report.sealed ENABLE ROW LEVEL SECURITY;
ALTER TABLE report.sealed FORCE ROW LEVEL SECURITY;
-- Whoever holds her phone may hold her code: once it is sent, reading needs the second secret.
CREATE POLICY holder_reads ON report.sealed FOR SELECT USING (
    report = (SELECT context.subject())
    AND ((SELECT context.second())
         OR EXISTS (SELECT 1 FROM report.report r WHERE r.id = report AND r.state = 'DRAFT')));
CREATE POLICY holder_writes ON report.sealed FOR INSERT WITH CHECK (
    report = (SELECT context.subject())
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report AND r.state = 'DRAFT'));
CREATE POLICY holder_rewrites ON report.sealed FOR UPDATE USING (
    report = (SELECT context.subject())
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report AND r.state = 'DRAFT'));
-- What waits for the safeguarding lead is read by the safeguarding lead alone.
CREATE POLICY desk_reads ON report.sealed FOR SELECT USING (
    (SELECT context.kind()) = 'person'
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report
        AND (r.state IN ('SENT', 'CLOSED') OR (SELECT context.has_role('SAFEGUARDING_LEAD')))));

CREATE TABLE report.identifier (
    report    uuid NOT NULL REFERENCES report.report ON DELETE CASCADE,
    kind      text NOT NULL CHECK (kind IN ('phone', 'email', 'vehicle')),
    possible  boolean NOT NULL,
    tag       bytea NOT NULL CHECK (octet_length(tag) = 32),
    PRIMARY KEY (report, kind, possible, tag)
);
COMMENT ON TABLE report.identifier IS
    'Keyed hashes of phones, addresses and plates that were told, equal when the things are (possible: when they look alike). Retention: as report.report.';
CREATE INDEX identifier_tag ON report.identifier (tag);
ALTER TABLE report.identifier ENABLE ROW LEVEL SECURITY;
ALTER TABLE report.identifier FORCE ROW LEVEL SECURITY;
CREATE POLICY holder_writes ON report.identifier FOR INSERT WITH CHECK (report = (SELECT context.subject()));
CREATE POLICY desk_reads ON report.identifier FOR SELECT USING (
    (SELECT context.kind()) = 'person'
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report
        AND (r.state IN ('SENT', 'CLOSED') OR (SELECT context.has_role('SAFEGUARDING_LEAD')))));

CREATE TABLE report.addition (
    id       uuid PRIMARY KEY,
    report   uuid NOT NULL REFERENCES report.report ON DELETE CASCADE,
    author   text NOT NULL CHECK (author IN ('holder', 'desk', 'note')),
    account  uuid CHECK ((account IS NULL) = (author = 'holder')),
    bytes    bytea NOT NULL,
    at       timestamptz NOT NULL,
    read_at  timestamptz
);
COMMENT ON TABLE report.addition IS
    'What she added later, messages of the desk to her, and the desk''s reasons; sealed under the report''s data key. Retention: as report.report.';
CREATE INDEX addition_report ON report.addition (report, at);
CREATE INDEX addition_unread ON report.addition (report) WHERE author = 'holder' AND read_at IS NULL;
ALTER TABLE report.addition ENABLE ROW LEVEL SECURITY;
ALTER TABLE report.addition FORCE ROW LEVEL SECURITY;
CREATE POLICY holder_reads_messages ON report.addition FOR SELECT USING (
    report = (SELECT context.subject())
    AND (author = 'desk' OR (author = 'holder' AND (SELECT context.second()))));
CREATE POLICY holder_adds ON report.addition FOR INSERT
    WITH CHECK (report = (SELECT context.subject()) AND author = 'holder');
CREATE POLICY holder_has_read ON report.addition FOR UPDATE
    USING (report = (SELECT context.subject()) AND author = 'desk');
CREATE POLICY desk_reads ON report.addition FOR SELECT USING (
    (SELECT context.kind()) = 'person'
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report
        AND (r.state IN ('SENT', 'CLOSED') OR (SELECT context.has_role('SAFEGUARDING_LEAD')))));
CREATE POLICY desk_writes ON report.addition FOR INSERT WITH CHECK (
    author IN ('desk', 'note') AND account = (SELECT context.account())
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report
        AND (r.state IN ('SENT', 'CLOSED') OR (SELECT context.has_role('SAFEGUARDING_LEAD')))));
CREATE POLICY desk_has_read ON report.addition FOR UPDATE USING (
    (SELECT context.kind()) = 'person' AND author = 'holder'
    AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report
        AND (r.state IN ('SENT', 'CLOSED') OR (SELECT context.has_role('SAFEGUARDING_LEAD')))));
CREATE POLICY functions_look_up ON report.addition FOR SELECT TO diogel_owner USING (true);

CREATE TABLE report.event (
    number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    report  uuid NOT NULL REFERENCES report.report ON DELETE CASCADE,
    what    text NOT NULL CHECK (what ~ '^[a-z-]{2,30}$'),
    at      timestamptz NOT NULL
);
COMMENT ON TABLE report.event IS
    'What became of a report and when, without content: what she is shown as its state. Retention: as report.report.';
CREATE INDEX event_report ON report.event (report, number);
ALTER TABLE report.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE report.event FORCE ROW LEVEL SECURITY;
CREATE POLICY holder_of_the_code ON report.event
    USING (report = (SELECT context.subject())) WITH CHECK (report = (SELECT context.subject()));
CREATE POLICY desk ON report.event USING (
    (SELECT context.kind()) = 'person' AND EXISTS (SELECT 1 FROM report.report r WHERE r.id = report));

CREATE TABLE report.gone (
    key_id  uuid PRIMARY KEY,
    at      timestamptz NOT NULL
);
COMMENT ON TABLE report.gone IS
    'Data keys whose report is erased and that are to be destroyed: written with the erasure, so that a crash in between forgets none. Retention: minutes, until the key is destroyed.';
ALTER TABLE report.gone ENABLE ROW LEVEL SECURITY;
ALTER TABLE report.gone FORCE ROW LEVEL SECURITY;
CREATE POLICY sweep ON report.gone
    USING ((SELECT context.is_task('sweep'))) WITH CHECK ((SELECT context.is_task('sweep')));
CREATE POLICY holder_throws_away ON report.gone FOR INSERT WITH CHECK (
    key_id IN (SELECT key_id FROM report.report WHERE id = (SELECT context.subject()) AND state = 'DRAFT'));

-- The report of one code, by the keyed hash of it; nothing can be listed with it.
CREATE FUNCTION report.find_by_code(mac bytea) RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT context.is_task('find-code') THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    RETURN (SELECT r.id FROM report.report r WHERE r.code_mac = mac);
END
$$;

-- Which of these keys no report names: left by a transaction that never committed.
CREATE FUNCTION report.unnamed_keys(keys uuid[]) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT context.is_task('sweep') THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    RETURN QUERY SELECT k FROM pg_catalog.unnest(keys) AS u(k)
        WHERE NOT EXISTS (SELECT 1 FROM report.report r WHERE r.key_id = k);
END
$$;

-- Whether anything lies unread at a desk: with its moderators, or (held) with its safeguarding lead.
CREATE FUNCTION report.desk_waits(desk uuid, held boolean) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT context.is_task('outbox') THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    RETURN EXISTS (SELECT 1 FROM report.report r
         WHERE r.agency = desk AND r.erase_after IS NULL AND r.first_opened IS NULL
           AND r.state = CASE WHEN held THEN 'WAITING' ELSE 'SENT' END)
        OR EXISTS (SELECT 1 FROM report.report r JOIN report.addition a ON a.report = r.id
         WHERE r.agency = desk AND r.erase_after IS NULL
           AND (r.state IN ('WAITING', 'HELD')) = held
           AND a.author = 'holder' AND a.read_at IS NULL);
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA report FROM PUBLIC;
GRANT USAGE ON SCHEMA report TO diogel_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA report TO diogel_app;
GRANT SELECT, INSERT, DELETE ON report.report TO diogel_app;
GRANT UPDATE (state, agency, second_hash, severity, region, language, child, life, screened_at, touched_at, sent_at,
    due_at, alarmed_at, first_opened, untold, late_told, stopped_at, closed_at, erase_after, send_key, body_mac, version)
    ON report.report TO diogel_app;
GRANT SELECT, INSERT, UPDATE ON report.sealed TO diogel_app;
GRANT SELECT, INSERT ON report.identifier, report.event TO diogel_app;
GRANT SELECT, INSERT ON report.addition TO diogel_app;
GRANT UPDATE (read_at) ON report.addition TO diogel_app;
GRANT SELECT, INSERT, DELETE ON report.gone TO diogel_app;
