COMMENT ON TABLE liaison.package IS
    'One row for what one recipient gets of a report: how it goes, where it stands, what lists need. Retention: its content goes with the report; the row seven years after it was last opened, handed over or taken back.';
COMMENT ON TABLE liaison.event IS
    'What was done with a package, by whom, when; no words. Retention: as liaison.package.';
COMMENT ON TABLE liaison.file IS
    'Which files of a report may be opened with a package. Retention: as liaison.package.';
COMMENT ON TABLE liaison.outcome IS
    'What came of a package and on which day; numbers and words are sealed in liaison.note. Retention: as liaison.package.';
COMMENT ON TABLE liaison.afterword IS
    'Who has to be told, or was told, that a warning they got by hand was corrected or no longer counts; no words. Retention: as liaison.package.';

ALTER TABLE liaison.content DROP CONSTRAINT content_package_fkey,
    ADD CONSTRAINT content_package_fkey FOREIGN KEY (package) REFERENCES liaison.package ON DELETE CASCADE;
ALTER TABLE liaison.event DROP CONSTRAINT event_package_fkey,
    ADD CONSTRAINT event_package_fkey FOREIGN KEY (package) REFERENCES liaison.package ON DELETE CASCADE;
ALTER TABLE liaison.outcome DROP CONSTRAINT outcome_package_fkey,
    ADD CONSTRAINT outcome_package_fkey FOREIGN KEY (package) REFERENCES liaison.package ON DELETE CASCADE;
ALTER TABLE liaison.note DROP CONSTRAINT note_package_fkey,
    ADD CONSTRAINT note_package_fkey FOREIGN KEY (package) REFERENCES liaison.package ON DELETE CASCADE;
ALTER TABLE liaison.file DROP CONSTRAINT file_package_fkey,
    ADD CONSTRAINT file_package_fkey FOREIGN KEY (package) REFERENCES liaison.package ON DELETE CASCADE;
ALTER TABLE liaison.afterword DROP CONSTRAINT afterword_package_fkey,
    ADD CONSTRAINT afterword_package_fkey FOREIGN KEY (package) REFERENCES liaison.package ON DELETE CASCADE;

-- One that another adds to goes when the other can.
CREATE POLICY retention_looks ON liaison.package FOR SELECT TO diogel_owner USING (true);
CREATE POLICY retention_erases ON liaison.package FOR DELETE TO diogel_owner USING (
    GREATEST(opened_at, handed_on::timestamptz, ended_at) < now() - interval '5 years'
    AND NOT access.is_held(report));
CREATE TRIGGER refuse_held BEFORE DELETE ON liaison.package
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('report');

CREATE FUNCTION liaison.due_ended(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(GREATEST(p.opened_at, p.handed_on::timestamptz, p.ended_at)),
           pg_catalog.count(*) FILTER (WHERE access.is_held(p.report))
      FROM liaison.package p
     WHERE context.counts_due() AND GREATEST(p.opened_at, p.handed_on::timestamptz, p.ended_at) < before
$$;
CREATE FUNCTION liaison.erase_ended(before timestamptz, most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone int;
BEGIN
    PERFORM context.only_task('retention');
    DELETE FROM liaison.package WHERE id IN (
        SELECT p.id FROM liaison.package p
         WHERE GREATEST(p.opened_at, p.handed_on::timestamptz, p.ended_at) < before
           AND NOT access.is_held(p.report)
           AND NOT EXISTS (SELECT 1 FROM liaison.package f WHERE f.follows = p.id)
         ORDER BY p.id LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION liaison.due_ended(timestamptz), liaison.erase_ended(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION liaison.due_ended(timestamptz), liaison.erase_ended(timestamptz, int) TO diogel_app;
