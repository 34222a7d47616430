-- What may be looked up before a meeting: keyed hashes, made under a key that is never in this
-- database, and which warning each leads to. Nothing that anybody asks is ever written here.

CREATE TABLE checker.entry (
    tag         bytea NOT NULL CHECK (octet_length(tag) = 32),
    alert       uuid NOT NULL REFERENCES alert.alert,
    report      uuid NOT NULL,
    agency      uuid NOT NULL REFERENCES access.agency,
    possible    boolean NOT NULL,
    -- Not when it was written: nobody is to see from outside when somebody told.
    shown_from  timestamptz NOT NULL,
    PRIMARY KEY (tag, alert)
);
COMMENT ON TABLE checker.entry IS
    'Keyed hashes of what may be looked up and which warning each leads to. Retention: until the warning ends, the agreement is taken back or the report is erased, in the same transaction.';
CREATE INDEX entry_alert ON checker.entry (alert);
CREATE INDEX entry_report ON checker.entry (report);
ALTER TABLE checker.entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE checker.entry FORCE ROW LEVEL SECURITY;
-- The warning's own times and audience are compared here too: background work that stands still
-- shows nothing for longer, and whoever is left out of a warning is left out here.
CREATE POLICY members_look_up ON checker.entry FOR SELECT USING (
    (SELECT context.has_role('MEMBER')) AND shown_from <= now()
    AND alert IN (SELECT id FROM alert.alert WHERE state = 'PUBLISHED' AND published_at IS NOT NULL
        AND expires_at > now() AND (NOT alone OR approved_by IS NOT NULL OR lapses_at > now())
        AND (everyone OR (SELECT context.agency()) = ANY (audience))));
CREATE POLICY desk_writes ON checker.entry FOR INSERT WITH CHECK (
    (SELECT context.has_role('MODERATOR')) AND agency = (SELECT context.agency())
    AND alert IN (SELECT id FROM alert.alert WHERE agency = (SELECT context.agency()) AND state = 'PUBLISHED'));
CREATE POLICY desk_sees ON checker.entry FOR SELECT USING (
    (SELECT context.has_role('MODERATOR')) AND agency = (SELECT context.agency()));
CREATE POLICY desk_removes ON checker.entry FOR DELETE USING (
    (SELECT context.has_role('MODERATOR')) AND agency = (SELECT context.agency()));
-- Whoever gives a report to the safeguarding lead takes back what was made of it, whatever her role.
CREATE POLICY held_back_sees ON checker.entry FOR SELECT USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND report IN (SELECT id FROM report.report WHERE state IN ('WAITING', 'HELD')));
CREATE POLICY held_back_removes ON checker.entry FOR DELETE USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND report IN (SELECT id FROM report.report WHERE state IN ('WAITING', 'HELD')));
CREATE POLICY holder_sees ON checker.entry FOR SELECT USING (report = (SELECT context.subject()));
CREATE POLICY holder_removes ON checker.entry FOR DELETE USING (report = (SELECT context.subject()));
CREATE POLICY tasks_see ON checker.entry FOR SELECT USING (
    (SELECT context.is_task('alert-clock') OR context.is_task('sweep')));
CREATE POLICY tasks_remove ON checker.entry FOR DELETE USING (
    (SELECT context.is_task('alert-clock') OR context.is_task('sweep')));

-- Numbers of looks, and nothing about them. One row a person: its lock is what keeps fifty looks at
-- the same moment within a budget of thirty.
CREATE TABLE checker.budget (
    account   uuid NOT NULL,
    what      text NOT NULL CHECK (what IN ('check', 'search')),
    agency    uuid NOT NULL,
    day       date NOT NULL,
    today     int NOT NULL DEFAULT 0 CHECK (today >= 0),
    month     date NOT NULL CHECK (month = date_trunc('month', month)),
    in_month  int NOT NULL DEFAULT 0 CHECK (in_month >= 0),
    refused   int NOT NULL DEFAULT 0 CHECK (refused >= 0),
    told_on   date,
    PRIMARY KEY (account, what)
);
COMMENT ON TABLE checker.budget IS
    'How many looks somebody has had on the last day and in the last month in which there were any, and how many were refused that day. Retention: two months after the last look, by a nightly sweep.';
ALTER TABLE checker.budget ENABLE ROW LEVEL SECURITY;
ALTER TABLE checker.budget FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON checker.budget
    USING (account = (SELECT context.account()))
    WITH CHECK (account = (SELECT context.account()) AND agency = (SELECT context.agency()));
-- Somebody who goes on and on after the last look was used may be trying numbers one by one.
CREATE POLICY watch_sees ON checker.budget FOR SELECT USING ((SELECT context.is_task('checker-watch')));
CREATE POLICY watch_notes ON checker.budget FOR UPDATE USING ((SELECT context.is_task('checker-watch')));
CREATE POLICY watch_forgets ON checker.budget FOR DELETE USING (
    (SELECT context.is_task('checker-watch')) AND day < current_date - 62);
CREATE POLICY told_see ON checker.budget FOR SELECT USING (
    told_on IS NOT NULL
    AND ((SELECT context.has_role('ADMINISTRATOR'))
         OR ((SELECT context.has_role('DATA_PROTECTION_OFFICER')) AND agency = (SELECT context.agency()))));

CREATE TABLE checker.day (
    day     date PRIMARY KEY,
    checks  int NOT NULL DEFAULT 0 CHECK (checks >= 0),
    -- Whether anybody was told that there were far too many.
    told    boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE checker.day IS
    'How many looks all members together had each day. Retention: ninety days, by a nightly sweep.';
ALTER TABLE checker.day ENABLE ROW LEVEL SECURITY;
ALTER TABLE checker.day FORCE ROW LEVEL SECURITY;
CREATE POLICY members_count ON checker.day FOR SELECT USING ((SELECT context.has_role('MEMBER')));
CREATE POLICY members_begin ON checker.day FOR INSERT WITH CHECK ((SELECT context.has_role('MEMBER')));
CREATE POLICY members_add ON checker.day FOR UPDATE USING ((SELECT context.has_role('MEMBER')));
CREATE POLICY watch_sees ON checker.day FOR SELECT USING ((SELECT context.is_task('checker-watch')));
CREATE POLICY watch_notes ON checker.day FOR UPDATE USING ((SELECT context.is_task('checker-watch')));
CREATE POLICY told_see ON checker.day FOR SELECT USING (
    told AND (SELECT context.has_role('ADMINISTRATOR') OR context.has_role('DATA_PROTECTION_OFFICER')));
CREATE POLICY watch_forgets ON checker.day FOR DELETE USING (
    (SELECT context.is_task('checker-watch')) AND day < current_date - 90);

GRANT USAGE ON SCHEMA checker TO diogel_app;
GRANT SELECT, INSERT, DELETE ON checker.entry TO diogel_app;
GRANT SELECT, INSERT, DELETE ON checker.budget, checker.day TO diogel_app;
GRANT UPDATE (day, today, month, in_month, refused, told_on) ON checker.budget TO diogel_app;
GRANT UPDATE (checks, told) ON checker.day TO diogel_app;
