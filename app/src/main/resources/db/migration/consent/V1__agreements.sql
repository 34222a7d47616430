-- What she agreed to and what went because of it. The ledger takes rows and never changes or loses
-- one. consent.subject has one row a report: taking back locks it for change, sending locks it for
-- sharing, so that of a withdrawal and a sending at the same moment one comes wholly first.

CREATE TABLE consent.recipient (
    id         text PRIMARY KEY CHECK (id ~ '^[a-z-]{2,40}$'),
    choice     text NOT NULL CHECK (choice IN ('WARNING', 'CHECKER', 'COMPARE_HERE', 'COMPARE_ELSEWHERE',
                   'ANONYMOUS_INTELLIGENCE', 'POLICE', 'STATISTICS')),
    connected  boolean NOT NULL,
    place      int NOT NULL UNIQUE
);
COMMENT ON TABLE consent.recipient IS
    'Who could be told; what is not connected cannot be agreed to. Retention: while Diogel can reach them.';
ALTER TABLE consent.recipient ENABLE ROW LEVEL SECURITY;
INSERT INTO consent.recipient (id, choice, connected, place) VALUES
    ('members', 'WARNING', true, 1),
    ('national-ugly-mugs', 'WARNING', false, 2),
    ('checker', 'CHECKER', false, 3),
    ('this-partnership', 'COMPARE_HERE', false, 4),
    ('other-partnerships', 'COMPARE_ELSEWHERE', false, 5),
    ('police-without-name', 'ANONYMOUS_INTELLIGENCE', false, 6),
    ('police-south-wales', 'POLICE', false, 7),
    ('police-gwent', 'POLICE', false, 8),
    ('police-dyfed-powys', 'POLICE', false, 9),
    ('police-north-wales', 'POLICE', false, 10),
    ('statistics', 'STATISTICS', false, 11);
ALTER TABLE consent.recipient FORCE ROW LEVEL SECURITY;
CREATE POLICY known_to_all ON consent.recipient FOR SELECT USING ((SELECT context.kind()) IS NOT NULL);

