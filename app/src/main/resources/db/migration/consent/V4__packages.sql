-- What is passed to the police and others is passed by whoever of the desk answers, not by moderators
-- alone.
ALTER POLICY sender_writes ON consent.disclosure WITH CHECK (
    kind = (SELECT context.kind())
    AND account IS NOT DISTINCT FROM (SELECT context.account())
    AND agency IS NOT DISTINCT FROM (SELECT context.agency())
    AND (((SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER'))
            AND subject IN (SELECT subject FROM consent.subject))
         OR (SELECT context.is_task('outbox'))));

-- Something came back before anybody opened it: the ledger keeps both rows, and nothing of it has gone.
-- Taken back by the holder, by whoever of the desk gives the report to the safeguarding lead, by the
-- erasure; sent back because nobody is there to read it.
CREATE POLICY came_back ON consent.disclosure FOR INSERT WITH CHECK (
    what = 'came-back'
    AND kind = (SELECT context.kind())
    AND account IS NOT DISTINCT FROM (SELECT context.account())
    AND agency IS NOT DISTINCT FROM (SELECT context.agency())
    AND (subject = (SELECT context.subject())
         OR (SELECT context.has_role('SAFEGUARDING_LEAD')) AND subject IN (SELECT subject FROM consent.subject)
         OR (SELECT context.is_task('sweep') OR context.is_task('liaison-clock'))));

-- For the function below, which answers with counts alone.
CREATE POLICY functions_count ON consent.statement FOR SELECT TO diogel_owner USING (true);
CREATE POLICY functions_count ON consent.agreed FOR SELECT TO diogel_owner USING (true);

-- What people chose when they sent, by quarter: of each report the widest of its choices, counted over
-- the whole partnership. Later changes do not change a quarter that was counted.
CREATE FUNCTION consent.choices_by_quarter() RETURNS TABLE (quarter date, chose text, reports bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT (context.has_role('MODERATOR') OR context.has_role('SAFEGUARDING_LEAD') OR context.has_role('ANALYST')) THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    RETURN QUERY
        SELECT pg_catalog.date_trunc('quarter', s.at AT TIME ZONE 'Europe/London')::date,
            CASE
                WHEN EXISTS (SELECT 1 FROM consent.agreed a JOIN consent.recipient r ON r.id = a.recipient
                     WHERE a.statement = s.id AND r.choice = 'POLICE') THEN 'full'
                WHEN EXISTS (SELECT 1 FROM consent.agreed a JOIN consent.recipient r ON r.id = a.recipient
                     WHERE a.statement = s.id AND r.choice = 'ANONYMOUS_INTELLIGENCE') THEN 'anonymous'
                WHEN EXISTS (SELECT 1 FROM consent.agreed a WHERE a.statement = s.id) THEN 'other'
                ELSE 'nothing'
            END AS widest,
            pg_catalog.count(*)
          FROM consent.statement s
         WHERE s.number = (SELECT pg_catalog.min(f.number) FROM consent.statement f WHERE f.subject = s.subject)
         GROUP BY 1, 2
         ORDER BY 1, 2;
END
$$;
CREATE POLICY functions_count ON consent.recipient FOR SELECT TO diogel_owner USING (true);
REVOKE ALL ON FUNCTION consent.choices_by_quarter() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consent.choices_by_quarter() TO diogel_app;
