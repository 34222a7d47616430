-- What went without being one of her choices: to a council or a force, because of a child, a life or an
-- adult at risk. The row names its ground. She reads it once she was told, behind her second secret;
-- of the desk, the safeguarding leads alone read it.

-- Somebody who can be told and is not hers to choose has no choice.
ALTER TABLE consent.recipient NO FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.recipient ALTER COLUMN choice DROP NOT NULL;
INSERT INTO consent.recipient (id, choice, used, place) VALUES ('council', NULL, true, 18);
COMMENT ON TABLE consent.recipient IS
    'Who can be told; used: whether anything is done with a yes already; without a choice: under a duty alone. Retention: while they can be told.';
ALTER TABLE consent.recipient FORCE ROW LEVEL SECURITY;

-- The ledger loses and changes nothing: that she was told later is a row of its own, with the time at
-- which it went.
ALTER TABLE consent.disclosure ADD COLUMN ground text CHECK (ground ~ '^[a-z-]{2,30}$');
ALTER TABLE consent.disclosure ADD COLUMN told boolean NOT NULL DEFAULT true;
ALTER TABLE consent.disclosure ADD COLUMN went_at timestamptz;
ALTER TABLE consent.disclosure ADD CONSTRAINT disclosure_duty_check
    CHECK ((ground IS NULL) = (what <> 'duty') AND (ground IS NOT NULL OR told)
        AND (went_at IS NOT NULL) = (ground IS NOT NULL));

ALTER POLICY holder_reads ON consent.disclosure
    USING (subject = (SELECT context.subject()) AND (SELECT context.second()) AND told);
ALTER POLICY desk_reads ON consent.disclosure
    USING ((SELECT context.kind()) = 'person' AND subject IN (SELECT subject FROM consent.subject)
        AND (ground IS NULL OR (SELECT context.has_role('SAFEGUARDING_LEAD'))));
CREATE POLICY lead_passes ON consent.disclosure FOR INSERT WITH CHECK (
    ground IS NOT NULL AND kind = 'person'
    AND account = (SELECT context.account()) AND agency = (SELECT context.agency())
    AND (SELECT context.has_role('SAFEGUARDING_LEAD'))
    AND subject IN (SELECT subject FROM consent.subject));
ALTER POLICY sender_writes ON consent.disclosure WITH CHECK (
    ground IS NULL
    AND kind = (SELECT context.kind())
    AND account IS NOT DISTINCT FROM (SELECT context.account())
    AND agency IS NOT DISTINCT FROM (SELECT context.agency())
    AND (((SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER'))
            AND subject IN (SELECT subject FROM consent.subject))
         OR (SELECT context.is_task('outbox'))));
