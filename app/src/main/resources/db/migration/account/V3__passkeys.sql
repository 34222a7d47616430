-- What somebody signs in with in place of a password and a code. The public key is no secret; it is
-- sealed so that it counts for this row and this account alone, whoever can write to the table.

CREATE TABLE account.passkey (
    id            uuid PRIMARY KEY,
    account_id    uuid NOT NULL REFERENCES account.account,
    credential    bytea NOT NULL UNIQUE CHECK (octet_length(credential) BETWEEN 1 AND 1023),
    public_key    bytea NOT NULL,
    counter       bigint NOT NULL CHECK (counter >= 0),
    synced        boolean NOT NULL,
    name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    -- When the challenge answered last was made: an older one, or the same again, counts no more.
    challenged_at timestamptz NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    used_at       timestamptz
);
COMMENT ON TABLE account.passkey IS
    'Passkeys: a device''s public key, sealed to its account, under a name its owner chose, and when it was used last. Retention: until she removes it or sets up anew how she signs in; else as long as the account.';
CREATE INDEX passkey_account ON account.passkey (account_id);
ALTER TABLE account.passkey ENABLE ROW LEVEL SECURITY;
ALTER TABLE account.passkey FORCE ROW LEVEL SECURITY;
CREATE POLICY signing_in ON account.passkey USING ((SELECT context.is_task('sign-in')));
GRANT SELECT, INSERT, DELETE ON account.passkey TO diogel_app;
GRANT UPDATE (counter, challenged_at, used_at) ON account.passkey TO diogel_app;

-- Whoever sets up anew how she signs in may do so without a password.
GRANT DELETE ON account.credential TO diogel_app;
