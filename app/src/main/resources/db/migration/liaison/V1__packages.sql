-- What she chose to give to the police and to others outside. A package is what one recipient gets of
-- one report: exactly the excerpt she was shown, sealed under the data key of the report, so that
-- nobody can read it here once the report is erased. What is readable is what lists need: severity,
-- region and hate are taken from that excerpt and from nothing else.

CREATE TABLE liaison.receiver (
    recipient  text PRIMARY KEY CHECK (recipient IN (
                   'police-south-wales', 'police-gwent', 'police-dyfed-powys', 'police-north-wales',
                   'intelligence-south-wales', 'intelligence-gwent', 'intelligence-dyfed-powys',
                   'intelligence-north-wales')),
    agency     uuid NOT NULL REFERENCES access.agency
);
COMMENT ON TABLE liaison.receiver IS
    'Which police force of the partnership receives here what is for whom; others get it by hand. Retention: while the force belongs to the partnership.';
ALTER TABLE liaison.receiver ENABLE ROW LEVEL SECURITY;
ALTER TABLE liaison.receiver FORCE ROW LEVEL SECURITY;
CREATE POLICY known_to_staff ON liaison.receiver FOR SELECT USING ((SELECT context.kind()) IN ('person', 'task'));
CREATE POLICY made_by_set_up ON liaison.receiver USING (
    (SELECT context.is_task('set-up')) OR (SELECT context.has_role('ADMINISTRATOR')));

CREATE TABLE liaison.package (
    id              uuid PRIMARY KEY,
    reference       text NOT NULL UNIQUE CHECK (reference ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
    report          uuid NOT NULL,
    agency          uuid NOT NULL REFERENCES access.agency,
    recipient       text NOT NULL CHECK (recipient ~ '^[a-z-]{2,40}$'),
    choice          text NOT NULL CHECK (choice IN ('WARNING', 'ANONYMOUS_INTELLIGENCE', 'POLICE')),
    receiver        uuid REFERENCES access.agency,
    key_id          uuid NOT NULL,
    state           text NOT NULL CHECK (state IN ('SENT', 'OPENED', 'TO_HAND', 'PRINTED', 'HANDED', 'TAKEN_BACK')),
    version         int NOT NULL DEFAULT 1,
    severity        text CHECK (severity IN ('DANGEROUS', 'RISKY', 'NUISANCE')),
    region          text CHECK (region IN ('SOUTH_WALES', 'GWENT', 'DYFED_POWYS', 'NORTH_WALES', 'OUTSIDE_WALES')),
    hate            boolean NOT NULL,
    warning         uuid CHECK ((warning IS NULL) = (choice <> 'WARNING')),
    excerpt_digest  bytea NOT NULL CHECK (octet_length(excerpt_digest) = 32),
    passed_at       timestamptz NOT NULL,
    opened_at       timestamptz CHECK ((state = 'OPENED') = (opened_at IS NOT NULL)),
    printed_at      timestamptz,
    handed_on       date CHECK ((state = 'HANDED') = (handed_on IS NOT NULL)),
    handed_how      text CHECK (handed_how IN ('in-person', 'post', 'secure-mail', 'their-page', 'telephone')),
    asked_back_at   timestamptz,
    ended_at        timestamptz CHECK ((state = 'TAKEN_BACK') = (ended_at IS NOT NULL)),
    came_back       boolean NOT NULL DEFAULT false,
    officer_news    boolean NOT NULL DEFAULT false,
    officer_told_at timestamptz,
    desk_news       boolean NOT NULL DEFAULT false,
    desk_told_at    timestamptz,
    -- What somebody reads here belongs to a force; what goes by hand to nobody here.
    CHECK (receiver IS NOT NULL OR state NOT IN ('SENT', 'OPENED')),
    CHECK (receiver IS NULL OR state NOT IN ('TO_HAND', 'PRINTED', 'HANDED')),
    CHECK (receiver IS NULL OR choice <> 'WARNING')
);
COMMENT ON TABLE liaison.package IS
    'One row for what one recipient gets of a report: how it goes, where it stands, what lists need. Retention: its content goes with the report; the row is kept for now, seven years after it was opened, handed over or taken back once retention is built.';
-- One at a time for a report and a recipient; one that was taken back leaves room for another.
CREATE UNIQUE INDEX package_once ON liaison.package (report, recipient) WHERE state <> 'TAKEN_BACK';
CREATE INDEX package_desk ON liaison.package (agency, state);
CREATE INDEX package_receiver ON liaison.package (receiver, state) WHERE receiver IS NOT NULL;
CREATE INDEX package_news ON liaison.package (id) WHERE officer_news OR desk_news OR state = 'SENT';
ALTER TABLE liaison.package ENABLE ROW LEVEL SECURITY;
ALTER TABLE liaison.package FORCE ROW LEVEL SECURITY;
CREATE POLICY desk_sees ON liaison.package FOR SELECT USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND report IN (SELECT subject FROM access.live WHERE subject_kind = 'report'));
CREATE POLICY desk_passes ON liaison.package FOR INSERT WITH CHECK (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER'))
    AND state IN ('SENT', 'TO_HAND')
    AND report IN (SELECT subject FROM access.live WHERE subject_kind = 'report')
    AND report IN (SELECT id FROM report.report WHERE state IN ('SENT', 'CLOSED'))
    AND (receiver IS NULL OR receiver IN (
        SELECT r.agency FROM liaison.receiver r WHERE r.recipient = package.recipient)));
