-- Copies of everything held about somebody who asks (UK GDPR, Article 15), and what was withheld of
-- them. A request belongs to one agency, whose data protection officer deals with it. Pieces and the copy
-- are sealed under a key of the request and go fourteen days after the copy was made; who decided what
-- about each piece stays.

CREATE TABLE subjectaccess.request (
    id           uuid PRIMARY KEY,
    kind         text NOT NULL CHECK (kind IN ('report', 'account', 'request')),
    subject      uuid NOT NULL,
    agency       uuid NOT NULL REFERENCES access.agency,
    key_id       uuid NOT NULL,
    language     text NOT NULL CHECK (language ~ '^[a-z]{2,8}(-[A-Za-z]{2,8})?$'),
    state        text NOT NULL CHECK (state IN ('RECEIVED', 'IDENTITY', 'GATHERED', 'MADE', 'ENDED')),
    version      int NOT NULL DEFAULT 1,
    received_at  timestamptz NOT NULL,
    counts_from  date NOT NULL,
    due_on       date NOT NULL,
    extended     text CHECK (extended IN ('complex', 'many')),
    surely       text CHECK (surely ~ '^[a-z-]{2,30}$'),
    answer       text CHECK (answer ~ '^[a-z-]{2,30}$'),
    gathering    uuid UNIQUE,
    gathered_at  timestamptz,
    ended_at     timestamptz CHECK ((ended_at IS NULL) = (state <> 'ENDED')),
    told         boolean NOT NULL DEFAULT false,
    reminded     boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE subjectaccess.request IS
    'That somebody asked for a copy, its clock and how it ended. Retention: two years after it ended; a task removes it and its key.';
CREATE INDEX request_subject ON subjectaccess.request (subject);
-- One at a time.
CREATE UNIQUE INDEX request_open ON subjectaccess.request (kind, subject) WHERE state <> 'ENDED';
ALTER TABLE subjectaccess.request ENABLE ROW LEVEL SECURITY;
ALTER TABLE subjectaccess.request FORCE ROW LEVEL SECURITY;
-- Whoever holds her phone may hold her code: with the code alone we have to be sure first who asks.
CREATE POLICY holder_asks ON subjectaccess.request FOR INSERT WITH CHECK (
    kind = 'report' AND subject = (SELECT context.subject())
    AND (state = 'IDENTITY' OR state = 'RECEIVED' AND (SELECT context.second()))
    AND surely IS NULL AND gathering IS NULL);
CREATE POLICY holder_sees ON subjectaccess.request FOR SELECT USING (
    kind = 'report' AND subject = (SELECT context.subject()) AND (SELECT context.second()));
CREATE POLICY own_asks ON subjectaccess.request FOR INSERT WITH CHECK (
    kind = 'account' AND subject = (SELECT context.account()) AND state = 'RECEIVED' AND gathering IS NULL);
CREATE POLICY own_sees ON subjectaccess.request FOR SELECT USING (
    kind = 'account' AND subject = (SELECT context.account()));
CREATE POLICY officer_takes_up ON subjectaccess.request FOR INSERT WITH CHECK (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER')) AND agency = (SELECT context.agency())
    AND kind = 'request' AND gathering IS NULL
    AND EXISTS (SELECT 1 FROM contest.request c WHERE c.id = subject));
CREATE POLICY officer_sees ON subjectaccess.request FOR SELECT USING (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER')) AND agency = (SELECT context.agency()));
-- Nobody deals with what she asks about herself.
CREATE POLICY officer_deals ON subjectaccess.request FOR UPDATE USING (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER')) AND agency = (SELECT context.agency())
    AND subject <> (SELECT context.account()));
CREATE POLICY clock_sees ON subjectaccess.request FOR SELECT USING (
    (SELECT context.is_task('copies') OR context.is_task('outbox') OR context.is_task('sweep')));
CREATE POLICY clock_tells ON subjectaccess.request FOR UPDATE USING ((SELECT context.is_task('copies')));
CREATE POLICY clock_forgets ON subjectaccess.request FOR DELETE USING (
    (SELECT context.is_task('copies')) AND ended_at < now() - interval '2 years');
CREATE POLICY sweep_ends ON subjectaccess.request FOR UPDATE USING (
    (SELECT context.is_task('sweep')) AND kind = 'report') WITH CHECK (state = 'ENDED');
CREATE POLICY functions_look_up ON subjectaccess.request FOR SELECT TO diogel_owner USING (true);

CREATE TABLE subjectaccess.piece (
    id          uuid PRIMARY KEY,
    request     uuid NOT NULL REFERENCES subjectaccess.request ON DELETE CASCADE,
    number      int NOT NULL CHECK (number > 0),
    source      text NOT NULL CHECK (source ~ '^[a-z]+(\.[a-z_]+)?$'),
    whose       text NOT NULL CHECK (whose IN ('HERS', 'ANOTHERS', 'WORKERS', 'RESERVED')),
    proposed    boolean NOT NULL,
    bytes       bytea,
    given       boolean,
    struck      int[] NOT NULL DEFAULT '{}',
    exemption   text CHECK (exemption ~ '^[a-z0-9-]{2,40}$'),
    decided_by  uuid,
    decided_at  timestamptz,
    UNIQUE (request, number),
    CHECK ((given IS NULL) = (decided_by IS NULL) AND (given IS NULL) = (decided_at IS NULL)),
    -- What is withheld, whole or in part, is withheld for a reason.
    CHECK (given IS NULL OR (given AND struck = '{}') = (exemption IS NULL))
);
COMMENT ON TABLE subjectaccess.piece IS
    'One piece of what is held, sealed, and what was decided about it. Retention: its content fourteen days after the copy was made; that and why it was given or withheld as subjectaccess.request.';
ALTER TABLE subjectaccess.piece ENABLE ROW LEVEL SECURITY;
ALTER TABLE subjectaccess.piece FORCE ROW LEVEL SECURITY;
CREATE POLICY officer_sees ON subjectaccess.piece FOR SELECT USING (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER')) AND request IN (SELECT r.id FROM subjectaccess.request r));
CREATE POLICY officer_adds ON subjectaccess.piece FOR INSERT WITH CHECK (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER')) AND given IS NULL
    AND request IN (SELECT r.id FROM subjectaccess.request r
                     WHERE r.state IN ('RECEIVED', 'GATHERED') AND r.subject <> (SELECT context.account())));
CREATE POLICY officer_decides ON subjectaccess.piece FOR UPDATE USING (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER'))
    AND request IN (SELECT r.id FROM subjectaccess.request r
                     WHERE r.state = 'GATHERED' AND r.subject <> (SELECT context.account())))
    WITH CHECK (decided_by = (SELECT context.account()));
-- Gathering anew begins with nothing.
CREATE POLICY officer_clears ON subjectaccess.piece FOR DELETE USING (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER')) AND source <> 'added'
    AND request IN (SELECT r.id FROM subjectaccess.request r
                     WHERE r.state IN ('RECEIVED', 'GATHERED') AND r.subject <> (SELECT context.account())));
CREATE POLICY clock_sees ON subjectaccess.piece FOR SELECT USING (
    (SELECT context.is_task('copies') OR context.is_task('sweep')));
CREATE POLICY clock_empties ON subjectaccess.piece FOR UPDATE USING (
    (SELECT context.is_task('copies') OR context.is_task('sweep'))) WITH CHECK (bytes IS NULL);

CREATE TABLE subjectaccess.pack (
    request  uuid PRIMARY KEY REFERENCES subjectaccess.request ON DELETE CASCADE,
    bytes    bytea NOT NULL,
    made_by  uuid NOT NULL,
    made_at  timestamptz NOT NULL,
    ends_at  timestamptz NOT NULL CHECK (ends_at <= made_at + interval '14 days')
);
COMMENT ON TABLE subjectaccess.pack IS
    'The copy itself, sealed. Retention: fourteen days; a task removes it.';
ALTER TABLE subjectaccess.pack ENABLE ROW LEVEL SECURITY;
ALTER TABLE subjectaccess.pack FORCE ROW LEVEL SECURITY;
CREATE POLICY officer_makes ON subjectaccess.pack FOR INSERT WITH CHECK (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER')) AND made_by = (SELECT context.account())
    AND request IN (SELECT r.id FROM subjectaccess.request r WHERE r.subject <> (SELECT context.account())));
CREATE POLICY officer_takes ON subjectaccess.pack FOR SELECT USING (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER')) AND ends_at > now()
    AND request IN (SELECT r.id FROM subjectaccess.request r));
-- With the second secret, or signed in: her own, through the policies of the request.
CREATE POLICY subject_takes ON subjectaccess.pack FOR SELECT USING (
    ends_at > now()
    AND request IN (SELECT r.id FROM subjectaccess.request r
                     WHERE r.kind IN ('report', 'account')
                       AND r.subject IN ((SELECT context.subject()), (SELECT context.account()))));
CREATE POLICY clock_sees ON subjectaccess.pack FOR SELECT USING (
    (SELECT context.is_task('copies') OR context.is_task('sweep')));
CREATE POLICY clock_ends ON subjectaccess.pack FOR DELETE USING (
    (SELECT context.is_task('copies')) AND ends_at <= now()
    OR (SELECT context.is_task('sweep')));

-- What was done, so that the officer sees it in order.
CREATE TABLE subjectaccess.event (
    number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request  uuid NOT NULL REFERENCES subjectaccess.request ON DELETE CASCADE,
    what     text NOT NULL CHECK (what ~ '^[a-z-]{2,30}$'),
    at       timestamptz NOT NULL,
    account  uuid NOT NULL
);
COMMENT ON TABLE subjectaccess.event IS
    'What was done with a request, when and by whom. Retention: as subjectaccess.request.';
CREATE INDEX event_request ON subjectaccess.event (request, number);
ALTER TABLE subjectaccess.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE subjectaccess.event FORCE ROW LEVEL SECURITY;
CREATE POLICY officer_sees ON subjectaccess.event FOR SELECT USING (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER')) AND request IN (SELECT r.id FROM subjectaccess.request r));
CREATE POLICY officer_notes ON subjectaccess.event FOR INSERT WITH CHECK (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER')) AND account = (SELECT context.account())
    AND request IN (SELECT r.id FROM subjectaccess.request r));

GRANT USAGE ON SCHEMA subjectaccess TO diogel_app;
GRANT SELECT, INSERT, DELETE ON subjectaccess.request TO diogel_app;
GRANT UPDATE (state, version, counts_from, due_on, extended, surely, answer, gathering, gathered_at, ended_at, told, reminded)
    ON subjectaccess.request TO diogel_app;
GRANT SELECT, INSERT, DELETE ON subjectaccess.piece TO diogel_app;
GRANT UPDATE (bytes, given, struck, exemption, decided_by, decided_at) ON subjectaccess.piece TO diogel_app;
GRANT SELECT, INSERT, DELETE ON subjectaccess.pack TO diogel_app;
GRANT SELECT, INSERT ON subjectaccess.event TO diogel_app;
