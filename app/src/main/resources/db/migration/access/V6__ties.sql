-- Whom people know privately, as each wrote it down for herself: what we are told that names one of them is
-- kept from her. Nobody else reads her list; features compare keyed hashes.

CREATE TABLE access.tie (
    id        uuid PRIMARY KEY,
    account   uuid NOT NULL,
    kind      text NOT NULL CHECK (kind IN ('phone', 'email', 'handle', 'vehicle')),
    key_id    uuid NOT NULL UNIQUE,
    bytes     bytea NOT NULL,
    added_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE access.tie IS
    'Whom somebody who works here knows privately, in her own words, sealed under its own key. Retention: until she removes it; with her account.';
CREATE INDEX tie_account ON access.tie (account);
ALTER TABLE access.tie ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.tie FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON access.tie USING (account = (SELECT context.account())) WITH CHECK (account = (SELECT context.account()));
CREATE POLICY sweep_sees ON access.tie FOR SELECT USING ((SELECT context.is_task('sweep')));
CREATE POLICY functions_look_up ON access.tie FOR SELECT TO diogel_owner USING (true);

CREATE TABLE access.tie_tag (
    tie  uuid NOT NULL REFERENCES access.tie ON DELETE CASCADE,
    tag  bytea NOT NULL CHECK (octet_length(tag) = 32),
    PRIMARY KEY (tie, tag)
);
COMMENT ON TABLE access.tie_tag IS
    'Keyed hash of the number, address or plate of a tie, equal to the one of a report that names it. Retention: as access.tie.';
CREATE INDEX tie_tag_tag ON access.tie_tag (tag);
ALTER TABLE access.tie_tag ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.tie_tag FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON access.tie_tag USING (EXISTS (SELECT 1 FROM access.tie t WHERE t.id = tie AND t.account = (SELECT context.account())));
CREATE POLICY functions_look_up ON access.tie_tag FOR SELECT TO diogel_owner USING (true);

-- Kept out because of a tie, by her own list.
CREATE POLICY functions_keep_out ON access.kept_out FOR INSERT TO diogel_owner WITH CHECK (
    why = 'tie' AND party_kind = 'account' AND by = party);

GRANT SELECT, INSERT, DELETE ON access.tie TO diogel_app;
GRANT SELECT, INSERT ON access.tie_tag TO diogel_app;
