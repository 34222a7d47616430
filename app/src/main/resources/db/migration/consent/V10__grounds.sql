-- Her agreement and the ground in law are two things. An agreement says what for and which kinds of data,
-- how it was given and until when, and which earlier one it replaces. Whatever goes names its ground: the
-- agreement it rests on, or who decided otherwise, why, on which law and whether she was told; and beside
-- that, by itself, the lawful basis of the body that passes it on. A row without a ground cannot be written.

-- The owner of the tables may change their rows for the length of this migration.
ALTER TABLE consent.recipient NO FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.statement NO FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.agreed NO FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.disclosure NO FORCE ROW LEVEL SECURITY;

ALTER TABLE consent.recipient ADD COLUMN purpose text CHECK (purpose IN ('WARNINGS', 'CHECKS', 'COMPARING',
    'INTELLIGENCE', 'DETAILS', 'COUNTING', 'SAFEGUARDING'));
ALTER TABLE consent.recipient ADD COLUMN data text[] CHECK (cardinality(data) > 0 AND data <@ ARRAY['danger',
    'numbers', 'account', 'person', 'files', 'special', 'offence', 'counts']);
UPDATE consent.recipient AS r SET purpose = p.purpose, data = p.data
  FROM (VALUES ('WARNING', 'WARNINGS', ARRAY['danger', 'offence']),
               ('CHECKER', 'CHECKS', ARRAY['numbers', 'offence']),
               ('COMPARE_HERE', 'COMPARING', ARRAY['numbers', 'offence']),
               ('COMPARE_ELSEWHERE', 'COMPARING', ARRAY['numbers', 'offence']),
               ('ANONYMOUS_INTELLIGENCE', 'INTELLIGENCE', ARRAY['account', 'special', 'offence']),
               ('POLICE', 'DETAILS', ARRAY['person', 'account', 'files', 'special', 'offence']),
               ('STATISTICS', 'COUNTING', ARRAY['counts']),
               ('', 'SAFEGUARDING', ARRAY['person', 'account', 'special', 'offence'])) AS p (choice, purpose, data)
 WHERE coalesce(r.choice, '') = p.choice;
ALTER TABLE consent.recipient ALTER COLUMN purpose SET NOT NULL;
ALTER TABLE consent.recipient ALTER COLUMN data SET NOT NULL;

-- How it was given: by herself on the page, or said to a worker, who is the witness. Background work takes
-- back and never agrees.
ALTER TABLE consent.statement ADD COLUMN given text CHECK (given IN ('web', 'spoken', 'system'));
ALTER TABLE consent.statement ADD COLUMN witness uuid;
ALTER TABLE consent.statement ADD COLUMN supersedes uuid REFERENCES consent.statement;
UPDATE consent.statement AS s
   SET given = CASE s.kind WHEN 'holder' THEN 'web' WHEN 'person' THEN 'spoken' ELSE 'system' END,
       witness = CASE s.kind WHEN 'person' THEN s.account END,
       supersedes = b.before
  FROM (SELECT id, lag(id) OVER (PARTITION BY subject ORDER BY number) AS before FROM consent.statement) AS b
 WHERE b.id = s.id;
ALTER TABLE consent.statement ALTER COLUMN given SET NOT NULL;
ALTER TABLE consent.statement ADD CONSTRAINT statement_witness_check CHECK ((witness IS NOT NULL) = (given = 'spoken')
    AND (act = 'withdrawn' OR given <> 'system'));
-- Of two that replace the same one, the second fails.
ALTER TABLE consent.statement ADD CONSTRAINT statement_supersedes_once UNIQUE (supersedes);

ALTER TABLE consent.agreed ADD COLUMN purpose text;
ALTER TABLE consent.agreed ADD COLUMN data text[];
ALTER TABLE consent.agreed ADD COLUMN ends_at timestamptz;
UPDATE consent.agreed AS a SET purpose = r.purpose, data = r.data
  FROM consent.recipient AS r WHERE r.id = a.recipient;
ALTER TABLE consent.agreed ALTER COLUMN purpose SET NOT NULL;
ALTER TABLE consent.agreed ALTER COLUMN data SET NOT NULL;
ALTER TABLE consent.agreed ADD CONSTRAINT agreed_of_one_report UNIQUE (statement, recipient, subject);
COMMENT ON TABLE consent.agreed IS
    'Whom each statement agreed to tell, what for, which kinds of data, until when (null: until she takes it back), and the digest of what she was shown that they would get. Retention: as consent.subject.';

-- What an agreement is for is written down with it: it stays as it was when what we may do changes.
CREATE FUNCTION consent.describe() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    SELECT r.purpose, r.data INTO NEW.purpose, NEW.data FROM consent.recipient r WHERE r.id = NEW.recipient;
    RETURN NEW;
END
$$;
CREATE TRIGGER describe BEFORE INSERT ON consent.agreed FOR EACH ROW EXECUTE FUNCTION consent.describe();
-- The code alone may not read what it replaces.
CREATE FUNCTION consent.supersede() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    NEW.supersedes := (SELECT s.id FROM consent.statement s WHERE s.subject = NEW.subject
                        ORDER BY s.number DESC LIMIT 1);
    RETURN NEW;
