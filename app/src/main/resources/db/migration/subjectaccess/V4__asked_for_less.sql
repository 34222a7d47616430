-- The same row, asked for only where an officer gathers: every policy of what is gathered asks this, for
-- everybody, and nearly nobody ever acts for this purpose.
CREATE OR REPLACE FUNCTION subjectaccess.copied(wanted text) RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT context.is_person_for('subject-access') THEN
        RETURN NULL;
    END IF;
    RETURN (SELECT r.subject FROM subjectaccess.request r
     WHERE r.gathering = context.account() AND r.agency = context.agency() AND r.kind = wanted
       AND r.state IN ('RECEIVED', 'GATHERED') AND r.subject <> context.account()
       AND context.has_role('DATA_PROTECTION_OFFICER'));
END
$$;
