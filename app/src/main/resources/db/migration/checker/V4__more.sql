-- More checks for one member on one day, given by a caseworker of her own project: once a day, as many
-- as Diogel says, and never what was looked up.
CREATE TABLE checker.top_up (
    account  uuid NOT NULL,
    day      date NOT NULL,
    agency   uuid NOT NULL REFERENCES access.agency,
    extra    int NOT NULL CHECK (extra BETWEEN 1 AND 50),
    reason   text NOT NULL CHECK (reason ~ '^[a-z-]{2,30}$'),
    giver    uuid NOT NULL CHECK (giver <> account),
    at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account, day)
);
COMMENT ON TABLE checker.top_up IS
    'Who got more checks on which day, from whom and why; never what was looked up. Retention: two months, by a nightly sweep.';
ALTER TABLE checker.top_up ENABLE ROW LEVEL SECURITY;
ALTER TABLE checker.top_up FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON checker.top_up FOR SELECT USING (account = (SELECT context.account()));
CREATE POLICY project_sees ON checker.top_up FOR SELECT USING (
    (SELECT context.has_role('CASEWORKER')) AND agency = (SELECT context.agency()));
CREATE POLICY project_gives ON checker.top_up FOR INSERT WITH CHECK (
    (SELECT context.has_role('CASEWORKER')) AND agency = (SELECT context.agency())
    AND giver = (SELECT context.account())
    AND account IN (SELECT id FROM account.account
        WHERE agency_id = (SELECT context.agency()) AND status = 'active' AND 'MEMBER' = ANY (roles)));
CREATE POLICY watch_sees ON checker.top_up FOR SELECT USING ((SELECT context.is_task('checker-watch')));
CREATE POLICY watch_forgets ON checker.top_up FOR DELETE USING (
    (SELECT context.is_task('checker-watch')) AND day < current_date - 62);
GRANT SELECT, INSERT, DELETE ON checker.top_up TO diogel_app;
