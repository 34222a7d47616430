-- What people ask who think that somebody told us about them. Nothing here leads to a report or a
-- warning: whoever answers neither confirms nor denies that there is one.

CREATE TABLE contest.request (
    id           uuid PRIMARY KEY,
    code         bytea NOT NULL UNIQUE CHECK (octet_length(code) = 32),
    key_id       uuid NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('access', 'contest', 'other')),
    language     text NOT NULL CHECK (language ~ '^[a-z]{2,8}(-[A-Za-z]{2,8})?$'),
    state        text NOT NULL DEFAULT 'RECEIVED' CHECK (state IN ('RECEIVED', 'IDENTITY', 'ANSWERED')),
    version      int NOT NULL DEFAULT 1,
    received_at  timestamptz NOT NULL,
    counts_from  date NOT NULL,
    extended     boolean NOT NULL DEFAULT false,
    due_on       date NOT NULL,
    answered_at  timestamptz,
    unread       boolean NOT NULL DEFAULT true,
    told         boolean NOT NULL DEFAULT false,
    reminded     boolean NOT NULL DEFAULT false,
    bytes        bytea NOT NULL,
    CHECK ((state = 'ANSWERED') = (answered_at IS NOT NULL))
);
COMMENT ON TABLE contest.request IS
    'A request of somebody who thinks that we were told about them; what they wrote is sealed under its own key. Retention: two years after it was answered; a nightly task removes it and its key.';
CREATE INDEX request_untold ON contest.request (received_at) WHERE NOT told OR NOT reminded;
ALTER TABLE contest.request ENABLE ROW LEVEL SECURITY;
ALTER TABLE contest.request FORCE ROW LEVEL SECURITY;
CREATE POLICY asked_by_whoever ON contest.request FOR INSERT WITH CHECK (
    id = (SELECT context.subject()) AND state = 'RECEIVED' AND NOT told);
CREATE POLICY asker_sees ON contest.request FOR SELECT USING (id = (SELECT context.subject()));
CREATE POLICY asker_adds ON contest.request FOR UPDATE USING (id = (SELECT context.subject()))
    WITH CHECK (unread AND NOT told);
CREATE POLICY found_by_code ON contest.request FOR SELECT USING ((SELECT context.is_task('find-request')));
CREATE POLICY officer_sees ON contest.request FOR SELECT USING ((SELECT context.has_role('DATA_PROTECTION_OFFICER')));
CREATE POLICY officer_answers ON contest.request FOR UPDATE USING ((SELECT context.has_role('DATA_PROTECTION_OFFICER')));
CREATE POLICY clock_sees ON contest.request FOR SELECT USING (
    (SELECT context.is_task('requests')) OR (SELECT context.is_task('outbox')) OR (SELECT context.is_task('sweep')));
CREATE POLICY clock_tells ON contest.request FOR UPDATE USING ((SELECT context.is_task('requests')))
    WITH CHECK (told);
CREATE POLICY clock_forgets ON contest.request FOR DELETE USING (
    (SELECT context.is_task('requests')) AND answered_at < now() - interval '2 years');

CREATE TABLE contest.entry (
    id       uuid PRIMARY KEY,
    number   bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    request  uuid NOT NULL REFERENCES contest.request ON DELETE CASCADE,
    at       timestamptz NOT NULL,
    answer   text CHECK (answer ~ '^[a-z-]{2,30}$'),
    account  uuid,
    bytes    bytea,
    CHECK ((answer IS NULL) = (bytes IS NOT NULL) AND (answer IS NULL) = (account IS NULL))
);
COMMENT ON TABLE contest.entry IS
    'What was said since: an answer by its name, or what the asker added, sealed. Retention: as contest.request.';
CREATE INDEX entry_request ON contest.entry (request, number);
ALTER TABLE contest.entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE contest.entry FORCE ROW LEVEL SECURITY;
CREATE POLICY asker_sees ON contest.entry FOR SELECT USING (request = (SELECT context.subject()));
CREATE POLICY asker_adds ON contest.entry FOR INSERT WITH CHECK (
    request = (SELECT context.subject()) AND answer IS NULL);
CREATE POLICY officer_sees ON contest.entry FOR SELECT USING ((SELECT context.has_role('DATA_PROTECTION_OFFICER')));
CREATE POLICY officer_answers ON contest.entry FOR INSERT WITH CHECK (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER')) AND account = (SELECT context.account())
    AND answer IS NOT NULL);

-- The officer does not search reports. She asks a desk, which answers; neither names a report.
CREATE TABLE contest.question (
    id           uuid PRIMARY KEY,
    request      uuid NOT NULL REFERENCES contest.request ON DELETE CASCADE,
    agency       uuid NOT NULL REFERENCES access.agency,
    key_id       uuid NOT NULL,
    asked_at     timestamptz NOT NULL,
    asked_by     uuid NOT NULL,
    bytes        bytea NOT NULL,
    answered_at  timestamptz,
    answered_by  uuid,
    answer       bytea,
    told         boolean NOT NULL DEFAULT false,
    CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
);
COMMENT ON TABLE contest.question IS
    'What the data protection officer asks a project, and what it says; both sealed under the key of the request. Retention: as contest.request.';
CREATE INDEX question_request ON contest.question (request);
CREATE INDEX question_agency ON contest.question (agency);
ALTER TABLE contest.question ENABLE ROW LEVEL SECURITY;
ALTER TABLE contest.question FORCE ROW LEVEL SECURITY;
CREATE POLICY officer_sees ON contest.question FOR SELECT USING ((SELECT context.has_role('DATA_PROTECTION_OFFICER')));
CREATE POLICY officer_asks ON contest.question FOR INSERT WITH CHECK (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER')) AND asked_by = (SELECT context.account())
    AND answer IS NULL);
CREATE POLICY desk_sees ON contest.question FOR SELECT USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('SAFEGUARDING_LEAD')));
CREATE POLICY desk_answers ON contest.question FOR UPDATE USING (
    agency = (SELECT context.agency()) AND answer IS NULL
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('SAFEGUARDING_LEAD')))
    WITH CHECK (answered_by = (SELECT context.account()));
CREATE POLICY clock_sees ON contest.question FOR SELECT USING (
    (SELECT context.is_task('requests')) OR (SELECT context.is_task('outbox')));
CREATE POLICY clock_tells ON contest.question FOR UPDATE USING ((SELECT context.is_task('requests')))
    WITH CHECK (told);

GRANT USAGE ON SCHEMA contest TO diogel_app;
GRANT SELECT, INSERT, DELETE ON contest.request TO diogel_app;
GRANT UPDATE (state, version, counts_from, extended, due_on, answered_at, unread, told, reminded) ON contest.request TO diogel_app;
GRANT SELECT, INSERT ON contest.entry TO diogel_app;
GRANT SELECT, INSERT ON contest.question TO diogel_app;
GRANT UPDATE (answered_at, answered_by, answer, told) ON contest.question TO diogel_app;
