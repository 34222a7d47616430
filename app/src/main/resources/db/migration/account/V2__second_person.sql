-- Whoever is invited anew is no second person for her own invitation.
ALTER POLICY a_second_person_confirms ON account.invitation
    USING (invited_by <> (SELECT context.account())
        AND account_id IS DISTINCT FROM (SELECT context.account()) AND (
        (SELECT context.has_role('ADMINISTRATOR')) OR (SELECT context.has_role('DATA_PROTECTION_OFFICER'))
        OR (SELECT context.has_role('SAFEGUARDING_LEAD'))))
    WITH CHECK (confirmed_by = (SELECT context.account()) AND invited_by <> (SELECT context.account())
        AND account_id IS DISTINCT FROM (SELECT context.account()));
