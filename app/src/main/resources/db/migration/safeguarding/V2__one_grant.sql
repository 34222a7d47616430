-- One report is looked up by itself: with IN, a look at one builds a table of all grants first.
ALTER POLICY leads_see ON safeguarding.duty USING (
    agency = (SELECT context.agency()) AND (SELECT context.has_role('SAFEGUARDING_LEAD'))
    AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = duty.report));
ALTER POLICY leads_pass ON safeguarding.duty WITH CHECK (
    agency = (SELECT context.agency()) AND (SELECT context.has_role('SAFEGUARDING_LEAD'))
    AND lead = (SELECT context.account())
    AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = duty.report));
ALTER POLICY leads_change ON safeguarding.duty USING (
    agency = (SELECT context.agency()) AND (SELECT context.has_role('SAFEGUARDING_LEAD'))
    AND EXISTS (SELECT 1 FROM access.live g WHERE g.subject_kind = 'report' AND g.subject = duty.report));
