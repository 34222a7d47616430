-- Members of another agency see warnings while a protocol with the project that wrote them is in force.
-- The text, and what may be looked up, are asked for behind this policy.
ALTER POLICY members_see ON alert.alert USING (
    (SELECT context.has_role('MEMBER')) AND published_at IS NOT NULL
    AND CASE state
        WHEN 'PUBLISHED' THEN
            expires_at > now() AND (NOT alone OR approved_by IS NOT NULL OR lapses_at > now())
        ELSE state IN ('CORRECTED', 'WITHDRAWN', 'EXPIRED') AND ended_at > now() - interval '30 days'
        END
    AND (everyone OR (SELECT context.agency()) = ANY (audience))
    AND (agency = (SELECT context.agency())
         OR agency IN (SELECT p.one FROM access.partners p
             WHERE p.other = (SELECT context.agency()) AND p.purpose = 'WARNINGS')));
