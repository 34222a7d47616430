-- Who is kept out of one thing whatever her role: a worker who knows somebody in it, an agency where the
-- person works who did it. What is kept out is as if it had never been there.

CREATE TABLE access.kept_out (
    id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    subject_kind  text NOT NULL CHECK (subject_kind IN ('report')),
    subject       uuid NOT NULL,
    party_kind    text NOT NULL CHECK (party_kind IN ('agency', 'account')),
    party         uuid NOT NULL,
    why           text NOT NULL CHECK (why IN ('asked', 'tie', 'works-there', 'other')),
    by            uuid NOT NULL,
    since         timestamptz NOT NULL DEFAULT now(),
    ended_by      uuid,
    ended_at      timestamptz CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
COMMENT ON TABLE access.kept_out IS
    'Which worker or agency is kept out of which report, why in a word, and who decided it. Retention: kept for now; as access.grants once retention is built.';
CREATE UNIQUE INDEX kept_out_once ON access.kept_out (subject, party) WHERE ended_at IS NULL;
ALTER TABLE access.kept_out ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.kept_out FORCE ROW LEVEL SECURITY;
-- The wall reads the row as whoever it keeps out; no page shows it to her.
CREATE POLICY the_wall_reads ON access.kept_out FOR SELECT USING (
    party IN ((SELECT context.agency()), (SELECT context.account())));
CREATE POLICY functions_look_up ON access.kept_out FOR SELECT TO diogel_owner USING (true);
CREATE POLICY tasks_see ON access.kept_out FOR SELECT USING ((SELECT context.kind()) = 'task');

CREATE OR REPLACE VIEW access.live WITH (security_invoker = true) AS
    SELECT g.subject_kind, g.subject, g.party, g.purpose
      FROM access.grants g
     WHERE g.revoked_at IS NULL
       AND (g.until IS NULL OR g.until > now())
       AND g.party IN ((SELECT context.agency()), (SELECT context.account()))
       AND NOT EXISTS (SELECT 1 FROM access.kept_out k
            WHERE k.subject = g.subject AND k.ended_at IS NULL
              AND k.party IN ((SELECT context.agency()), (SELECT context.account())));

-- Asked by the policies below, which may not read through the view themselves: it reads their table.
CREATE FUNCTION access.sees(which uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT EXISTS (SELECT 1 FROM access.live g WHERE g.subject = which)
$$;
REVOKE ALL ON FUNCTION access.sees(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.sees(uuid) TO diogel_app;

-- Whoever of the desk sees a report decides who does not.
CREATE POLICY desk_sees ON access.kept_out FOR SELECT USING (
    (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND access.sees(subject));
CREATE POLICY desk_keeps_out ON access.kept_out FOR INSERT WITH CHECK (
    (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND by = (SELECT context.account()) AND ended_at IS NULL
    AND access.sees(subject));
CREATE POLICY desk_lets_in ON access.kept_out FOR UPDATE USING (
    (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND party NOT IN ((SELECT context.agency()), (SELECT context.account()))
    AND access.sees(subject))
    WITH CHECK (ended_by = (SELECT context.account()));
GRANT SELECT, INSERT ON access.kept_out TO diogel_app;
GRANT UPDATE (ended_by, ended_at) ON access.kept_out TO diogel_app;
