-- Which agencies may share with which, what for, and until when: drawn up, signed and ended in the
-- feature "protocol", which writes it in here in the same transaction. Row-level policies compare the
-- times, so that sharing ends in the minute a protocol does, also while nothing runs.

CREATE TABLE access.cover (
    protocol  uuid NOT NULL,
    agency    uuid NOT NULL REFERENCES access.agency,
    purpose   text NOT NULL CHECK (purpose IN ('WARNINGS', 'CHECKS', 'INTELLIGENCE', 'DETAILS')),
    begins    timestamptz NOT NULL,
    ends      timestamptz NOT NULL CHECK (ends >= begins),
    PRIMARY KEY (agency, purpose, protocol)
);
COMMENT ON TABLE access.cover IS
    'Parties and purposes of each signed information-sharing protocol, and when it counts. Retention: kept for now; seven years after it ends once retention is built.';
CREATE INDEX cover_protocol ON access.cover (protocol, purpose);
ALTER TABLE access.cover ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.cover FORCE ROW LEVEL SECURITY;
-- Who shares what with whom is public: it is in the register.
CREATE POLICY protocols_are_public ON access.cover FOR SELECT USING ((SELECT context.kind()) IS NOT NULL);
CREATE POLICY made_by_officers ON access.cover FOR INSERT WITH CHECK (
    (SELECT context.is_task('set-up') OR context.has_role('ADMINISTRATOR') OR context.has_role('DATA_PROTECTION_OFFICER')));
CREATE POLICY ended_by_officers ON access.cover FOR UPDATE USING (
    (SELECT context.has_role('ADMINISTRATOR') OR context.has_role('DATA_PROTECTION_OFFICER')));

-- Each two agencies that may share for a purpose now.
CREATE VIEW access.partners WITH (security_invoker = true) AS
    SELECT a.agency AS one, b.agency AS other, a.purpose
      FROM access.cover a
      JOIN access.cover b ON b.protocol = a.protocol AND b.purpose = a.purpose AND b.agency <> a.agency
     WHERE a.begins <= now() AND a.ends > now() AND b.begins <= now() AND b.ends > now();

GRANT SELECT, INSERT ON access.cover TO diogel_app;
GRANT UPDATE (ends) ON access.cover TO diogel_app;
GRANT SELECT ON access.partners TO diogel_app;
