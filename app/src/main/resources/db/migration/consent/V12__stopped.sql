-- What taking back stopped, written in the transaction that stopped it: she reads at once what did not go.
CREATE TABLE consent.stopped (
    number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject    uuid NOT NULL REFERENCES consent.subject ON DELETE CASCADE,
    what       text NOT NULL CHECK (what IN ('unpublished', 'published', 'prepared', 'asked-back', 'look-up')),
    recipient  text NOT NULL REFERENCES consent.recipient,
    messages   int NOT NULL DEFAULT 0 CHECK (messages >= 0),
    at         timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE consent.stopped IS
    'What she stopped by taking back, for whom it had been, and how many messages did not go. Retention: as consent.subject.';
CREATE INDEX stopped_subject ON consent.stopped (subject, number);
ALTER TABLE consent.stopped ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.stopped FORCE ROW LEVEL SECURITY;
-- The code alone stops, and neither says nor learns whom she chose.
CREATE POLICY holder_stops ON consent.stopped FOR INSERT WITH CHECK (subject = (SELECT context.subject()));
CREATE POLICY holder_reads ON consent.stopped FOR SELECT
    USING (subject = (SELECT context.subject()) AND (SELECT context.second())
        AND NOT EXISTS (SELECT 1 FROM consent.subject s WHERE s.subject = stopped.subject AND s.safe_place));
CREATE POLICY desk_reads ON consent.stopped FOR SELECT
    USING ((SELECT context.kind()) = 'person'
        AND EXISTS (SELECT 1 FROM consent.subject s WHERE s.subject = stopped.subject));
CREATE TRIGGER refuse_held BEFORE DELETE ON consent.stopped
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('subject');
GRANT SELECT, INSERT ON consent.stopped TO diogel_app;
