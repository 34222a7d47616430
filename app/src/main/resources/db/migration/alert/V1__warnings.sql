-- Warnings. A warning is a text of its own, written by a moderator from what she agreed to share,
-- published by two people, and never a filtered view of a report. Its content and the reasons people
-- give are sealed under the data key of the report, so that nobody can read them once the report is
-- erased; what is readable here is what lists and policies need.

CREATE TABLE alert.alert (
    id              uuid PRIMARY KEY,
    report          uuid NOT NULL,
    agency          uuid NOT NULL REFERENCES access.agency,
    key_id          uuid NOT NULL,
    state           text NOT NULL CHECK (state IN ('DRAFT', 'PROPOSED', 'PUBLISHED', 'CORRECTED', 'WITHDRAWN', 'EXPIRED')),
    version         int NOT NULL DEFAULT 1,
    corrects        uuid REFERENCES alert.alert,
    severity        text NOT NULL CHECK (severity IN ('DANGEROUS', 'RISKY', 'NUISANCE')),
    regions         text[] NOT NULL CHECK (regions <@ ARRAY['SOUTH_WALES', 'GWENT', 'DYFED_POWYS', 'NORTH_WALES', 'OUTSIDE_WALES']),
    everyone        boolean NOT NULL DEFAULT false,
    audience        uuid[] NOT NULL DEFAULT '{}',
    evidence        text NOT NULL CHECK (evidence IN ('one', 'several', 'confirmed')),
    days            int NOT NULL CHECK (days BETWEEN 1 AND 90),
    review_days     int NOT NULL CHECK (review_days BETWEEN 1 AND 90),
    excerpt_digest  bytea NOT NULL CHECK (octet_length(excerpt_digest) = 32),
    created_at      timestamptz NOT NULL,
    proposed_by     uuid,
    approved_by     uuid,
    alone           boolean NOT NULL DEFAULT false,
    lapses_at       timestamptz,
    published_at    timestamptz,
    expires_at      timestamptz,
    review_on       date,
    ended_at        timestamptz,
    told            boolean NOT NULL DEFAULT false,
    end_told        boolean NOT NULL DEFAULT false,
    -- Nobody puts one forward without saying for whom.
    CHECK (state NOT IN ('PROPOSED', 'PUBLISHED') OR everyone OR cardinality(audience) > 0),
    -- Two different people, or one in an emergency, for a day.
    CHECK (state <> 'PUBLISHED' OR (proposed_by IS NOT NULL AND published_at IS NOT NULL AND expires_at IS NOT NULL)),
    CHECK (state <> 'PUBLISHED' OR alone OR (approved_by IS NOT NULL AND approved_by <> proposed_by)),
    CHECK (approved_by IS NULL OR approved_by <> proposed_by),
    CHECK (NOT alone OR approved_by IS NOT NULL OR (lapses_at IS NOT NULL AND lapses_at <= published_at + interval '24 hours'))
);
COMMENT ON TABLE alert.alert IS
    'One row a warning: state, area, audience and times; its text is sealed in alert.content. Retention: its text goes with the report; the row is kept for now, six years after it ended once retention is built.';
CREATE INDEX alert_report ON alert.alert (report);
CREATE INDEX alert_agency ON alert.alert (agency, state);
CREATE INDEX alert_clock ON alert.alert (expires_at) WHERE state = 'PUBLISHED';
CREATE INDEX alert_ended ON alert.alert (ended_at) WHERE published_at IS NOT NULL AND NOT end_told;
-- One person's word is enough once for a report, until a second person has joined it.
CREATE UNIQUE INDEX alert_alone ON alert.alert (report) WHERE alone AND approved_by IS NULL;
ALTER TABLE alert.alert ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert.alert FORCE ROW LEVEL SECURITY;
CREATE POLICY desk_sees ON alert.alert FOR SELECT USING (
    agency = (SELECT context.agency()) AND (SELECT context.has_role('MODERATOR')));
CREATE POLICY desk_starts ON alert.alert FOR INSERT WITH CHECK (
    agency = (SELECT context.agency()) AND (SELECT context.has_role('MODERATOR')) AND state = 'DRAFT'
    AND report IN (SELECT subject FROM access.live WHERE subject_kind = 'report'));
