-- Information-sharing protocols: which agencies share what with which, why, on which ground in law, from
-- when until when, who signed. What one lets its parties share is written into access.cover when it is
-- brought into force; nothing here opens anything by itself.

CREATE TABLE protocol.protocol (
    id           uuid PRIMARY KEY,
    reference    text NOT NULL UNIQUE CHECK (reference ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
    state        text NOT NULL CHECK (state IN ('DRAFT', 'SIGNED', 'ENDED')),
    version      int NOT NULL DEFAULT 1,
    title_en     text NOT NULL CHECK (length(title_en) BETWEEN 1 AND 160),
    title_cy     text NOT NULL CHECK (length(title_cy) <= 160),
    aim_en       text NOT NULL CHECK (length(aim_en) BETWEEN 1 AND 2000),
    aim_cy       text NOT NULL CHECK (length(aim_cy) <= 2000),
    kept_en      text NOT NULL CHECK (length(kept_en) BETWEEN 1 AND 2000),
    kept_cy      text NOT NULL CHECK (length(kept_cy) <= 2000),
    purposes     text[] NOT NULL CHECK (cardinality(purposes) > 0
                     AND purposes <@ ARRAY['WARNINGS', 'CHECKS', 'INTELLIGENCE', 'DETAILS']),
    begins_on    date NOT NULL,
    review_on    date NOT NULL,
    last_day     date NOT NULL CHECK (last_day >= begins_on),
    drawn_up_by  uuid NOT NULL,
    drawn_up_at  timestamptz NOT NULL,
    started_by   uuid CHECK (started_by <> drawn_up_by),
    started_at   timestamptz CHECK ((started_at IS NULL) = (state = 'DRAFT') AND (started_by IS NULL) = (started_at IS NULL)),
    ended_at     timestamptz CHECK ((ended_at IS NULL) = (state <> 'ENDED')),
    reminded_for date
);
COMMENT ON TABLE protocol.protocol IS
    'What each information-sharing protocol says. Retention: a draft until it is thrown away; kept for now, seven years after it ends once retention is built.';

CREATE TABLE protocol.party (
    protocol   uuid NOT NULL REFERENCES protocol.protocol ON DELETE CASCADE,
    agency     uuid NOT NULL REFERENCES access.agency,
    law        text NOT NULL CHECK (law ~ '^[a-z0-9-]{2,30}$'),
    special    text CHECK (special ~ '^[a-z0-9-]{2,30}$'),
    offence    text CHECK (offence ~ '^[a-z0-9-]{2,30}$'),
    post       text NOT NULL CHECK (length(post) BETWEEN 1 AND 120),
    signed_on  date,
    signer     text CHECK (length(signer) BETWEEN 3 AND 120),
    position   text CHECK (length(position) BETWEEN 2 AND 120),
    here       boolean,
    signed_by  uuid,
    CHECK ((signed_on IS NULL) = (signer IS NULL) AND (signed_on IS NULL) = (position IS NULL)
        AND (signed_on IS NULL) = (here IS NULL) AND (signed_on IS NULL) = (signed_by IS NULL)),
    PRIMARY KEY (protocol, agency)
);
COMMENT ON TABLE protocol.party IS
    'The parties of a protocol: each one''s ground in law, the post that answers questions, who signed for it. Retention: as protocol.protocol.';

CREATE TABLE protocol.event (
    number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    protocol  uuid NOT NULL REFERENCES protocol.protocol ON DELETE CASCADE,
    what      text NOT NULL CHECK (what ~ '^[a-z-]{2,30}$'),
    at        timestamptz NOT NULL,
    account   uuid,
    agency    uuid,
    note      text CHECK (length(note) <= 1000)
);
COMMENT ON TABLE protocol.event IS
    'What was done with a protocol, when and by whom. Retention: as protocol.protocol.';
CREATE INDEX event_protocol ON protocol.event (protocol, number);

ALTER TABLE protocol.protocol ENABLE ROW LEVEL SECURITY;
ALTER TABLE protocol.protocol FORCE ROW LEVEL SECURITY;
ALTER TABLE protocol.party ENABLE ROW LEVEL SECURITY;
ALTER TABLE protocol.party FORCE ROW LEVEL SECURITY;
ALTER TABLE protocol.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE protocol.event FORCE ROW LEVEL SECURITY;

-- What was ever in force is public; what is being drawn up, whoever draws it up.
CREATE POLICY in_the_register ON protocol.protocol FOR SELECT USING (
    state <> 'DRAFT' AND (SELECT context.kind()) IS NOT NULL);
CREATE POLICY officers_see ON protocol.protocol FOR SELECT USING (
    (SELECT context.has_role('ADMINISTRATOR') OR context.has_role('DATA_PROTECTION_OFFICER')));
CREATE POLICY officers_draw_up ON protocol.protocol FOR INSERT WITH CHECK (
    (SELECT context.has_role('ADMINISTRATOR') OR context.has_role('DATA_PROTECTION_OFFICER'))
    AND drawn_up_by = (SELECT context.account()) AND state = 'DRAFT');
CREATE POLICY officers_change ON protocol.protocol FOR UPDATE USING (
    (SELECT context.has_role('ADMINISTRATOR') OR context.has_role('DATA_PROTECTION_OFFICER')));
CREATE POLICY officers_throw_away ON protocol.protocol FOR DELETE USING (
    (SELECT context.has_role('ADMINISTRATOR') OR context.has_role('DATA_PROTECTION_OFFICER'))
    AND state = 'DRAFT');
CREATE POLICY clock_sees ON protocol.protocol FOR SELECT USING ((SELECT context.is_task('protocols')));
CREATE POLICY clock_reminds ON protocol.protocol FOR UPDATE USING ((SELECT context.is_task('protocols')));

CREATE POLICY with_the_protocol ON protocol.party FOR SELECT USING (
    EXISTS (SELECT 1 FROM protocol.protocol p WHERE p.id = party.protocol));
CREATE POLICY officers_write ON protocol.party FOR INSERT WITH CHECK (
    (SELECT context.has_role('ADMINISTRATOR') OR context.has_role('DATA_PROTECTION_OFFICER'))
    AND EXISTS (SELECT 1 FROM protocol.protocol p WHERE p.id = party.protocol AND p.state = 'DRAFT'));
-- A signature is recorded in one's own name, and as given here only by somebody of that agency.
CREATE POLICY officers_sign ON protocol.party FOR UPDATE USING (
    (SELECT context.has_role('ADMINISTRATOR') OR context.has_role('DATA_PROTECTION_OFFICER'))
    AND EXISTS (SELECT 1 FROM protocol.protocol p WHERE p.id = party.protocol AND p.state = 'DRAFT'))
    WITH CHECK (signed_by IS NULL
        OR signed_by = (SELECT context.account()) AND (NOT here OR agency = (SELECT context.agency())));
CREATE POLICY officers_take_out ON protocol.party FOR DELETE USING (
    (SELECT context.has_role('ADMINISTRATOR') OR context.has_role('DATA_PROTECTION_OFFICER'))
    AND EXISTS (SELECT 1 FROM protocol.protocol p WHERE p.id = party.protocol AND p.state = 'DRAFT'));

CREATE POLICY officers_see ON protocol.event FOR SELECT USING (
    (SELECT context.has_role('ADMINISTRATOR') OR context.has_role('DATA_PROTECTION_OFFICER')));
CREATE POLICY written_as_oneself ON protocol.event FOR INSERT WITH CHECK (
    account = (SELECT context.account()) AND agency = (SELECT context.agency())
    AND (SELECT context.has_role('ADMINISTRATOR') OR context.has_role('DATA_PROTECTION_OFFICER')));

GRANT USAGE ON SCHEMA protocol TO diogel_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON protocol.protocol, protocol.party TO diogel_app;
GRANT SELECT, INSERT ON protocol.event TO diogel_app;
