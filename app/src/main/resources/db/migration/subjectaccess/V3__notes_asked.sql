-- What police, courts and others ask for of what people told: who asks, under what power, whether it is
-- necessary and proportionate, what she says of it, and what went. What is written in words is sealed.

CREATE TABLE subjectaccess.asked (
    id           uuid PRIMARY KEY,
    agency       uuid NOT NULL REFERENCES access.agency,
    key_id       uuid NOT NULL,
    who          text NOT NULL CHECK (who ~ '^[a-z-]{2,30}$'),
    power        text NOT NULL CHECK (power ~ '^[a-z0-9-]{2,40}$'),
    state        text NOT NULL DEFAULT 'RECEIVED'
                     CHECK (state IN ('RECEIVED', 'CONSIDERED', 'NARROWED', 'REFUSED', 'RELEASED', 'WITHDRAWN')),
    version      int NOT NULL DEFAULT 1,
    received_on  date NOT NULL,
    due_on       date NOT NULL,
    written_by   uuid NOT NULL,
    written_at   timestamptz NOT NULL,
    drawn_by     uuid,
    view         text CHECK (view ~ '^[a-z-]{2,30}$'),
    notice       text CHECK (notice ~ '^[a-z-]{2,30}$'),
    classes      text[] NOT NULL DEFAULT '{}',
    from_on      date,
    to_on        date,
    how          text CHECK (how ~ '^[a-z-]{2,30}$'),
    released_by  uuid,
    ended_at     timestamptz,
    told         boolean NOT NULL DEFAULT false,
    bytes        bytea NOT NULL,
    CHECK (from_on <= to_on),
    CHECK ((ended_at IS NULL) = (state NOT IN ('REFUSED', 'RELEASED', 'WITHDRAWN'))),
    -- Nothing is considered by nobody, and nobody releases what she drew up herself.
    CHECK ((drawn_by IS NULL) = (view IS NULL) AND (state NOT IN ('CONSIDERED', 'NARROWED', 'RELEASED') OR drawn_by IS NOT NULL)),
    CHECK ((state = 'RELEASED') = (released_by IS NOT NULL) AND released_by <> drawn_by),
    CHECK (state <> 'RELEASED' OR how IS NOT NULL AND cardinality(classes) > 0)
);
COMMENT ON TABLE subjectaccess.asked IS
    'What somebody outside asked for of what people told, and what came of it; its words sealed under its own key. Retention: seven years after it ended; a task removes it and its key.';
CREATE INDEX asked_agency ON subjectaccess.asked (agency);
ALTER TABLE subjectaccess.asked ENABLE ROW LEVEL SECURITY;
ALTER TABLE subjectaccess.asked FORCE ROW LEVEL SECURITY;
CREATE POLICY desk_sees ON subjectaccess.asked FOR SELECT USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('DATA_PROTECTION_OFFICER') OR context.has_role('SAFEGUARDING_LEAD')));
CREATE POLICY desk_writes ON subjectaccess.asked FOR INSERT WITH CHECK (
    agency = (SELECT context.agency()) AND written_by = (SELECT context.account()) AND state = 'RECEIVED'
    AND (SELECT context.has_role('DATA_PROTECTION_OFFICER') OR context.has_role('SAFEGUARDING_LEAD')));
CREATE POLICY desk_deals ON subjectaccess.asked FOR UPDATE USING (
    agency = (SELECT context.agency()) AND ended_at IS NULL
    AND (SELECT context.has_role('DATA_PROTECTION_OFFICER') OR context.has_role('SAFEGUARDING_LEAD')))
    WITH CHECK (released_by IS NULL OR released_by = (SELECT context.account()));
CREATE POLICY clock_sees ON subjectaccess.asked FOR SELECT USING (
    (SELECT context.is_task('copies') OR context.is_task('outbox') OR context.is_task('sweep')));
CREATE POLICY clock_tells ON subjectaccess.asked FOR UPDATE USING ((SELECT context.is_task('copies')))
    WITH CHECK (told);
CREATE POLICY clock_forgets ON subjectaccess.asked FOR DELETE USING (
    (SELECT context.is_task('copies')) AND ended_at < now() - interval '7 years');

CREATE TABLE subjectaccess.asked_event (
    number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    asked    uuid NOT NULL REFERENCES subjectaccess.asked ON DELETE CASCADE,
    what     text NOT NULL CHECK (what ~ '^[a-z-]{2,30}$'),
    at       timestamptz NOT NULL,
    account  uuid NOT NULL
);
COMMENT ON TABLE subjectaccess.asked_event IS
    'What was done with what somebody outside asked for, when and by whom. Retention: as subjectaccess.asked.';
CREATE INDEX asked_event_asked ON subjectaccess.asked_event (asked, number);
ALTER TABLE subjectaccess.asked_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE subjectaccess.asked_event FORCE ROW LEVEL SECURITY;
CREATE POLICY desk_sees ON subjectaccess.asked_event FOR SELECT USING (
    (SELECT context.kind()) = 'person' AND asked IN (SELECT a.id FROM subjectaccess.asked a));
CREATE POLICY desk_notes ON subjectaccess.asked_event FOR INSERT WITH CHECK (
    account = (SELECT context.account()) AND asked IN (SELECT a.id FROM subjectaccess.asked a));

GRANT SELECT, INSERT, DELETE ON subjectaccess.asked TO diogel_app;
GRANT UPDATE (state, version, drawn_by, view, notice, classes, from_on, to_on, how, released_by, ended_at, told, bytes)
    ON subjectaccess.asked TO diogel_app;
GRANT SELECT, INSERT ON subjectaccess.asked_event TO diogel_app;