CREATE POLICY desk_changes ON alert.alert FOR UPDATE USING (
    agency = (SELECT context.agency()) AND (SELECT context.has_role('MODERATOR')));
-- Whoever gives a report to the safeguarding lead takes back what was made of it, whatever her role.
CREATE POLICY held_back_sees ON alert.alert FOR SELECT USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND report IN (SELECT id FROM report.report WHERE state IN ('WAITING', 'HELD')));
CREATE POLICY held_back_stops ON alert.alert FOR UPDATE USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND report IN (SELECT id FROM report.report WHERE state IN ('WAITING', 'HELD')))
    WITH CHECK (state = 'WITHDRAWN');
-- Members see what is in force for them, and for thirty days that something ended; a draft never. The
-- times are compared here too: work in the background that stands still shows nothing for longer.
CREATE POLICY members_see ON alert.alert FOR SELECT USING (
    (SELECT context.has_role('MEMBER')) AND published_at IS NOT NULL
    AND CASE state
        WHEN 'PUBLISHED' THEN
            expires_at > now() AND (NOT alone OR approved_by IS NOT NULL OR lapses_at > now())
        ELSE state IN ('CORRECTED', 'WITHDRAWN', 'EXPIRED') AND ended_at > now() - interval '30 days'
        END
    AND (everyone OR (SELECT context.agency()) = ANY (audience)));
CREATE POLICY holder_sees ON alert.alert FOR SELECT USING (report = (SELECT context.subject()));
CREATE POLICY holder_stops ON alert.alert FOR UPDATE
    USING (report = (SELECT context.subject())) WITH CHECK (state = 'WITHDRAWN');
CREATE POLICY tasks_see ON alert.alert FOR SELECT USING ((SELECT context.kind()) = 'task');
CREATE POLICY clock_ends ON alert.alert FOR UPDATE USING ((SELECT context.is_task('alert-clock')));
CREATE POLICY sweep_stops ON alert.alert FOR UPDATE
    USING ((SELECT context.is_task('sweep'))) WITH CHECK (state = 'WITHDRAWN');

CREATE TABLE alert.content (
    alert  uuid PRIMARY KEY REFERENCES alert.alert,
    bytes  bytea NOT NULL
);
COMMENT ON TABLE alert.content IS
    'The text of a warning, sealed under the key of its report. Retention: until the report is erased.';
ALTER TABLE alert.content ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert.content FORCE ROW LEVEL SECURITY;
-- When looking at the report has ended, looking at what was drawn from it has too.
CREATE POLICY desk ON alert.content USING (alert IN (
    SELECT id FROM alert.alert WHERE agency = (SELECT context.agency())
       AND (SELECT context.has_role('MODERATOR'))
       AND report IN (SELECT subject FROM access.live WHERE subject_kind = 'report')));
CREATE POLICY members_read ON alert.content FOR SELECT USING (
    (SELECT context.has_role('MEMBER'))
    AND alert IN (SELECT id FROM alert.alert WHERE state = 'PUBLISHED' AND published_at IS NOT NULL
        AND expires_at > now() AND (NOT alone OR approved_by IS NOT NULL OR lapses_at > now())
        AND (everyone OR (SELECT context.agency()) = ANY (audience))));
CREATE POLICY sweep_sees ON alert.content FOR SELECT USING ((SELECT context.is_task('sweep')));
CREATE POLICY sweep_erases ON alert.content FOR DELETE USING ((SELECT context.is_task('sweep')));

CREATE TABLE alert.event (
    number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert    uuid NOT NULL REFERENCES alert.alert,
    what     text NOT NULL CHECK (what ~ '^[a-z-]{2,30}$'),
    at       timestamptz NOT NULL,
    kind     text NOT NULL,
    account  uuid,
    stopped  int,
    gone     int,
    note     bytea
);
COMMENT ON TABLE alert.event IS
    'What was done to a warning, by whom, when; a reason is sealed under the key of the report. Retention: kept for now, reasons until the report is erased; six years after the warning ended once retention is built.';
