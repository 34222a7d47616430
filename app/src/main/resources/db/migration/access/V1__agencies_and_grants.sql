-- Agencies, which of them answers for a region, and grants: the only rows that the row-level
-- policies of later features read to decide what an agency may see.

CREATE TABLE access.agency (
    id    uuid PRIMARY KEY,
    name  text NOT NULL CHECK (length(name) BETWEEN 2 AND 120),
    kind  text NOT NULL CHECK (kind IN ('project', 'police', 'council', 'health', 'housing', 'probation', 'other'))
);
COMMENT ON TABLE access.agency IS
    'The agencies of the partnership. Retention: while the partnership lasts.';
ALTER TABLE access.agency ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.agency FORCE ROW LEVEL SECURITY;
-- Names of member agencies are public: she must know who would read what.
CREATE POLICY names_are_public ON access.agency FOR SELECT USING ((SELECT context.kind()) IS NOT NULL);
CREATE POLICY made_by_set_up ON access.agency FOR INSERT WITH CHECK (
    (SELECT context.is_task('set-up')) OR (SELECT context.has_role('ADMINISTRATOR')));
CREATE POLICY renamed_by_administrators ON access.agency FOR UPDATE USING (
    (SELECT context.has_role('ADMINISTRATOR')));

CREATE TABLE access.desk (
    region  text PRIMARY KEY CHECK (region IN ('SOUTH_WALES', 'GWENT', 'DYFED_POWYS', 'NORTH_WALES', 'OUTSIDE_WALES', 'ANY')),
    agency  uuid NOT NULL REFERENCES access.agency
);
COMMENT ON TABLE access.desk IS
    'The project that answers reports from a region; ANY answers where no other does. Retention: while the partnership lasts.';
ALTER TABLE access.desk ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.desk FORCE ROW LEVEL SECURITY;
CREATE POLICY desks_are_public ON access.desk FOR SELECT USING ((SELECT context.kind()) IS NOT NULL);
CREATE POLICY made_by_set_up ON access.desk USING (
    (SELECT context.is_task('set-up')) OR (SELECT context.has_role('ADMINISTRATOR')));

CREATE TABLE access.grants (
    id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    subject_kind text NOT NULL CHECK (subject_kind IN ('report', 'alert')),
    subject      uuid NOT NULL,
    party_kind   text NOT NULL CHECK (party_kind IN ('agency', 'account')),
    party        uuid NOT NULL,
    purpose      text NOT NULL,
    source       text NOT NULL,
    granted_at   timestamptz NOT NULL DEFAULT now(),
    until        timestamptz,
    revoked_at   timestamptz
);
COMMENT ON TABLE access.grants IS
    'Which agency or person may see what, for which purpose, until when, and why. Retention: kept for now; seven years after it ends once retention is built.';
CREATE INDEX grants_party ON access.grants (party, subject_kind, subject) WHERE revoked_at IS NULL;
CREATE INDEX grants_subject ON access.grants (subject);
ALTER TABLE access.grants ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.grants FORCE ROW LEVEL SECURITY;
-- An agency sees its own grants and no other's: that another agency holds one stays unseen.
CREATE POLICY own_grants ON access.grants FOR SELECT USING (
    party IN ((SELECT context.agency()), (SELECT context.account())));
CREATE POLICY holder_sees_hers ON access.grants FOR SELECT USING (subject = (SELECT context.subject()));
CREATE POLICY tasks_see ON access.grants FOR SELECT USING ((SELECT context.kind()) = 'task');
-- Whoever sends a report gives the desk its grant; a person may pass on only what her agency holds.
CREATE POLICY holder_gives ON access.grants FOR INSERT WITH CHECK (
    subject = (SELECT context.subject())
    AND party_kind = 'agency'
    AND party IN (SELECT agency FROM access.desk));
CREATE POLICY holder_takes_back ON access.grants FOR UPDATE USING (subject = (SELECT context.subject()));
CREATE POLICY tasks_give ON access.grants FOR INSERT WITH CHECK ((SELECT context.is_task('set-up')));

-- What the acting agency or person may see now; row-level policies of later features read this.
CREATE VIEW access.live WITH (security_invoker = true) AS
    SELECT subject_kind, subject, party, purpose
      FROM access.grants
     WHERE revoked_at IS NULL
       AND (until IS NULL OR until > now())
       AND party IN ((SELECT context.agency()), (SELECT context.account()));

GRANT USAGE ON SCHEMA access TO diogel_app;
GRANT SELECT, INSERT ON access.agency TO diogel_app;
GRANT UPDATE (name) ON access.agency TO diogel_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON access.desk TO diogel_app;
GRANT SELECT, INSERT ON access.grants TO diogel_app;
GRANT UPDATE (revoked_at) ON access.grants TO diogel_app;
GRANT SELECT ON access.live TO diogel_app;
