-- One row for every look and every change, written in the transaction that looked or changed.
-- The runtime role may add rows and never change or remove one. The actor's columns must equal the
-- signed context, so that nobody can write in another's name.

CREATE TABLE audit.entry (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind         text NOT NULL,
    account      uuid,
    agency       uuid,
    purpose      text NOT NULL,
    action       text NOT NULL CHECK (action ~ '^[a-z-]+\.[a-z-]+$'),
    subject_kind text NOT NULL,
    subject      uuid,
    outcome      text NOT NULL CHECK (outcome IN ('done', 'denied')),
    fields       text[] NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE audit.entry IS
    'Who looked at or changed what, when and for which purpose; ids and field names only, never content. Retention: kept for now; seven years once retention is built.';
CREATE INDEX entry_subject ON audit.entry (subject, at);
CREATE INDEX entry_agency ON audit.entry (agency, at);

ALTER TABLE audit.entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.entry FORCE ROW LEVEL SECURITY;
CREATE POLICY write_as_oneself ON audit.entry FOR INSERT WITH CHECK (
    kind = (SELECT context.kind())
    AND account IS NOT DISTINCT FROM (SELECT context.account())
    AND agency IS NOT DISTINCT FROM (SELECT context.agency())
    AND purpose = (SELECT context.purpose()));
CREATE POLICY own_agency_for_the_officer ON audit.entry FOR SELECT USING (
    agency = (SELECT context.agency()) AND (SELECT context.has_role('DATA_PROTECTION_OFFICER')));
CREATE POLICY her_own_record ON audit.entry FOR SELECT USING (
    subject = (SELECT context.subject()) AND (SELECT context.second()));

GRANT USAGE ON SCHEMA audit TO diogel_app;
-- Not its time: that is the clock's, so that nobody writes into the past.
GRANT SELECT, INSERT (kind, account, agency, purpose, action, subject_kind, subject, outcome, fields)
    ON audit.entry TO diogel_app;
