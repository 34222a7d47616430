-- People who sign in. Three tables of one person, parted by who may change what: an administrator
-- changes the account (never her own), its owner her preference, signing in her credential.

CREATE TABLE account.account (
    id           uuid PRIMARY KEY,
    agency_id    uuid NOT NULL REFERENCES access.agency,
    email_lookup bytea NOT NULL UNIQUE CHECK (octet_length(email_lookup) = 32),
    email        bytea NOT NULL,
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    profession   text NOT NULL,
    roles        text[] NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY[
        'ADMINISTRATOR', 'DATA_PROTECTION_OFFICER', 'SAFEGUARDING_LEAD', 'MODERATOR', 'CASEWORKER',
        'COORDINATOR', 'POLICE_LIAISON', 'MEMBER', 'ATTENDEE', 'ANALYST']),
    -- An administrator sees no cases.
    CHECK (NOT ('ADMINISTRATOR' = ANY (roles) AND roles && ARRAY[
        'SAFEGUARDING_LEAD', 'MODERATOR', 'CASEWORKER', 'COORDINATOR', 'POLICE_LIAISON', 'MEMBER',
        'ATTENDEE'])),
    status       text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
    created_at   timestamptz NOT NULL DEFAULT now(),
    version      int NOT NULL DEFAULT 1
);
COMMENT ON TABLE account.account IS
    'Who signs in, for which agency, in which roles; the e-mail address is sealed and found by a keyed hash. Retention: kept for now; seven years after suspension once retention is built.';
CREATE INDEX account_agency ON account.account (agency_id);

