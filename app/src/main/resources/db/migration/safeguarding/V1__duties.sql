-- What a safeguarding lead passed to a council or the police because of a child, a life or an adult at
-- risk: a row of states and clocks that nobody but leads of the desk sees, events, and sealed words.

CREATE TABLE safeguarding.duty (
    id           uuid PRIMARY KEY,
    report       uuid NOT NULL,
    number       int NOT NULL CHECK (number BETWEEN 1 AND 99),
    agency       uuid NOT NULL REFERENCES access.agency,
    key_id       uuid NOT NULL,
    lead         uuid NOT NULL,
    test         text NOT NULL CHECK (test ~ '^[a-z-]{2,20}$'),
    route        text NOT NULL CHECK (route ~ '^[a-z-]{2,30}$'),
    ground       text NOT NULL CHECK (ground ~ '^[a-z-]{2,30}$'),
    passed_at    timestamptz NOT NULL,
    written_due  timestamptz,
    written_at   timestamptz,
    answer_due   date NOT NULL,
    answered_on  date,
    look_again   date,
    told_on      date,
    closed_at    timestamptz,
    reminded_at  timestamptz,
    version      int NOT NULL DEFAULT 1,
    UNIQUE (report, number),
    -- Told, or a day on which somebody looks again.
    CHECK ((told_on IS NULL) = (look_again IS NOT NULL))
);
COMMENT ON TABLE safeguarding.duty IS
    'One row for each time a report was passed to a council or the police for somebody''s safety: test, ground, clocks. Retention: its words go with the report; the row is kept for now, seven years after it is closed once retention is built.';
CREATE INDEX duty_open ON safeguarding.duty (agency) WHERE closed_at IS NULL;
ALTER TABLE safeguarding.duty ENABLE ROW LEVEL SECURITY;
ALTER TABLE safeguarding.duty FORCE ROW LEVEL SECURITY;
CREATE POLICY leads_see ON safeguarding.duty FOR SELECT USING (
    agency = (SELECT context.agency()) AND (SELECT context.has_role('SAFEGUARDING_LEAD'))
    AND report IN (SELECT subject FROM access.live WHERE subject_kind = 'report'));
CREATE POLICY leads_pass ON safeguarding.duty FOR INSERT WITH CHECK (
    agency = (SELECT context.agency()) AND (SELECT context.has_role('SAFEGUARDING_LEAD'))
    AND lead = (SELECT context.account())
    AND report IN (SELECT subject FROM access.live WHERE subject_kind = 'report'));
CREATE POLICY leads_change ON safeguarding.duty FOR UPDATE USING (
    agency = (SELECT context.agency()) AND (SELECT context.has_role('SAFEGUARDING_LEAD'))
    AND report IN (SELECT subject FROM access.live WHERE subject_kind = 'report'));
-- Whoever holds her phone may hold her code: it needs the second secret, and that she was told.
CREATE POLICY holder_sees ON safeguarding.duty FOR SELECT USING (
    report = (SELECT context.subject()) AND (SELECT context.second()) AND told_on IS NOT NULL);
CREATE POLICY clock_sees ON safeguarding.duty FOR SELECT USING (
    (SELECT context.is_task('safeguarding-clock') OR context.is_task('outbox'))
    AND (closed_at IS NULL OR told_on IS NULL));
CREATE POLICY clock_reminds ON safeguarding.duty FOR UPDATE USING (
    (SELECT context.is_task('safeguarding-clock')) AND (closed_at IS NULL OR told_on IS NULL));
CREATE POLICY functions_look_up ON safeguarding.duty FOR SELECT TO diogel_owner USING (true);

CREATE TABLE safeguarding.event (
    id       uuid PRIMARY KEY,
    duty     uuid NOT NULL REFERENCES safeguarding.duty,
    number   bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    what     text NOT NULL CHECK (what ~ '^[a-z-]{2,30}$'),
    day      date NOT NULL,
    at       timestamptz NOT NULL,
    account  uuid NOT NULL
);
COMMENT ON TABLE safeguarding.event IS
    'What came of it, on which day, written by whom; words are sealed in safeguarding.words. Retention: kept for now, as safeguarding.duty.';
CREATE INDEX event_duty ON safeguarding.event (duty, number);
ALTER TABLE safeguarding.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE safeguarding.event FORCE ROW LEVEL SECURITY;
CREATE POLICY seen_with_the_duty ON safeguarding.event FOR SELECT USING (
    (SELECT context.kind()) IN ('person', 'holder') AND duty IN (SELECT id FROM safeguarding.duty));
CREATE POLICY leads_write ON safeguarding.event FOR INSERT WITH CHECK (
    account = (SELECT context.account()) AND (SELECT context.has_role('SAFEGUARDING_LEAD'))
    AND duty IN (SELECT id FROM safeguarding.duty));

-- The sheet that went and what the lead wrote about it (id: of the duty), notes of events (id: theirs).
CREATE TABLE safeguarding.words (
    id     uuid PRIMARY KEY,
    duty   uuid NOT NULL REFERENCES safeguarding.duty,
    bytes  bytea NOT NULL
);
COMMENT ON TABLE safeguarding.words IS
    'What was passed, why, and what was noted, sealed under the key of the report. Retention: until the report is erased.';
CREATE INDEX words_duty ON safeguarding.words (duty);
ALTER TABLE safeguarding.words ENABLE ROW LEVEL SECURITY;
ALTER TABLE safeguarding.words FORCE ROW LEVEL SECURITY;
CREATE POLICY leads ON safeguarding.words FOR SELECT USING (
    (SELECT context.has_role('SAFEGUARDING_LEAD')) AND duty IN (SELECT id FROM safeguarding.duty));
CREATE POLICY leads_write ON safeguarding.words FOR INSERT WITH CHECK (
    (SELECT context.has_role('SAFEGUARDING_LEAD')) AND duty IN (SELECT id FROM safeguarding.duty));
CREATE POLICY sweep_sees ON safeguarding.words FOR SELECT USING ((SELECT context.is_task('sweep')));
CREATE POLICY sweep_erases ON safeguarding.words FOR DELETE USING ((SELECT context.is_task('sweep')));
-- The sweep finds the words of a report it erases.
CREATE POLICY sweep_sees ON safeguarding.duty FOR SELECT USING ((SELECT context.is_task('sweep')));

-- Whether anything is still open about her report: yes or no, and nothing of what, whether she was told
-- or not.
CREATE FUNCTION safeguarding.is_open(which uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF which IS DISTINCT FROM context.subject() OR context.second() IS NOT TRUE THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    RETURN EXISTS (SELECT 1 FROM safeguarding.duty d WHERE d.report = which AND d.closed_at IS NULL);
END
$$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA safeguarding FROM PUBLIC;

GRANT USAGE ON SCHEMA safeguarding TO diogel_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA safeguarding TO diogel_app;
GRANT SELECT, INSERT ON safeguarding.duty, safeguarding.event TO diogel_app;
GRANT UPDATE (written_at, answered_on, look_again, told_on, closed_at, reminded_at, version) ON safeguarding.duty TO diogel_app;
GRANT SELECT, INSERT, DELETE ON safeguarding.words TO diogel_app;
