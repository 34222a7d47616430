-- The bytes of files are read by the desk that has the report. What is passed on is read by nobody else
-- but through the package it went with, as that feature says.
DROP POLICY desk_reads ON evidence.piece;
CREATE POLICY desk_reads ON evidence.piece FOR SELECT USING (
    (SELECT context.kind()) = 'person'
    AND report IN (SELECT r.id FROM report.report r)
    AND EXISTS (SELECT 1 FROM evidence.file f WHERE f.id = file AND f.state = 'READY'));

-- Whether a file may be named with what is passed on: she said so, and nothing speaks against it.
CREATE FUNCTION evidence.may_go(which uuid, of_report uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF context.kind() <> 'person' THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    RETURN EXISTS (SELECT 1 FROM evidence.file f
        WHERE f.id = which AND f.report = of_report AND f.share AND f.state IN ('READY', 'QUARANTINED'));
END
$$;
REVOKE ALL ON FUNCTION evidence.may_go(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evidence.may_go(uuid, uuid) TO diogel_app;
