-- The same rows, with the partner looked up by its key (as alert V9).
ALTER POLICY members_look_up ON checker.entry USING (
    (SELECT context.has_role('MEMBER')) AND shown_from <= now()
    AND (agency = (SELECT context.agency())
         OR EXISTS (SELECT 1 FROM access.partners p
             WHERE p.one = entry.agency AND p.other = (SELECT context.agency()) AND p.purpose = 'CHECKS'))
    AND alert IN (SELECT id FROM alert.alert WHERE state = 'PUBLISHED' AND published_at IS NOT NULL
        AND expires_at > now() AND (NOT alone OR approved_by IS NOT NULL OR lapses_at > now())
        AND (everyone OR (SELECT context.agency()) = ANY (audience))));
