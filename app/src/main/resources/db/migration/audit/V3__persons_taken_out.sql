-- Whom a row of the record is about is taken out: after seven years, and when a report is erased. The
-- commitment stays in their place, and a row says that it was done, so that the record still verifies
-- (decision 0016). Even the owner can do no more to a row than that.

COMMENT ON TABLE audit.entry IS
    'Who looked at or changed what, when and for which purpose; ids and field names only, never content. With personal, the salted commitment to account and subject, these two and the salt can be taken out and the record still fits. Retention: whom a row is about is taken out seven years after it was written, or when the report it is about is erased; the rest, which names nobody, as long as the record.';
CREATE INDEX entry_at ON audit.entry USING brin (at);

CREATE POLICY persons_taken_out ON audit.entry FOR UPDATE TO diogel_owner
    USING (salt IS NOT NULL AND (SELECT context.is_task('retention') OR context.is_task('sweep')))
    WITH CHECK (account IS NULL AND subject IS NULL AND salt IS NULL);

CREATE FUNCTION audit.due_persons(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(e.at), 0 FROM audit.entry e
     WHERE context.counts_due() AND e.at < before AND e.salt IS NOT NULL
       AND (e.account IS NOT NULL OR e.subject IS NOT NULL)
$$;

-- A row for every two hundred, in the same statement's transaction.
CREATE FUNCTION audit.say_taken_out(ids bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    most CONSTANT int := 200;
BEGIN
    FOR i IN 0 .. (pg_catalog.cardinality(ids) - 1) / most LOOP
        IF pg_catalog.cardinality(ids) > 0 THEN
            INSERT INTO audit.entry (kind, account, agency, purpose, action, subject_kind, outcome, fields)
            VALUES (context.kind(), NULL, NULL, context.purpose(), 'audit.person-erased', 'audit', 'done',
                ids[i * most + 1 : (i + 1) * most]::text[]);
        END IF;
    END LOOP;
END
$$;

CREATE FUNCTION audit.erase_persons(before timestamptz, most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone bigint[];
BEGIN
    PERFORM context.only_task('retention');
    IF before > pg_catalog.now() - interval '5 years' THEN
        RAISE EXCEPTION 'too soon' USING ERRCODE = '42501';
    END IF;
    WITH due AS (
        SELECT e.id FROM audit.entry e
         WHERE e.at < before AND e.salt IS NOT NULL AND (e.account IS NOT NULL OR e.subject IS NOT NULL)
         ORDER BY e.id LIMIT most FOR UPDATE),
    out AS (
        UPDATE audit.entry e SET account = NULL, subject = NULL, salt = NULL FROM due
         WHERE e.id = due.id RETURNING e.id)
    SELECT pg_catalog.array_agg(id ORDER BY id) INTO gone FROM out;
    PERFORM audit.say_taken_out(coalesce(gone, '{}'));
    RETURN coalesce(pg_catalog.cardinality(gone), 0);
END
$$;

-- With a report that is erased. @return how many rows
CREATE FUNCTION audit.erase_subject(which uuid) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone bigint[];
BEGIN
    PERFORM context.only_task('sweep');
    WITH out AS (
        UPDATE audit.entry e SET account = NULL, subject = NULL, salt = NULL
         WHERE e.subject = which AND e.salt IS NOT NULL RETURNING e.id)
    SELECT pg_catalog.array_agg(id ORDER BY id) INTO gone FROM out;
    PERFORM audit.say_taken_out(coalesce(gone, '{}'));
    RETURN coalesce(pg_catalog.cardinality(gone), 0);
END
$$;
REVOKE ALL ON FUNCTION audit.due_persons(timestamptz), audit.say_taken_out(bigint[]),
    audit.erase_persons(timestamptz, int), audit.erase_subject(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.due_persons(timestamptz), audit.erase_persons(timestamptz, int),
    audit.erase_subject(uuid) TO diogel_app;
