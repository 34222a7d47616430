-- What is on hold is erased by nothing and nobody while it is. The feature `retention` writes here, in
-- the transaction in which a hold is put or ended; policies and triggers read here alone.

CREATE TABLE access.held (
    hold          uuid PRIMARY KEY,
    subject_kind  text NOT NULL CHECK (subject_kind IN ('report')),
    subject       uuid NOT NULL,
    agency        uuid NOT NULL REFERENCES access.agency
);
COMMENT ON TABLE access.held IS
    'Which report is on hold and may not be erased; why is in retention.hold. Retention: until the hold ends.';
CREATE INDEX held_subject ON access.held (subject);
ALTER TABLE access.held ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.held FORCE ROW LEVEL SECURITY;
CREATE POLICY functions_look_up ON access.held FOR SELECT TO diogel_owner USING (true);
CREATE POLICY tasks_see ON access.held FOR SELECT USING ((SELECT context.kind()) = 'task');
CREATE POLICY holder_sees_hers ON access.held FOR SELECT USING (subject = (SELECT context.subject()));
CREATE POLICY officers_hold ON access.held USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('DATA_PROTECTION_OFFICER') OR context.has_role('SAFEGUARDING_LEAD')));
GRANT SELECT, INSERT, DELETE ON access.held TO diogel_app;

CREATE FUNCTION access.is_held(which uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT EXISTS (SELECT 1 FROM access.held h WHERE h.subject = which) $$;
REVOKE ALL ON FUNCTION access.is_held(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.is_held(uuid) TO diogel_app;

-- Last line: whoever deletes, by whatever way. Its argument is the column that names the report.
CREATE FUNCTION access.refuse_held() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF access.is_held((pg_catalog.to_jsonb(OLD) ->> TG_ARGV[0])::uuid) THEN
        RAISE EXCEPTION 'on hold' USING ERRCODE = '23001';
    END IF;
    RETURN OLD;
END
$$;
REVOKE ALL ON FUNCTION access.refuse_held() FROM PUBLIC;

CREATE POLICY held_stays ON audit.entry AS RESTRICTIVE FOR UPDATE TO diogel_owner
    USING (NOT EXISTS (SELECT 1 FROM access.held h WHERE h.subject = entry.subject));

-- What ended is kept for a time and then erased.
COMMENT ON TABLE access.grants IS
    'Which agency or person may see what, for which purpose, until when, and why. Retention: seven years after it ends; with its report at the latest it ends.';
COMMENT ON TABLE access.kept_out IS
    'Which worker or agency is kept out of which report, why in a word, and who decided it. Retention: seven years after it ends, or when nobody is granted that report any more.';
COMMENT ON TABLE access.cover IS
    'Parties and purposes of each signed information-sharing protocol, and when it counts. Retention: seven years after it ends.';

CREATE POLICY sweep_ends ON access.grants FOR UPDATE USING ((SELECT context.is_task('sweep')))
    WITH CHECK (revoked_at IS NOT NULL);
CREATE POLICY retention_erases ON access.grants FOR DELETE TO diogel_owner
    USING (LEAST(revoked_at, until) < now() - interval '5 years' AND NOT access.is_held(subject));
CREATE POLICY retention_erases ON access.kept_out FOR DELETE TO diogel_owner USING (
    NOT access.is_held(subject)
    AND (ended_at < now() - interval '5 years'
         OR NOT EXISTS (SELECT 1 FROM access.grants g WHERE g.subject = kept_out.subject)));
CREATE POLICY retention_looks ON access.cover FOR SELECT TO diogel_owner USING (true);
CREATE POLICY retention_erases ON access.cover FOR DELETE TO diogel_owner
    USING (ends < now() - interval '5 years');
CREATE TRIGGER refuse_held BEFORE DELETE ON access.grants
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('subject');
CREATE TRIGGER refuse_held BEFORE DELETE ON access.kept_out
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('subject');

CREATE FUNCTION access.due_grants(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(LEAST(g.revoked_at, g.until)),
           pg_catalog.count(*) FILTER (WHERE access.is_held(g.subject))
      FROM access.grants g WHERE context.counts_due() AND LEAST(g.revoked_at, g.until) < before
$$;
CREATE FUNCTION access.erase_grants(before timestamptz, most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone int;
BEGIN
    PERFORM context.only_task('retention');
    DELETE FROM access.grants WHERE id IN (
        SELECT g.id FROM access.grants g
         WHERE LEAST(g.revoked_at, g.until) < before AND NOT access.is_held(g.subject)
         ORDER BY g.id LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;

CREATE FUNCTION access.due_kept_out(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(coalesce(k.ended_at, k.since)),
           pg_catalog.count(*) FILTER (WHERE access.is_held(k.subject))
      FROM access.kept_out k
     WHERE context.counts_due() AND (k.ended_at < before
           OR NOT EXISTS (SELECT 1 FROM access.grants g WHERE g.subject = k.subject))
$$;
CREATE FUNCTION access.erase_kept_out(before timestamptz, most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone int;
BEGIN
    PERFORM context.only_task('retention');
    DELETE FROM access.kept_out WHERE id IN (
        SELECT k.id FROM access.kept_out k
         WHERE (k.ended_at < before OR NOT EXISTS (SELECT 1 FROM access.grants g WHERE g.subject = k.subject))
           AND NOT access.is_held(k.subject)
         ORDER BY k.id LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;

CREATE FUNCTION access.due_cover(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(c.ends), 0 FROM access.cover c
     WHERE context.counts_due() AND c.ends < before
$$;
CREATE FUNCTION access.erase_cover(before timestamptz, most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone int;
BEGIN
    PERFORM context.only_task('retention');
    DELETE FROM access.cover WHERE (agency, purpose, protocol) IN (
        SELECT c.agency, c.purpose, c.protocol FROM access.cover c WHERE c.ends < before LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION access.due_grants(timestamptz), access.due_kept_out(timestamptz),
    access.due_cover(timestamptz), access.erase_grants(timestamptz, int),
    access.erase_kept_out(timestamptz, int), access.erase_cover(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.due_grants(timestamptz), access.due_kept_out(timestamptz),
    access.due_cover(timestamptz), access.erase_grants(timestamptz, int),
    access.erase_kept_out(timestamptz, int), access.erase_cover(timestamptz, int) TO diogel_app;