CREATE TABLE consent.subject (
    subject  uuid PRIMARY KEY,
    stopped  boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE consent.subject IS
    'One row a report: whether all sharing was stopped, and the lock between taking back and sending. Retention: kept for now; seven years after the report is closed or erased once retention is built.';
ALTER TABLE consent.subject ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.subject FORCE ROW LEVEL SECURITY;
CREATE POLICY holder ON consent.subject
    USING (subject = (SELECT context.subject())) WITH CHECK (subject = (SELECT context.subject()));
CREATE POLICY desk ON consent.subject
    USING ((SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
        AND subject IN (SELECT subject FROM access.live WHERE subject_kind = 'report'));
CREATE POLICY tasks ON consent.subject
    USING ((SELECT context.kind()) = 'task') WITH CHECK ((SELECT context.kind()) = 'task');

CREATE TABLE consent.words (
    digest      bytea PRIMARY KEY CHECK (digest = sha256(convert_to(body, 'UTF8'))),
    lang        text NOT NULL CHECK (lang IN ('en', 'cy')),
    body        text NOT NULL,
    first_used  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE consent.words IS
    'The exact words that asked for agreement, once for each wording. Retention: for ever; it holds nobody''s data.';
ALTER TABLE consent.words ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.words FORCE ROW LEVEL SECURITY;
CREATE POLICY known_to_all ON consent.words FOR SELECT USING ((SELECT context.kind()) IS NOT NULL);
CREATE POLICY kept_on_first_use ON consent.words FOR INSERT WITH CHECK ((SELECT context.kind()) IN ('holder', 'person'));

CREATE TABLE consent.statement (
    id             uuid PRIMARY KEY,
    number         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    subject        uuid NOT NULL REFERENCES consent.subject,
    act            text NOT NULL CHECK (act IN ('recorded', 'withdrawn')),
    lang           text NOT NULL CHECK (lang IN ('en', 'cy')),
    words_version  text NOT NULL CHECK (length(words_version) <= 40),
    words          bytea REFERENCES consent.words CHECK ((words IS NULL) = (act = 'withdrawn')),
    at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind           text NOT NULL,
    account        uuid,
    agency         uuid
);
COMMENT ON TABLE consent.statement IS
    'Each time she agreed, changed or took back; the newest counts. Retention: kept for now; seven years after the report is closed or erased once retention is built.';
CREATE INDEX statement_subject ON consent.statement (subject, number);
ALTER TABLE consent.statement ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.statement FORCE ROW LEVEL SECURITY;
-- Whoever holds her phone may hold her code: reading back needs the second secret.
CREATE POLICY holder_reads ON consent.statement FOR SELECT
    USING (subject = (SELECT context.subject()) AND (SELECT context.second()));
-- After all sharing was stopped the code alone may not resume it.
CREATE POLICY holder_writes ON consent.statement FOR INSERT WITH CHECK (
    subject = (SELECT context.subject()) AND kind = (SELECT context.kind())
    AND (act = 'withdrawn' OR (SELECT context.second())
         OR EXISTS (SELECT 1 FROM consent.subject s WHERE s.subject = statement.subject AND NOT s.stopped)));
CREATE POLICY desk_reads ON consent.statement FOR SELECT
    USING ((SELECT context.kind()) = 'person' AND subject IN (SELECT subject FROM consent.subject));
CREATE POLICY desk_writes ON consent.statement FOR INSERT WITH CHECK (
    (SELECT context.kind()) = 'person' AND kind = 'person'
    AND account = (SELECT context.account()) AND agency = (SELECT context.agency())
    AND subject IN (SELECT subject FROM consent.subject));
CREATE POLICY tasks_read ON consent.statement FOR SELECT USING ((SELECT context.kind()) = 'task');
CREATE POLICY tasks_withdraw ON consent.statement FOR INSERT WITH CHECK (
    (SELECT context.kind()) = 'task' AND kind = 'task' AND act = 'withdrawn');

CREATE TABLE consent.agreed (
    statement  uuid NOT NULL REFERENCES consent.statement,
    subject    uuid NOT NULL,
    recipient  text NOT NULL REFERENCES consent.recipient,
    shown      bytea NOT NULL CHECK (octet_length(shown) = 32),
    PRIMARY KEY (statement, recipient)
);
COMMENT ON TABLE consent.agreed IS
    'Whom each statement agreed to tell, and the digest of what she was shown that they would get. Retention: kept for now; seven years after the report is closed or erased once retention is built.';
ALTER TABLE consent.agreed ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.agreed FORCE ROW LEVEL SECURITY;
CREATE POLICY holder_reads ON consent.agreed FOR SELECT
    USING (subject = (SELECT context.subject()) AND (SELECT context.second()));
CREATE POLICY holder_writes ON consent.agreed FOR INSERT WITH CHECK (subject = (SELECT context.subject()));
CREATE POLICY desk_reads ON consent.agreed FOR SELECT
    USING ((SELECT context.kind()) = 'person' AND subject IN (SELECT subject FROM consent.subject));
CREATE POLICY desk_writes ON consent.agreed FOR INSERT WITH CHECK (
    (SELECT context.kind()) = 'person' AND subject IN (SELECT subject FROM consent.subject));
CREATE POLICY tasks_read ON consent.agreed FOR SELECT USING ((SELECT context.kind()) = 'task');

CREATE TABLE consent.disclosure (
    number          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject         uuid NOT NULL REFERENCES consent.subject,
    recipient       text NOT NULL REFERENCES consent.recipient,
    what            text NOT NULL CHECK (what IN ('warning', 'correction')),
    reference       uuid NOT NULL,
    excerpt_digest  bytea NOT NULL CHECK (octet_length(excerpt_digest) = 32),
    at              timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind            text NOT NULL,
    account         uuid,
    agency          uuid
);
COMMENT ON TABLE consent.disclosure IS
    'What has gone, to whom, when, made from which excerpt. Retention: kept for now; seven years after the report is closed or erased once retention is built.';
CREATE INDEX disclosure_subject ON consent.disclosure (subject, number);
ALTER TABLE consent.disclosure ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.disclosure FORCE ROW LEVEL SECURITY;
CREATE POLICY holder_reads ON consent.disclosure FOR SELECT
    USING (subject = (SELECT context.subject()) AND (SELECT context.second()));
CREATE POLICY desk_reads ON consent.disclosure FOR SELECT
    USING ((SELECT context.kind()) = 'person' AND subject IN (SELECT subject FROM consent.subject));
CREATE POLICY sender_writes ON consent.disclosure FOR INSERT WITH CHECK (
    kind = (SELECT context.kind())
    AND account IS NOT DISTINCT FROM (SELECT context.account())
    AND agency IS NOT DISTINCT FROM (SELECT context.agency())
    AND (((SELECT context.has_role('MODERATOR')) AND subject IN (SELECT subject FROM consent.subject))
         OR (SELECT context.is_task('outbox'))));

CREATE TABLE consent.text_approval (
    number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    lang      text NOT NULL CHECK (lang IN ('en', 'cy')),
    digest    text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    reviewer  text NOT NULL CHECK (length(reviewer) BETWEEN 3 AND 120),
    account   uuid NOT NULL,
    at        timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE consent.text_approval IS
    'Which named reviewer approved which wording of the safety, consent and withdrawal texts. Retention: kept for now; seven years after a newer approval once retention is built.';
CREATE INDEX text_approval_digest ON consent.text_approval (lang, digest);
ALTER TABLE consent.text_approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.text_approval FORCE ROW LEVEL SECURITY;
CREATE POLICY known_to_all ON consent.text_approval FOR SELECT USING ((SELECT context.kind()) IS NOT NULL);
CREATE POLICY approved_by_administrators ON consent.text_approval FOR INSERT WITH CHECK (
    (SELECT context.has_role('ADMINISTRATOR')) AND account = (SELECT context.account()));

GRANT USAGE ON SCHEMA consent TO diogel_app;
GRANT SELECT ON consent.recipient TO diogel_app;
GRANT SELECT, INSERT ON consent.subject, consent.words, consent.statement, consent.agreed,
    consent.disclosure, consent.text_approval TO diogel_app;
GRANT UPDATE (stopped) ON consent.subject TO diogel_app;