CREATE POLICY desk_changes ON liaison.package FOR UPDATE USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND report IN (SELECT subject FROM access.live WHERE subject_kind = 'report'));
-- A force sees what was passed to it and nothing of what was passed to another. What was taken back
-- before anybody opened it is as if it had never been there.
CREATE POLICY officers_see ON liaison.package FOR SELECT USING (
    receiver = (SELECT context.agency()) AND (SELECT context.has_role('POLICE_LIAISON'))
    AND state IN ('SENT', 'OPENED'));
CREATE POLICY officers_change ON liaison.package FOR UPDATE
    USING (receiver = (SELECT context.agency()) AND (SELECT context.has_role('POLICE_LIAISON'))
        AND state IN ('SENT', 'OPENED'))
    WITH CHECK (receiver = (SELECT context.agency()) AND state = 'OPENED');
CREATE POLICY holder_sees ON liaison.package FOR SELECT USING (report = (SELECT context.subject()));
CREATE POLICY holder_stops ON liaison.package FOR UPDATE
    USING (report = (SELECT context.subject()))
    WITH CHECK (state = 'TAKEN_BACK' OR asked_back_at IS NOT NULL);
CREATE POLICY tasks_see ON liaison.package FOR SELECT USING ((SELECT context.kind()) = 'task');
CREATE POLICY clock_changes ON liaison.package FOR UPDATE USING ((SELECT context.is_task('liaison-clock')));
CREATE POLICY sweep_stops ON liaison.package FOR UPDATE
    USING ((SELECT context.is_task('sweep')))
    WITH CHECK (state = 'TAKEN_BACK' OR asked_back_at IS NOT NULL);

CREATE TABLE liaison.content (
    package  uuid PRIMARY KEY REFERENCES liaison.package,
    bytes    bytea NOT NULL
);
COMMENT ON TABLE liaison.content IS
    'What a recipient gets, sealed under the key of its report. Retention: until the report is erased.';
ALTER TABLE liaison.content ENABLE ROW LEVEL SECURITY;
ALTER TABLE liaison.content FORCE ROW LEVEL SECURITY;
-- What waits for the safeguarding lead is read by nobody else of the desk, here either.
CREATE POLICY desk ON liaison.content FOR SELECT USING (package IN (
    SELECT id FROM liaison.package WHERE agency = (SELECT context.agency())
       AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER'))
       AND report IN (SELECT subject FROM access.live WHERE subject_kind = 'report')
       AND report IN (SELECT id FROM report.report WHERE state IN ('SENT', 'CLOSED'))));
CREATE POLICY desk_puts ON liaison.content FOR INSERT WITH CHECK (package IN (
    SELECT id FROM liaison.package WHERE agency = (SELECT context.agency())
       AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER'))
       AND report IN (SELECT subject FROM access.live WHERE subject_kind = 'report')));
