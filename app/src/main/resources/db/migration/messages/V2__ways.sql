-- One row a message, account and way. "chosen" says that her own choice of ways governs; otherwise
-- somebody relies on her reading it, and it always goes by e-mail. "via" is empty until the outbox has
-- looked at what she chose; a second way is a row of its own, split off once. "page" means that she
-- wanted nothing sent: it waits on her page. "may_have_gone" stays once a channel was given it.

ALTER TABLE messages.delivery
    ADD COLUMN via text CHECK (via IN ('mail', 'text')),
    ADD COLUMN chosen boolean NOT NULL DEFAULT false,
    ADD COLUMN split_of uuid,
    ADD COLUMN may_have_gone boolean NOT NULL DEFAULT false,
    ADD COLUMN handed uuid,
    ADD COLUMN outcome text CHECK (outcome IN ('delivered', 'failed')),
    ADD COLUMN outcome_at timestamptz,
    ADD CONSTRAINT delivery_outcome CHECK ((outcome IS NULL) = (outcome_at IS NULL)),
    ADD CONSTRAINT delivery_split UNIQUE (split_of, via),
    DROP CONSTRAINT delivery_state_check,
    ADD CONSTRAINT delivery_state_check CHECK (state IN ('queued', 'sending', 'sent', 'page', 'cancelled', 'dead')),
    DROP CONSTRAINT delivery_fault_check,
    ADD CONSTRAINT delivery_fault_check CHECK (fault IN ('no-address', 'channel', 'refused', 'check')),
    DROP CONSTRAINT delivery_channel_check,
    ADD CONSTRAINT delivery_channel_check CHECK (channel IN ('mail', 'notify', 'outbox'));
CREATE INDEX delivery_asked ON messages.delivery (sent_at) WHERE handed IS NOT NULL AND outcome IS NULL;
GRANT UPDATE (via, may_have_gone, handed, outcome, outcome_at) ON messages.delivery TO diogel_app;
DROP POLICY swept ON messages.delivery;
CREATE POLICY swept ON messages.delivery FOR DELETE USING (
    (SELECT context.is_task('sweep-deliveries')) AND state IN ('sent', 'page', 'cancelled', 'dead')
    AND coalesce(sent_at, next_at) < now() - interval '1 year');

CREATE TABLE messages.preference (
    account      uuid PRIMARY KEY,
    regions      text[] NOT NULL DEFAULT '{}'
        CHECK (regions <@ ARRAY['SOUTH_WALES', 'GWENT', 'DYFED_POWYS', 'NORTH_WALES', 'OUTSIDE_WALES']),
    mail         boolean NOT NULL DEFAULT true,
    text         boolean NOT NULL DEFAULT false,
    number       bytea,
    quiet_from   int CHECK (quiet_from BETWEEN 0 AND 23),
    quiet_until  int CHECK (quiet_until BETWEEN 0 AND 23),
    version      int NOT NULL DEFAULT 1,
    CHECK (NOT text OR number IS NOT NULL),
    CHECK ((quiet_from IS NULL) = (quiet_until IS NULL) AND quiet_from <> quiet_until)
);
COMMENT ON TABLE messages.preference IS
    'From which areas somebody wants messages, by which ways, and when not; her telephone number is sealed. Retention: as long as the account; the number until she removes it.';
ALTER TABLE messages.preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE messages.preference FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON messages.preference USING (account = (SELECT context.account()))
    WITH CHECK (account = (SELECT context.account()));
CREATE POLICY read_to_send ON messages.preference FOR SELECT USING (
    (SELECT context.is_task('outbox')) OR (SELECT context.is_task('alert-clock')));

-- A number counts only after a code that was sent to it came back.
CREATE TABLE messages.number_code (
    account     uuid PRIMARY KEY,
    id          uuid NOT NULL,
    number      bytea NOT NULL,
    code        bytea NOT NULL,
    tries       int NOT NULL DEFAULT 0,
    asked       int NOT NULL DEFAULT 1,
    since       timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL
);
COMMENT ON TABLE messages.number_code IS
    'A telephone number that waits for its code, and the code, both sealed. Retention: half an hour; a nightly sweep removes it.';
ALTER TABLE messages.number_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE messages.number_code FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON messages.number_code USING (account = (SELECT context.account()))
    WITH CHECK (account = (SELECT context.account()));
CREATE POLICY read_to_send ON messages.number_code FOR SELECT USING ((SELECT context.is_task('outbox')));
CREATE POLICY seen_by_the_sweep ON messages.number_code FOR SELECT USING (
    (SELECT context.is_task('sweep-deliveries')) AND expires_at < now() - interval '1 hour');
CREATE POLICY swept ON messages.number_code FOR DELETE USING (
    (SELECT context.is_task('sweep-deliveries')) AND expires_at < now() - interval '1 hour');

GRANT SELECT, INSERT ON messages.preference TO diogel_app;
GRANT UPDATE (regions, mail, text, number, quiet_from, quiet_until, version) ON messages.preference TO diogel_app;
GRANT SELECT, INSERT, DELETE ON messages.number_code TO diogel_app;
GRANT UPDATE (id, number, code, tries, asked, since, expires_at) ON messages.number_code TO diogel_app;