CREATE INDEX event_alert ON alert.event (alert, number);
ALTER TABLE alert.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert.event FORCE ROW LEVEL SECURITY;
CREATE POLICY desk ON alert.event FOR SELECT USING (
    (SELECT context.has_role('MODERATOR'))
    AND alert IN (SELECT id FROM alert.alert WHERE agency = (SELECT context.agency())));
CREATE POLICY holder_sees ON alert.event FOR SELECT USING (
    (SELECT context.kind()) = 'holder' AND alert IN (SELECT id FROM alert.alert));
CREATE POLICY written_as_oneself ON alert.event FOR INSERT WITH CHECK (
    kind = (SELECT context.kind()) AND account IS NOT DISTINCT FROM (SELECT context.account())
    AND alert IN (SELECT id FROM alert.alert));
CREATE POLICY tasks_see ON alert.event FOR SELECT USING ((SELECT context.kind()) = 'task');
CREATE POLICY sweep_forgets ON alert.event FOR UPDATE
    USING ((SELECT context.is_task('sweep'))) WITH CHECK (note IS NULL);

-- Each act of agreeing to publish stands by itself: who, when, alone or as the second.
CREATE TABLE alert.approval (
    alert      uuid NOT NULL REFERENCES alert.alert,
    account    uuid NOT NULL,
    emergency  boolean NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (alert, account)
);
COMMENT ON TABLE alert.approval IS
    'Who agreed to publish a warning, when, and whether alone in an emergency. Retention: kept for now; six years after the warning ended once retention is built.';
ALTER TABLE alert.approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert.approval FORCE ROW LEVEL SECURITY;
CREATE POLICY desk_sees ON alert.approval FOR SELECT USING (
    (SELECT context.has_role('MODERATOR'))
    AND alert IN (SELECT id FROM alert.alert WHERE agency = (SELECT context.agency())));
CREATE POLICY approved_as_oneself ON alert.approval FOR INSERT WITH CHECK (
    account = (SELECT context.account()) AND (SELECT context.has_role('MODERATOR'))
    AND alert IN (SELECT id FROM alert.alert WHERE agency = (SELECT context.agency())));

CREATE TABLE alert.reading (
    alert    uuid NOT NULL REFERENCES alert.alert,
    account  uuid NOT NULL,
    agency   uuid NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (alert, account)
);
COMMENT ON TABLE alert.reading IS
    'Which member opened a warning first when; told when it no longer counts, and otherwise only counted, from five agencies on. Retention: kept for now; six years after the warning ended once retention is built.';
ALTER TABLE alert.reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert.reading FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON alert.reading FOR SELECT USING (account = (SELECT context.account()));
CREATE POLICY read_as_oneself ON alert.reading FOR INSERT WITH CHECK (
    account = (SELECT context.account()) AND agency = (SELECT context.agency())
    AND (SELECT context.has_role('MEMBER')) AND alert IN (SELECT id FROM alert.alert));
CREATE POLICY clock_tells ON alert.reading FOR SELECT USING ((SELECT context.is_task('alert-clock')));
CREATE POLICY counted_for_the_desk ON alert.reading FOR SELECT USING (
    (SELECT context.has_role('MODERATOR'))
    AND alert IN (SELECT id FROM alert.alert WHERE agency = (SELECT context.agency())));
CREATE POLICY counted_for_the_holder ON alert.reading FOR SELECT USING (
    (SELECT context.kind()) = 'holder' AND alert IN (SELECT id FROM alert.alert));

GRANT USAGE ON SCHEMA alert TO diogel_app;
GRANT SELECT, INSERT ON alert.alert, alert.event, alert.approval, alert.reading TO diogel_app;
GRANT UPDATE (state, version, severity, regions, everyone, audience, evidence, days, review_days,
    excerpt_digest, proposed_by, approved_by, alone, lapses_at, published_at, expires_at, review_on,
    ended_at, told, end_told) ON alert.alert TO diogel_app;
GRANT UPDATE (note) ON alert.event TO diogel_app;
GRANT SELECT, INSERT, DELETE ON alert.content TO diogel_app;
GRANT UPDATE (bytes) ON alert.content TO diogel_app;