CREATE TABLE account.credential (
    account_id uuid PRIMARY KEY REFERENCES account.account,
    password   text NOT NULL CHECK (password LIKE '$argon2id$%'),
    totp       bytea NOT NULL,
    last_step  bigint NOT NULL DEFAULT 0,
    changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE account.credential IS
    'What somebody signs in with: an Argon2id hash, a sealed secret for codes, the last code''s number. Retention: as long as the account.';

CREATE TABLE account.recovery_code (
    account_id uuid NOT NULL REFERENCES account.account,
    code       bytea NOT NULL CHECK (octet_length(code) = 32),
    used_at    timestamptz,
    PRIMARY KEY (account_id, code)
);
COMMENT ON TABLE account.recovery_code IS
    'Keyed hashes of recovery codes, each of which works once. Retention: until new ones are made.';

CREATE TABLE account.preference (
    account_id uuid PRIMARY KEY REFERENCES account.account,
    language   text NOT NULL CHECK (language IN ('en', 'cy'))
);
COMMENT ON TABLE account.preference IS
    'The language somebody wants to be written to in. Retention: as long as the account.';

CREATE TABLE account.invitation (
    id         uuid PRIMARY KEY,
    token      bytea NOT NULL UNIQUE CHECK (octet_length(token) = 32),
    agency_id  uuid NOT NULL REFERENCES access.agency,
    email      bytea,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    profession text NOT NULL,
    roles      text[] NOT NULL CHECK (cardinality(roles) > 0),
    CHECK (NOT ('ADMINISTRATOR' = ANY (roles) AND roles && ARRAY[
        'SAFEGUARDING_LEAD', 'MODERATOR', 'CASEWORKER', 'COORDINATOR', 'POLICE_LIAISON', 'MEMBER',
        'ATTENDEE'])),
    -- Whose way of signing in is set up anew; empty for somebody new.
    account_id uuid REFERENCES account.account,
    invited_by uuid REFERENCES account.account,
    -- Whether a second person has to say yes, and who did.
    waits        boolean NOT NULL,
    confirmed_by uuid REFERENCES account.account,
    cancelled_at timestamptz,
    expires_at timestamptz NOT NULL CHECK (expires_at <= created_at + interval '7 days 1 minute'),
    used_at    timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (invited_by <> account_id AND invited_by <> confirmed_by),
    CHECK (used_at IS NULL OR cancelled_at IS NULL AND (NOT waits OR confirmed_by IS NOT NULL))
);
COMMENT ON TABLE account.invitation IS
    'Who was asked to join or to sign in anew, by whom, in which roles, and who confirmed it; the link itself only as a keyed hash. Retention: ninety days after the link ends; a nightly sweep removes it, and the record of looks keeps that somebody was asked.';

ALTER TABLE account.account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account.account FORCE ROW LEVEL SECURITY;
ALTER TABLE account.credential ENABLE ROW LEVEL SECURITY;
ALTER TABLE account.credential FORCE ROW LEVEL SECURITY;
ALTER TABLE account.recovery_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE account.recovery_code FORCE ROW LEVEL SECURITY;
ALTER TABLE account.preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE account.preference FORCE ROW LEVEL SECURITY;
ALTER TABLE account.invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE account.invitation FORCE ROW LEVEL SECURITY;

CREATE POLICY tasks_read ON account.account FOR SELECT USING ((SELECT context.kind()) = 'task');
CREATE POLICY colleagues_read ON account.account FOR SELECT USING (agency_id = (SELECT context.agency()));
CREATE POLICY administrators_read ON account.account FOR SELECT USING (
    (SELECT context.has_role('ADMINISTRATOR')));
CREATE POLICY made_by_signing_in ON account.account FOR INSERT WITH CHECK (
    (SELECT context.is_task('sign-in')) OR (SELECT context.is_task('set-up')));
-- Nobody changes her own standing, and nobody anybody's roles.
CREATE POLICY administrators_change_others ON account.account FOR UPDATE
    USING ((SELECT context.has_role('ADMINISTRATOR')) AND id <> (SELECT context.account()))
    WITH CHECK (id <> (SELECT context.account()));

CREATE POLICY signing_in ON account.credential USING (
    (SELECT context.is_task('sign-in')) OR (SELECT context.is_task('set-up')));
CREATE POLICY signing_in ON account.recovery_code USING (
    (SELECT context.is_task('sign-in')) OR (SELECT context.is_task('set-up')));

CREATE POLICY own ON account.preference USING (account_id = (SELECT context.account()));
CREATE POLICY tasks_read ON account.preference FOR SELECT USING ((SELECT context.kind()) = 'task');
CREATE POLICY made_by_signing_in ON account.preference FOR INSERT WITH CHECK (
    (SELECT context.is_task('sign-in')) OR (SELECT context.is_task('set-up')));
CREATE POLICY colleagues_read ON account.preference FOR SELECT USING (
    account_id IN (SELECT id FROM account.account));

CREATE POLICY signing_in ON account.invitation FOR SELECT USING ((SELECT context.is_task('sign-in')));
CREATE POLICY used_by_signing_in ON account.invitation FOR UPDATE USING ((SELECT context.is_task('sign-in')));
CREATE POLICY set_up_invites ON account.invitation FOR INSERT WITH CHECK (
    (SELECT context.is_task('set-up')) AND invited_by IS NULL);
CREATE POLICY confirmers_read ON account.invitation FOR SELECT USING (
    (SELECT context.has_role('ADMINISTRATOR')) OR (SELECT context.has_role('DATA_PROTECTION_OFFICER'))
    OR (SELECT context.has_role('SAFEGUARDING_LEAD')));
CREATE POLICY administrators_invite ON account.invitation FOR INSERT WITH CHECK (
    (SELECT context.has_role('ADMINISTRATOR')) AND invited_by = (SELECT context.account())
    AND confirmed_by IS NULL);
CREATE POLICY administrators_cancel ON account.invitation FOR UPDATE
    USING ((SELECT context.has_role('ADMINISTRATOR'))) WITH CHECK (cancelled_at IS NOT NULL);
-- Somebody else than whoever asked, and in nobody's name but her own.
CREATE POLICY a_second_person_confirms ON account.invitation FOR UPDATE
    USING (invited_by <> (SELECT context.account()) AND (
        (SELECT context.has_role('ADMINISTRATOR')) OR (SELECT context.has_role('DATA_PROTECTION_OFFICER'))
        OR (SELECT context.has_role('SAFEGUARDING_LEAD'))))
    WITH CHECK (confirmed_by = (SELECT context.account()) AND invited_by <> (SELECT context.account()));

-- The sweep removes what ended long ago and nothing else; it has to see it to remove it.
CREATE POLICY swept ON account.invitation FOR DELETE USING (
    (SELECT context.is_task('sweep-invitations')) AND expires_at < now() - interval '90 days');
CREATE POLICY seen_by_the_sweep ON account.invitation FOR SELECT USING (
    (SELECT context.is_task('sweep-invitations')) AND expires_at < now() - interval '90 days');

GRANT USAGE ON SCHEMA account TO diogel_app;
GRANT SELECT, INSERT ON account.account TO diogel_app;
GRANT UPDATE (status, version) ON account.account TO diogel_app;
GRANT SELECT, INSERT ON account.credential TO diogel_app;
GRANT UPDATE (password, totp, last_step, changed_at) ON account.credential TO diogel_app;
GRANT SELECT, INSERT, DELETE ON account.recovery_code TO diogel_app;
GRANT UPDATE (used_at) ON account.recovery_code TO diogel_app;
GRANT SELECT, INSERT ON account.preference TO diogel_app;
GRANT UPDATE (language) ON account.preference TO diogel_app;
GRANT SELECT, INSERT, DELETE ON account.invitation TO diogel_app;
GRANT UPDATE (used_at, confirmed_by, cancelled_at) ON account.invitation TO diogel_app;
