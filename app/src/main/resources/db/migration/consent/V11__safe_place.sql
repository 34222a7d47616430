-- Where somebody controlling may hold her phone, and then perhaps also know her second secret, what went to
-- others and who looked is shown by a worker alone, in a safe place. The pages of the receipt then look as
-- those of a report of which nothing went and at which nobody looked; the database gives them nothing else.

ALTER TABLE consent.subject ADD COLUMN safe_place boolean NOT NULL DEFAULT false;
COMMENT ON TABLE consent.subject IS
    'One row a report: whether all sharing was stopped, whether a worker alone shows what went and who looked, and the lock between taking back and sending. Retention: seven years after the report is erased.';
GRANT UPDATE (safe_place) ON consent.subject TO diogel_app;

-- Whoever holds the code can never undo it: a worker does, who has spoken with her.
CREATE FUNCTION consent.keep_safe_place() RETURNS trigger LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
    IF OLD.safe_place AND NOT NEW.safe_place AND context.kind() <> 'person' THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER keep_safe_place BEFORE UPDATE OF safe_place ON consent.subject
    FOR EACH ROW EXECUTE FUNCTION consent.keep_safe_place();
REVOKE ALL ON FUNCTION consent.keep_safe_place() FROM PUBLIC;

ALTER POLICY holder_reads ON consent.disclosure
    USING (subject = (SELECT context.subject()) AND (SELECT context.second()) AND told
        AND NOT EXISTS (SELECT 1 FROM consent.subject s WHERE s.subject = disclosure.subject AND s.safe_place));
ALTER POLICY her_own_record ON audit.entry
    USING (subject = (SELECT context.subject()) AND (SELECT context.second())
        AND NOT EXISTS (SELECT 1 FROM consent.subject s WHERE s.subject = entry.subject AND s.safe_place));
-- Whoever of the desk shows her what we hold reads for that, and for nothing else, who looked at it.
CREATE POLICY shown_to_her ON audit.entry FOR SELECT USING (
    (SELECT context.purpose()) = 'show-her' AND (SELECT context.kind()) = 'person' AND subject_kind = 'report'
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND EXISTS (SELECT 1 FROM consent.subject s WHERE s.subject = entry.subject));
