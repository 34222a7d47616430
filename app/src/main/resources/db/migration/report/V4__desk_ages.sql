-- How long the oldest report nobody has read lies at each desk, and how many are late: for the
-- administrator, who sees that somebody is needed and no report.
CREATE FUNCTION report.desk_ages(at timestamptz)
    RETURNS TABLE (desk uuid, oldest timestamptz, late bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT context.has_role('ADMINISTRATOR') THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    RETURN QUERY SELECT r.agency, min(r.sent_at), count(*) FILTER (WHERE r.due_at < at)
          FROM report.report r
         WHERE r.state IN ('SENT', 'WAITING') AND r.first_opened IS NULL AND r.erase_after IS NULL
         GROUP BY r.agency;
END
$$;

REVOKE ALL ON FUNCTION report.desk_ages(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.desk_ages(timestamptz) TO diogel_app;