-- Only somebody who opened it reads it, and nobody any more once she asked for it back.
CREATE POLICY officers_read ON liaison.content FOR SELECT USING (
    (SELECT context.has_role('POLICE_LIAISON'))
    AND package IN (SELECT id FROM liaison.package
        WHERE receiver = (SELECT context.agency()) AND state = 'OPENED' AND asked_back_at IS NULL));
CREATE POLICY sweep_sees ON liaison.content FOR SELECT USING ((SELECT context.is_task('sweep')));
CREATE POLICY sweep_erases ON liaison.content FOR DELETE USING ((SELECT context.is_task('sweep')));

CREATE TABLE liaison.event (
    number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    package  uuid NOT NULL REFERENCES liaison.package,
    what     text NOT NULL CHECK (what ~ '^[a-z-]{2,30}$'),
    at       timestamptz NOT NULL,
    kind     text NOT NULL,
    account  uuid,
    agency   uuid
);
COMMENT ON TABLE liaison.event IS
    'What was done with a package, by whom, when; no words. Retention: kept for now, as liaison.package.';
CREATE INDEX event_package ON liaison.event (package, number);
ALTER TABLE liaison.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE liaison.event FORCE ROW LEVEL SECURITY;
CREATE POLICY desk_sees ON liaison.event FOR SELECT USING (
    (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND package IN (SELECT id FROM liaison.package WHERE agency = (SELECT context.agency())));
CREATE POLICY written_as_oneself ON liaison.event FOR INSERT WITH CHECK (
    kind = (SELECT context.kind()) AND account IS NOT DISTINCT FROM (SELECT context.account())
    AND agency IS NOT DISTINCT FROM (SELECT context.agency())
    AND package IN (SELECT id FROM liaison.package));

-- What came of it. Nothing is changed or taken away: a correction names the row whose place it takes.
CREATE TABLE liaison.outcome (
    id        uuid PRIMARY KEY,
    package   uuid NOT NULL REFERENCES liaison.package,
    what      text NOT NULL CHECK (what ~ '^[a-z-]{2,40}$'),
    day       date NOT NULL,
    replaces  uuid UNIQUE REFERENCES liaison.outcome,
    noted_at  timestamptz NOT NULL,
    account   uuid NOT NULL,
    agency    uuid NOT NULL
);
COMMENT ON TABLE liaison.outcome IS
    'What came of a package and on which day; numbers and words are sealed in liaison.note. Retention: kept for now, as liaison.package.';
CREATE INDEX outcome_package ON liaison.outcome (package, noted_at);
ALTER TABLE liaison.outcome ENABLE ROW LEVEL SECURITY;
ALTER TABLE liaison.outcome FORCE ROW LEVEL SECURITY;
CREATE POLICY seen_with_the_package ON liaison.outcome FOR SELECT USING (
    package IN (SELECT id FROM liaison.package));
CREATE POLICY written_as_oneself ON liaison.outcome FOR INSERT WITH CHECK (
    account = (SELECT context.account()) AND agency = (SELECT context.agency())
    AND (SELECT context.has_role('POLICE_LIAISON') OR context.has_role('MODERATOR') OR context.has_role('CASEWORKER'))
    AND package IN (SELECT id FROM liaison.package WHERE state IN ('OPENED', 'PRINTED', 'HANDED')));

-- The number a force gave it, and what force and desk say to each other about it.
CREATE TABLE liaison.note (
    id       uuid PRIMARY KEY,
    package  uuid NOT NULL REFERENCES liaison.package,
    kind     text NOT NULL CHECK (kind IN ('number', 'question', 'answer')),
    outcome  uuid REFERENCES liaison.outcome CHECK ((outcome IS NOT NULL) = (kind = 'number')),
    bytes    bytea NOT NULL,
    at       timestamptz NOT NULL,
    account  uuid NOT NULL,
    agency   uuid NOT NULL
);
COMMENT ON TABLE liaison.note IS
    'Crime numbers, questions of officers and answers of the desk, sealed under the key of the report. Retention: until the report is erased.';
CREATE INDEX note_package ON liaison.note (package, at);
ALTER TABLE liaison.note ENABLE ROW LEVEL SECURITY;
ALTER TABLE liaison.note FORCE ROW LEVEL SECURITY;
-- She is told what came of it; numbers and what the two sides wrote to each other stay with them.
CREATE POLICY staff_see ON liaison.note FOR SELECT USING (
    (SELECT context.kind()) = 'person' AND package IN (SELECT id FROM liaison.package));
CREATE POLICY written_as_oneself ON liaison.note FOR INSERT WITH CHECK (
    account = (SELECT context.account()) AND agency = (SELECT context.agency())
    AND (SELECT context.has_role('POLICE_LIAISON') OR context.has_role('MODERATOR') OR context.has_role('CASEWORKER'))
    AND package IN (SELECT id FROM liaison.package WHERE state IN ('OPENED', 'PRINTED', 'HANDED')));
CREATE POLICY sweep_sees ON liaison.note FOR SELECT USING ((SELECT context.is_task('sweep')));
CREATE POLICY sweep_erases ON liaison.note FOR DELETE USING ((SELECT context.is_task('sweep')));

-- How she says she was treated. Nothing leads back to her report unless she says that it should: then
-- the desk reads it with the report, and her own words lie sealed under the report's key.
CREATE TABLE liaison.treatment (
    id        uuid PRIMARY KEY,
    quarter   date NOT NULL CHECK (quarter = date_trunc('quarter', quarter)::date),
    version   text NOT NULL CHECK (length(version) <= 40),
    report    uuid,
    answers   text[] NOT NULL CHECK (cardinality(answers) <= 10),
    words     bytea CHECK (words IS NULL OR report IS NOT NULL)
);
COMMENT ON TABLE liaison.treatment IS
    'How somebody says she was treated: ticks and the quarter; the report only where she said so. Retention: what names a report until that is erased; the rest for ever, it is nobody''s.';
CREATE INDEX treatment_quarter ON liaison.treatment (quarter);
ALTER TABLE liaison.treatment ENABLE ROW LEVEL SECURITY;
ALTER TABLE liaison.treatment FORCE ROW LEVEL SECURITY;
CREATE POLICY holder_says ON liaison.treatment FOR INSERT WITH CHECK (
    (SELECT context.kind()) = 'holder' AND (report IS NULL OR report = (SELECT context.subject())));
CREATE POLICY desk_reads ON liaison.treatment FOR SELECT USING (
    (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND report IN (SELECT subject FROM access.live WHERE subject_kind = 'report'));
CREATE POLICY counted ON liaison.treatment FOR SELECT USING (
    report IS NULL
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('SAFEGUARDING_LEAD') OR context.has_role('ANALYST')));
CREATE POLICY sweep_sees ON liaison.treatment FOR SELECT USING (
    (SELECT context.is_task('sweep')) AND report IS NOT NULL);
CREATE POLICY sweep_erases ON liaison.treatment FOR DELETE USING (
    (SELECT context.is_task('sweep')) AND report IS NOT NULL);

-- That something was said, so that it is said once; not what.
CREATE TABLE liaison.answered (
    report  uuid PRIMARY KEY
);
COMMENT ON TABLE liaison.answered IS
    'Whose holder said how she was treated; not what she said. Retention: until the report is erased.';
ALTER TABLE liaison.answered ENABLE ROW LEVEL SECURITY;
ALTER TABLE liaison.answered FORCE ROW LEVEL SECURITY;
CREATE POLICY holder ON liaison.answered
    USING (report = (SELECT context.subject())) WITH CHECK (report = (SELECT context.subject()));
CREATE POLICY sweep_sees ON liaison.answered FOR SELECT USING ((SELECT context.is_task('sweep')));
CREATE POLICY sweep_erases ON liaison.answered FOR DELETE USING ((SELECT context.is_task('sweep')));

GRANT USAGE ON SCHEMA liaison TO diogel_app;
GRANT SELECT, INSERT, DELETE ON liaison.receiver TO diogel_app;
GRANT UPDATE (agency) ON liaison.receiver TO diogel_app;
GRANT SELECT, INSERT ON liaison.package, liaison.event, liaison.outcome TO diogel_app;
GRANT UPDATE (receiver, state, version, opened_at, printed_at, handed_on, handed_how, asked_back_at, ended_at,
    came_back, officer_news, officer_told_at, desk_news, desk_told_at) ON liaison.package TO diogel_app;
GRANT SELECT, INSERT, DELETE ON liaison.content, liaison.note, liaison.treatment, liaison.answered TO diogel_app;
