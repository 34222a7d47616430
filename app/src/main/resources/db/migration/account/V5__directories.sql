-- Somebody signs in through her agency's own directory. Who she is there is issuer and subject and
-- nothing else, kept as a keyed hash.

CREATE TABLE account.directory_identity (
    id         uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account.account,
    issuer     text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
    identity   bytea NOT NULL UNIQUE CHECK (octet_length(identity) = 32),
    created_at timestamptz NOT NULL DEFAULT now(),
    used_at    timestamptz,
    UNIQUE (account_id, issuer)
);
COMMENT ON TABLE account.directory_identity IS
    'Which account an agency''s directory vouches for: its issuer, and a keyed hash of issuer and subject. Retention: until she takes it away or sets up anew how she signs in; else as long as the account.';
ALTER TABLE account.directory_identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE account.directory_identity FORCE ROW LEVEL SECURITY;
CREATE POLICY signing_in ON account.directory_identity USING ((SELECT context.is_task('sign-in')));
GRANT SELECT, INSERT, DELETE ON account.directory_identity TO diogel_app;
GRANT UPDATE (used_at) ON account.directory_identity TO diogel_app;
