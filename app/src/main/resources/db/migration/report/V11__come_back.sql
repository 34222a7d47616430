-- A database restored from before somebody was erased has her rows again, whatever state they were in.
-- They go by the names of the keys that were destroyed: a list that is kept apart from the database. What
-- is on hold stays, though nobody can open it any more.
CREATE POLICY erased_again ON report.report FOR DELETE TO diogel_owner
    USING ((SELECT context.is_task('sweep')) AND NOT access.is_held(id));

CREATE FUNCTION report.erase_returned(keys uuid[]) RETURNS SETOF uuid
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    PERFORM context.only_task('sweep');
    RETURN QUERY DELETE FROM report.report r
        WHERE r.key_id = ANY (keys) AND NOT access.is_held(r.id) RETURNING r.id;
END
$$;
REVOKE ALL ON FUNCTION report.erase_returned(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.erase_returned(uuid[]) TO diogel_app;
