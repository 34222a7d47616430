-- Agreements and what was disclosed because of them go seven years after their report was erased.

ALTER TABLE consent.subject ADD COLUMN ended_at timestamptz;
COMMENT ON TABLE consent.subject IS
    'One row a report: whether all sharing was stopped, the lock between taking back and sending, and when the report was erased. Retention: seven years after the report is erased.';
COMMENT ON TABLE consent.statement IS
    'Each time she agreed, changed or took back; the newest counts. Retention: as consent.subject.';
COMMENT ON TABLE consent.agreed IS
    'Whom each statement agreed to tell, and the digest of what she was shown that they would get. Retention: as consent.subject.';
COMMENT ON TABLE consent.supplement IS
    'Who may have what she added later too, and the digest of what she was shown that they would get. Retention: as consent.subject.';
COMMENT ON TABLE consent.disclosure IS
    'What has gone, to whom, when, made from which excerpt. Retention: as consent.subject.';
COMMENT ON TABLE consent.text_approval IS
    'Which named reviewer approved which wording of the safety, consent and withdrawal texts. Retention: seven years after a newer approval of the same language.';
GRANT UPDATE (ended_at) ON consent.subject TO diogel_app;
CREATE POLICY sweep_ends ON consent.subject FOR UPDATE USING ((SELECT context.is_task('sweep')))
    WITH CHECK (ended_at IS NOT NULL);

ALTER TABLE consent.statement DROP CONSTRAINT statement_subject_fkey,
    ADD CONSTRAINT statement_subject_fkey FOREIGN KEY (subject) REFERENCES consent.subject ON DELETE CASCADE;
ALTER TABLE consent.agreed DROP CONSTRAINT agreed_statement_fkey,
    ADD CONSTRAINT agreed_statement_fkey FOREIGN KEY (statement) REFERENCES consent.statement ON DELETE CASCADE;
ALTER TABLE consent.supplement DROP CONSTRAINT supplement_statement_fkey, DROP CONSTRAINT supplement_statement_recipient_fkey,
    ADD CONSTRAINT supplement_statement_fkey FOREIGN KEY (statement) REFERENCES consent.statement ON DELETE CASCADE,
    ADD CONSTRAINT supplement_statement_recipient_fkey FOREIGN KEY (statement, recipient)
        REFERENCES consent.agreed (statement, recipient) ON DELETE CASCADE;
ALTER TABLE consent.supplement DROP CONSTRAINT supplement_subject_fkey,
    ADD CONSTRAINT supplement_subject_fkey FOREIGN KEY (subject) REFERENCES consent.subject ON DELETE CASCADE;
ALTER TABLE consent.disclosure DROP CONSTRAINT disclosure_subject_fkey,
    ADD CONSTRAINT disclosure_subject_fkey FOREIGN KEY (subject) REFERENCES consent.subject ON DELETE CASCADE;

CREATE POLICY retention_looks ON consent.subject FOR SELECT TO diogel_owner USING (true);
CREATE POLICY retention_erases ON consent.subject FOR DELETE TO diogel_owner
    USING (ended_at < now() - interval '5 years' AND NOT access.is_held(subject));
CREATE POLICY retention_looks ON consent.text_approval FOR SELECT TO diogel_owner USING (true);
CREATE POLICY retention_erases ON consent.text_approval FOR DELETE TO diogel_owner
    USING (at < now() - interval '5 years');
CREATE TRIGGER refuse_held BEFORE DELETE ON consent.subject
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('subject');
CREATE TRIGGER refuse_held BEFORE DELETE ON consent.statement
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('subject');
CREATE TRIGGER refuse_held BEFORE DELETE ON consent.disclosure
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('subject');

CREATE FUNCTION consent.due_subjects(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(s.ended_at), pg_catalog.count(*) FILTER (WHERE access.is_held(s.subject))
      FROM consent.subject s WHERE context.counts_due() AND s.ended_at < before
$$;
CREATE FUNCTION consent.erase_subjects(before timestamptz, most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone int;
BEGIN
    PERFORM context.only_task('retention');
    DELETE FROM consent.subject WHERE subject IN (
        SELECT s.subject FROM consent.subject s
         WHERE s.ended_at < before AND NOT access.is_held(s.subject) ORDER BY s.subject LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;

CREATE FUNCTION consent.due_approvals(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(a.at), 0 FROM consent.text_approval a
     WHERE context.counts_due() AND EXISTS (
        SELECT 1 FROM consent.text_approval b WHERE b.lang = a.lang AND b.number > a.number AND b.at < before)
$$;
CREATE FUNCTION consent.erase_approvals(before timestamptz, most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone int;
BEGIN
    PERFORM context.only_task('retention');
    DELETE FROM consent.text_approval WHERE number IN (
        SELECT a.number FROM consent.text_approval a
         WHERE EXISTS (SELECT 1 FROM consent.text_approval b
            WHERE b.lang = a.lang AND b.number > a.number AND b.at < before)
         ORDER BY a.number LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION consent.due_subjects(timestamptz), consent.erase_subjects(timestamptz, int),
    consent.due_approvals(timestamptz), consent.erase_approvals(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consent.due_subjects(timestamptz), consent.erase_subjects(timestamptz, int),
    consent.due_approvals(timestamptz), consent.erase_approvals(timestamptz, int) TO diogel_app;
