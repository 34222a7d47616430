-- Which rows of other features an officer's transaction may read while she gathers: those of the one
-- subject whose request she has marked in this very transaction, and only for that purpose. The mark is
-- taken off before it ends, so that nothing more can be read with it afterwards.

CREATE FUNCTION subjectaccess.copied(wanted text) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT r.subject FROM subjectaccess.request r
     WHERE r.gathering = context.account() AND r.agency = context.agency() AND r.kind = wanted
       AND r.state IN ('RECEIVED', 'GATHERED') AND r.subject <> context.account()
       AND context.purpose() = 'subject-access'
       AND context.has_role('DATA_PROTECTION_OFFICER')
$$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA subjectaccess FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA subjectaccess TO diogel_app;

-- Whoever told us.
CREATE POLICY officer_copies ON report.report FOR SELECT USING (id = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON report.sealed FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON report.equality FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON report.own_code FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON report.identifier FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON report.addition FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON report.event FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON report.correction FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON emergency.opening FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON consent.subject FOR SELECT USING (subject = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON consent.statement FOR SELECT USING (subject = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON consent.agreed FOR SELECT USING (subject = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON consent.supplement FOR SELECT USING (subject = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON consent.stopped FOR SELECT USING (subject = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON consent.disclosure FOR SELECT USING (subject = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON access.grants FOR SELECT USING (subject = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON access.kept_out FOR SELECT USING (subject = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON audit.entry FOR SELECT USING (subject = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON evidence.file FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON alert.alert FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON checker.entry FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON liaison.package FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON liaison.afterword FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON liaison.treatment FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON liaison.answered FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON safeguarding.duty FOR SELECT USING (report = (SELECT subjectaccess.copied('report')));
CREATE POLICY officer_copies ON messages.delivery FOR SELECT USING (origin = (SELECT subjectaccess.copied('report')));

-- What hangs on those; where nothing is gathered nothing is looked up.
CREATE POLICY officer_copies ON alert.content FOR SELECT USING (
    (SELECT subjectaccess.copied('report')) IS NOT NULL
    AND alert IN (SELECT p.id FROM alert.alert p WHERE p.report = (SELECT subjectaccess.copied('report'))));
CREATE POLICY officer_copies ON alert.event FOR SELECT USING (
    (SELECT subjectaccess.copied('report')) IS NOT NULL
    AND alert IN (SELECT p.id FROM alert.alert p WHERE p.report = (SELECT subjectaccess.copied('report'))));
CREATE POLICY officer_copies ON alert.approval FOR SELECT USING (
    (SELECT subjectaccess.copied('report')) IS NOT NULL
    AND alert IN (SELECT p.id FROM alert.alert p WHERE p.report = (SELECT subjectaccess.copied('report'))));
CREATE POLICY officer_copies ON alert.reading FOR SELECT USING (
    (SELECT subjectaccess.copied('report')) IS NOT NULL
    AND alert IN (SELECT p.id FROM alert.alert p WHERE p.report = (SELECT subjectaccess.copied('report'))));
CREATE POLICY officer_copies ON liaison.content FOR SELECT USING (
    (SELECT subjectaccess.copied('report')) IS NOT NULL
    AND package IN (SELECT p.id FROM liaison.package p WHERE p.report = (SELECT subjectaccess.copied('report'))));
CREATE POLICY officer_copies ON liaison.file FOR SELECT USING (
    (SELECT subjectaccess.copied('report')) IS NOT NULL
    AND package IN (SELECT p.id FROM liaison.package p WHERE p.report = (SELECT subjectaccess.copied('report'))));
CREATE POLICY officer_copies ON liaison.event FOR SELECT USING (
    (SELECT subjectaccess.copied('report')) IS NOT NULL
    AND package IN (SELECT p.id FROM liaison.package p WHERE p.report = (SELECT subjectaccess.copied('report'))));
CREATE POLICY officer_copies ON liaison.outcome FOR SELECT USING (
    (SELECT subjectaccess.copied('report')) IS NOT NULL
    AND package IN (SELECT p.id FROM liaison.package p WHERE p.report = (SELECT subjectaccess.copied('report'))));
CREATE POLICY officer_copies ON liaison.note FOR SELECT USING (
    (SELECT subjectaccess.copied('report')) IS NOT NULL
    AND package IN (SELECT p.id FROM liaison.package p WHERE p.report = (SELECT subjectaccess.copied('report'))));
CREATE POLICY officer_copies ON safeguarding.event FOR SELECT USING (
    (SELECT subjectaccess.copied('report')) IS NOT NULL
    AND duty IN (SELECT p.id FROM safeguarding.duty p WHERE p.report = (SELECT subjectaccess.copied('report'))));
CREATE POLICY officer_copies ON safeguarding.words FOR SELECT USING (
    (SELECT subjectaccess.copied('report')) IS NOT NULL
    AND duty IN (SELECT p.id FROM safeguarding.duty p WHERE p.report = (SELECT subjectaccess.copied('report'))));

-- Somebody who signs in.
CREATE POLICY officer_copies ON account.account FOR SELECT USING (id = (SELECT subjectaccess.copied('account')));
CREATE POLICY officer_copies ON account.passkey FOR SELECT USING (account_id = (SELECT subjectaccess.copied('account')));
CREATE POLICY officer_copies ON account.directory_identity FOR SELECT USING (account_id = (SELECT subjectaccess.copied('account')));
CREATE POLICY officer_copies ON account.preference FOR SELECT USING (account_id = (SELECT subjectaccess.copied('account')));
CREATE POLICY officer_copies_staff ON access.grants FOR SELECT USING (party = (SELECT subjectaccess.copied('account')));
CREATE POLICY officer_copies_staff ON access.kept_out FOR SELECT USING (party = (SELECT subjectaccess.copied('account')));
CREATE POLICY officer_copies_staff ON audit.entry FOR SELECT USING (account = (SELECT subjectaccess.copied('account')));
CREATE POLICY officer_copies_staff ON emergency.opening FOR SELECT USING (account = (SELECT subjectaccess.copied('account')));
CREATE POLICY officer_copies ON checker.budget FOR SELECT USING (account = (SELECT subjectaccess.copied('account')));
CREATE POLICY officer_copies ON checker.top_up FOR SELECT USING (account = (SELECT subjectaccess.copied('account')));
CREATE POLICY officer_copies_staff ON messages.delivery FOR SELECT USING (account = (SELECT subjectaccess.copied('account')));
CREATE POLICY officer_copies ON messages.preference FOR SELECT USING (account = (SELECT subjectaccess.copied('account')));
CREATE POLICY officer_copies ON account.invitation FOR SELECT USING (
    (SELECT subjectaccess.copied('account')) IN (account_id, invited_by));
