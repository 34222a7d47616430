-- What erases what has been kept long enough, and what stops it. How long is in retention/rules.csv; here
-- is which of those rules somebody has looked at and switched on, what each night did, and what is on
-- hold, why. What policies and triggers of other features read of a hold is access.held.

CREATE TABLE retention.rule (
    code     text PRIMARY KEY CHECK (code ~ '^[a-z-]{2,40}$'),
    version  text NOT NULL CHECK (length(version) <= 200),
    by       uuid NOT NULL,
    at       timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE retention.rule IS
    'Which rules may erase: who looked at what was due by each and switched it on, in which version. Retention: as long as the rule.';
ALTER TABLE retention.rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention.rule FORCE ROW LEVEL SECURITY;
CREATE POLICY officers_and_task_see ON retention.rule FOR SELECT USING ((SELECT context.counts_due()));
CREATE POLICY officers_switch_on ON retention.rule FOR INSERT WITH CHECK (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER')) AND by = (SELECT context.account()));
CREATE POLICY officers_switch_off ON retention.rule FOR DELETE USING (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER')));

CREATE TABLE retention.run (
    number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code    text NOT NULL CHECK (code ~ '^[a-z-]{2,40}$'),
    at      timestamptz NOT NULL DEFAULT now(),
    erased  int NOT NULL CHECK (erased >= 0),
    failed  boolean NOT NULL
);
COMMENT ON TABLE retention.run IS
    'What each night erased by each rule: how many, and whether it failed. Retention: two years.';
CREATE INDEX run_code ON retention.run (code, number);
ALTER TABLE retention.run ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention.run FORCE ROW LEVEL SECURITY;
CREATE POLICY officers_and_task_see ON retention.run FOR SELECT USING ((SELECT context.counts_due()));
CREATE POLICY task_writes ON retention.run FOR INSERT WITH CHECK ((SELECT context.is_task('retention')));
CREATE POLICY task_forgets ON retention.run FOR DELETE USING (
    (SELECT context.is_task('retention')) AND at < now() - interval '1 year');

CREATE TABLE retention.hold (
    id            uuid PRIMARY KEY,
    subject       uuid NOT NULL,
    -- Nothing can be put on hold that is being erased at that moment, and the other way round.
    live          uuid REFERENCES report.report,
    agency        uuid NOT NULL REFERENCES access.agency,
    key_id        uuid NOT NULL UNIQUE,
    why           text NOT NULL CHECK (why IN ('court', 'police', 'inquiry', 'claim', 'other')),
    bytes         bytea NOT NULL,
    by            uuid NOT NULL,
    since         timestamptz NOT NULL DEFAULT now(),
    review_on     date NOT NULL,
    reminded_for  date,
    version       int NOT NULL DEFAULT 1,
    ended_at      timestamptz,
    ended_by      uuid,
    end_bytes     bytea,
    CHECK (live IS NULL OR live = subject),
    CHECK ((live IS NULL) = (ended_at IS NOT NULL)),
    CHECK ((ended_by IS NULL) = (ended_at IS NULL) AND (end_bytes IS NULL) = (ended_at IS NULL))
);
COMMENT ON TABLE retention.hold IS
    'Which report may not be erased, for whom and why, who put that and who ended it; words are sealed under a key of its own. Retention: seven years after it ended.';
CREATE INDEX hold_subject ON retention.hold (subject);
CREATE INDEX hold_review ON retention.hold (review_on) WHERE ended_at IS NULL;
ALTER TABLE retention.hold ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention.hold FORCE ROW LEVEL SECURITY;
CREATE POLICY officers_see ON retention.hold FOR SELECT USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('DATA_PROTECTION_OFFICER') OR context.has_role('SAFEGUARDING_LEAD')));
CREATE POLICY officers_hold ON retention.hold FOR INSERT WITH CHECK (
    agency = (SELECT context.agency()) AND by = (SELECT context.account()) AND ended_at IS NULL
    AND (SELECT context.has_role('DATA_PROTECTION_OFFICER') OR context.has_role('SAFEGUARDING_LEAD')));
CREATE POLICY officers_change ON retention.hold FOR UPDATE USING (
    agency = (SELECT context.agency()) AND ended_at IS NULL
    AND (SELECT context.has_role('DATA_PROTECTION_OFFICER') OR context.has_role('SAFEGUARDING_LEAD')))
    WITH CHECK (ended_by IS NULL OR ended_by = (SELECT context.account()));
CREATE POLICY tasks_see ON retention.hold FOR SELECT USING (
    (SELECT context.is_task('retention') OR context.is_task('outbox') OR context.is_task('sweep')));
CREATE POLICY task_reminds ON retention.hold FOR UPDATE USING (
    (SELECT context.is_task('retention')) AND ended_at IS NULL) WITH CHECK (ended_at IS NULL);
CREATE POLICY task_forgets ON retention.hold FOR DELETE USING (
    (SELECT context.is_task('retention')) AND ended_at < now() - interval '5 years');
CREATE POLICY kept_out ON retention.hold AS RESTRICTIVE USING (NOT EXISTS (
    SELECT 1 FROM access.kept_out k WHERE k.subject = hold.subject AND k.ended_at IS NULL
       AND k.party IN ((SELECT context.agency()), (SELECT context.account()))));

CREATE FUNCTION retention.due_holds(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(h.ended_at), 0 FROM retention.hold h
     WHERE context.counts_due() AND h.ended_at < before
$$;
CREATE POLICY functions_look_up ON retention.hold FOR SELECT TO diogel_owner USING (true);
REVOKE ALL ON FUNCTION retention.due_holds(timestamptz) FROM PUBLIC;

GRANT USAGE ON SCHEMA retention TO diogel_app;
GRANT EXECUTE ON FUNCTION retention.due_holds(timestamptz) TO diogel_app;
GRANT SELECT, INSERT, DELETE ON retention.rule TO diogel_app;
GRANT SELECT, INSERT, DELETE ON retention.run TO diogel_app;
GRANT SELECT, INSERT, DELETE ON retention.hold TO diogel_app;
GRANT UPDATE (live, review_on, reminded_for, version, ended_at, ended_by, end_bytes) ON retention.hold TO diogel_app;
