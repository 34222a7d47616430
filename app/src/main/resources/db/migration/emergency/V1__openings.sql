-- What was opened in an emergency, by whom and why, what she did with it, and what the officer found. What
-- may be read, and that nobody opens a second one before the first is reviewed, stands in access.grants.

CREATE TABLE emergency.opening (
    id           uuid PRIMARY KEY,
    report       uuid NOT NULL,
    reference    text NOT NULL,
    agency       uuid NOT NULL REFERENCES access.agency,
    key_id       uuid NOT NULL,
    account      uuid NOT NULL,
    from_agency  uuid NOT NULL REFERENCES access.agency,
    who          bytea NOT NULL,
    why          text NOT NULL CHECK (why IN ('life', 'child', 'asked', 'other')),
    reason       bytea NOT NULL,
    begun_at     timestamptz NOT NULL DEFAULT now(),
    until        timestamptz NOT NULL CHECK (until <= begun_at + interval '4 hours'),
    ended_at     timestamptz,
    answer       bytea,
    answered_at  timestamptz,
    finding      text CHECK (finding IN ('right', 'partly', 'wrong')),
    words        bytea,
    reviewed_at  timestamptz,
    reviewed_by  uuid CHECK (reviewed_by <> account),
    told         boolean NOT NULL DEFAULT false,
    reminded_at  timestamptz,
    anybody      boolean NOT NULL DEFAULT false,
    CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CHECK ((finding IS NULL) = (reviewed_at IS NULL) AND (finding IS NULL) = (reviewed_by IS NULL)
        AND (finding IS NULL) = (words IS NULL)),
    CHECK (reviewed_at IS NULL OR answered_at IS NOT NULL)
);
COMMENT ON TABLE emergency.opening IS
    'Each opening in an emergency: who, which report, why, what she did, what the data protection officer found. Words are sealed under the key of the report. Retention: its words go with the report; the row seven years after it was reviewed.';
CREATE UNIQUE INDEX opening_under_review ON emergency.opening (account) WHERE reviewed_at IS NULL;
CREATE INDEX opening_untold ON emergency.opening (begun_at) WHERE reviewed_at IS NULL;
ALTER TABLE emergency.opening ENABLE ROW LEVEL SECURITY;
ALTER TABLE emergency.opening FORCE ROW LEVEL SECURITY;
CREATE POLICY she_opens ON emergency.opening FOR INSERT WITH CHECK (
    account = (SELECT context.account()) AND from_agency = (SELECT context.agency())
    AND (SELECT context.purpose()) = 'break-glass'
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND reviewed_at IS NULL AND answered_at IS NULL);
CREATE POLICY she_sees_hers ON emergency.opening FOR SELECT USING (account = (SELECT context.account()));
-- She ends it and says once what she did.
CREATE POLICY she_answers ON emergency.opening FOR UPDATE
    USING (account = (SELECT context.account()) AND answered_at IS NULL)
    WITH CHECK (account = (SELECT context.account()) AND reviewed_at IS NULL);
-- Officers of the two agencies; any officer where neither agency has one.
CREATE POLICY officers_see ON emergency.opening FOR SELECT USING (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER'))
    AND (anybody OR (SELECT context.agency()) IN (agency, from_agency)));
CREATE POLICY officers_review ON emergency.opening FOR UPDATE
    USING ((SELECT context.has_role('DATA_PROTECTION_OFFICER')) AND account <> (SELECT context.account()) AND reviewed_at IS NULL
        AND (anybody OR (SELECT context.agency()) IN (agency, from_agency)))
    WITH CHECK (reviewed_by = (SELECT context.account()) OR (reviewed_at IS NULL AND ended_at IS NOT NULL));
-- The desk it was opened at knows that it was.
CREATE POLICY leads_see ON emergency.opening FOR SELECT USING (
    agency = (SELECT context.agency()) AND (SELECT context.has_role('SAFEGUARDING_LEAD'))
    AND report IN (SELECT subject FROM access.live WHERE subject_kind = 'report'));
CREATE POLICY clock_sees ON emergency.opening FOR SELECT USING (
    (SELECT context.is_task('emergencies') OR context.is_task('outbox')));
CREATE POLICY clock_tells ON emergency.opening FOR UPDATE USING ((SELECT context.is_task('emergencies')) AND reviewed_at IS NULL)
    WITH CHECK (reviewed_at IS NULL);
CREATE POLICY retention_looks ON emergency.opening FOR SELECT TO diogel_owner USING (true);
CREATE POLICY retention_erases ON emergency.opening FOR DELETE TO diogel_owner
    USING (reviewed_at < now() - interval '5 years' AND NOT access.is_held(report));
CREATE TRIGGER refuse_held BEFORE DELETE ON emergency.opening
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('report');

CREATE FUNCTION emergency.due_reviewed(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(o.reviewed_at), pg_catalog.count(*) FILTER (WHERE access.is_held(o.report))
      FROM emergency.opening o WHERE context.counts_due() AND o.reviewed_at < before
$$;
CREATE FUNCTION emergency.erase_reviewed(before timestamptz, most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone int;
BEGIN
    PERFORM context.only_task('retention');
    DELETE FROM emergency.opening WHERE id IN (
        SELECT o.id FROM emergency.opening o
         WHERE o.reviewed_at < before AND NOT access.is_held(o.report) ORDER BY o.id LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION emergency.due_reviewed(timestamptz), emergency.erase_reviewed(timestamptz, int) FROM PUBLIC;

GRANT USAGE ON SCHEMA emergency TO diogel_app;
GRANT SELECT, INSERT ON emergency.opening TO diogel_app;
GRANT UPDATE (ended_at, answer, answered_at, finding, words, reviewed_at, reviewed_by, told, reminded_at, anybody) ON emergency.opening TO diogel_app;
GRANT EXECUTE ON FUNCTION emergency.due_reviewed(timestamptz), emergency.erase_reviewed(timestamptz, int) TO diogel_app;
