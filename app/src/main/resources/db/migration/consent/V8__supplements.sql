-- What she adds or corrects later goes to nobody by itself: for each recipient and each thing she added
-- there is a yes of its own, with the digest of exactly what she was shown. It hangs on the statement in
-- which she agrees to that recipient and ends with the first later one that does not.
CREATE TABLE consent.supplement (
    statement      uuid NOT NULL REFERENCES consent.statement,
    subject        uuid NOT NULL REFERENCES consent.subject,
    recipient      text NOT NULL REFERENCES consent.recipient,
    addition       uuid NOT NULL,
    shown          bytea NOT NULL CHECK (octet_length(shown) = 32),
    lang           text NOT NULL CHECK (lang ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$'),
    words_version  text NOT NULL CHECK (length(words_version) <= 40),
    words          bytea NOT NULL REFERENCES consent.words,
    at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (statement, recipient, addition),
    FOREIGN KEY (statement, recipient) REFERENCES consent.agreed (statement, recipient)
);
COMMENT ON TABLE consent.supplement IS
    'Who may have what she added later too, and the digest of what she was shown that they would get. Retention: kept for now; seven years after the report is closed or erased once retention is built.';
CREATE INDEX supplement_subject ON consent.supplement (subject);
ALTER TABLE consent.supplement ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.supplement FORCE ROW LEVEL SECURITY;
-- The code alone neither says nor learns whom she chose.
CREATE POLICY holder_reads ON consent.supplement FOR SELECT
    USING (subject = (SELECT context.subject()) AND (SELECT context.second()));
CREATE POLICY holder_writes ON consent.supplement FOR INSERT
    WITH CHECK (subject = (SELECT context.subject()) AND (SELECT context.second()));
CREATE POLICY desk_reads ON consent.supplement FOR SELECT
    USING ((SELECT context.kind()) = 'person'
        AND EXISTS (SELECT 1 FROM consent.subject s WHERE s.subject = supplement.subject));
GRANT SELECT, INSERT ON consent.supplement TO diogel_app;

-- Those that count now. Asked behind the policies of every table it reads.
CREATE VIEW consent.supplement_now WITH (security_invoker = true) AS
    SELECT a.subject, a.recipient, a.addition, a.shown, min(a.at) AS at
      FROM consent.supplement a
      JOIN consent.statement s ON s.id = a.statement
     WHERE NOT EXISTS (SELECT 1 FROM consent.statement later
            WHERE later.subject = a.subject AND later.number > s.number
              AND NOT EXISTS (SELECT 1 FROM consent.agreed g
                   WHERE g.statement = later.id AND g.recipient = a.recipient))
     GROUP BY a.subject, a.recipient, a.addition, a.shown;
GRANT SELECT ON consent.supplement_now TO diogel_app;