END
$$;
CREATE TRIGGER supersede BEFORE INSERT ON consent.statement FOR EACH ROW EXECUTE FUNCTION consent.supersede();
REVOKE ALL ON FUNCTION consent.describe(), consent.supersede() FROM PUBLIC;

ALTER TABLE consent.disclosure ADD COLUMN statement uuid;
ALTER TABLE consent.disclosure ADD COLUMN reason text CHECK (reason ~ '^[a-z-]{2,30}$');
ALTER TABLE consent.disclosure ADD COLUMN source text CHECK (length(source) BETWEEN 3 AND 200);
ALTER TABLE consent.disclosure ADD COLUMN not_told text CHECK (not_told ~ '^[a-z-]{2,30}$');
ALTER TABLE consent.disclosure ADD COLUMN basis_law text CHECK (basis_law ~ '^[a-z0-9-]{2,30}$');
ALTER TABLE consent.disclosure ADD COLUMN basis_special text CHECK (basis_special ~ '^[a-z0-9-]{2,30}$');
ALTER TABLE consent.disclosure ADD COLUMN basis_offence text CHECK (basis_offence ~ '^[a-z0-9-]{2,30}$');
ALTER TABLE consent.disclosure ADD COLUMN protocol uuid;
UPDATE consent.disclosure AS d
   SET statement = (SELECT a.statement FROM consent.agreed a JOIN consent.statement s ON s.id = a.statement
                     WHERE a.subject = d.subject AND a.recipient = d.recipient AND s.at <= d.at
                     ORDER BY s.number DESC LIMIT 1)
 WHERE d.ground IS NULL AND d.what <> 'came-back';
UPDATE consent.disclosure SET reason = 'not-recorded', source = 'not recorded',
       not_told = CASE WHEN NOT told THEN 'not-recorded' END
 WHERE ground IS NOT NULL;
ALTER TABLE consent.disclosure ADD CONSTRAINT disclosure_rests_on_her_agreement
    FOREIGN KEY (statement, recipient, subject) REFERENCES consent.agreed (statement, recipient, subject);
ALTER TABLE consent.disclosure ADD CONSTRAINT disclosure_names_its_ground CHECK (
    CASE WHEN what = 'came-back' THEN num_nonnulls(statement, ground, reason, source, not_told) = 0
         WHEN ground IS NULL THEN statement IS NOT NULL AND num_nonnulls(reason, source, not_told) = 0
         ELSE statement IS NULL AND kind = 'person' AND num_nulls(account, agency, reason, source) = 0
              AND (told OR not_told IS NOT NULL)
    END);
ALTER TABLE consent.disclosure ADD CONSTRAINT disclosure_basis_check CHECK (
    basis_law IS NOT NULL OR num_nonnulls(basis_special, basis_offence, protocol) = 0);
COMMENT ON TABLE consent.disclosure IS
    'What has gone, to whom, when, made from which excerpt; on which agreement of hers or whose decision on which law; the lawful basis of the body that passed it on. Retention: as consent.subject.';

ALTER TABLE consent.recipient FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.statement FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.agreed FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.disclosure FORCE ROW LEVEL SECURITY;

ALTER POLICY holder_writes ON consent.statement WITH CHECK (
    subject = (SELECT context.subject()) AND kind = (SELECT context.kind()) AND given <> 'system'
    AND (act = 'withdrawn' OR (SELECT context.second())
         OR EXISTS (SELECT 1 FROM consent.subject s WHERE s.subject = statement.subject AND NOT s.stopped)));
-- Whoever of the desk writes down what she said is the witness.
ALTER POLICY desk_writes ON consent.statement WITH CHECK (
    (SELECT context.kind()) = 'person' AND kind = 'person'
    AND account = (SELECT context.account()) AND agency = (SELECT context.agency())
    AND given = 'spoken' AND witness = (SELECT context.account())
    AND subject IN (SELECT subject FROM consent.subject));
ALTER POLICY tasks_withdraw ON consent.statement WITH CHECK (
    (SELECT context.kind()) = 'task' AND kind = 'task' AND act = 'withdrawn' AND given = 'system');

-- It rests on the newest she said, while that lasts.
ALTER POLICY sender_writes ON consent.disclosure WITH CHECK (
    ground IS NULL
    AND kind = (SELECT context.kind())
    AND account IS NOT DISTINCT FROM (SELECT context.account())
    AND agency IS NOT DISTINCT FROM (SELECT context.agency())
    AND (((SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER'))
            AND subject IN (SELECT subject FROM consent.subject))
         OR (SELECT context.is_task('outbox')))
    AND (what = 'came-back'
         OR statement = (SELECT s.id FROM consent.statement s WHERE s.subject = disclosure.subject
                          ORDER BY s.number DESC LIMIT 1)
            AND EXISTS (SELECT 1 FROM consent.agreed a
                 WHERE a.statement = disclosure.statement AND a.recipient = disclosure.recipient
                   AND (a.ends_at IS NULL OR a.ends_at > clock_timestamp()))));
