-- Opening in an emergency what another desk answers, or what waits for the safeguarding lead: a grant to
-- one person for four hours, for reading only. Until somebody else has reviewed it she gets no other one,
-- whatever the pages say: there is one grant under review an account.

ALTER TABLE access.grants
    ADD COLUMN review_due boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT reviewed_are_emergencies CHECK (NOT review_due OR purpose = 'break-glass'),
    ADD CONSTRAINT emergencies_are_short CHECK (
        purpose <> 'break-glass' OR (party_kind = 'account' AND until <= granted_at + interval '4 hours'));
CREATE UNIQUE INDEX one_emergency ON access.grants (party) WHERE review_due;

CREATE POLICY opens_in_emergency ON access.grants FOR INSERT WITH CHECK (
    purpose = 'break-glass' AND (SELECT context.purpose()) = 'break-glass'
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD'))
    AND party = (SELECT context.account()) AND subject_kind = 'report'
    AND review_due AND revoked_at IS NULL
    AND granted_at = now() AND until <= now() + interval '4 hours');

-- She ends hers early, or an officer does; that it was reviewed, an officer says, and never of her own.
CREATE POLICY functions_end ON access.grants FOR UPDATE TO diogel_owner USING (purpose = 'break-glass');
CREATE FUNCTION access.end_emergency(which uuid, whose uuid, reviewed boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT (context.has_role('DATA_PROTECTION_OFFICER') AND whose <> context.account())
            AND (reviewed OR whose IS DISTINCT FROM context.account()) THEN
        RAISE EXCEPTION 'not for this actor' USING ERRCODE = '42501';
    END IF;
    UPDATE access.grants SET revoked_at = coalesce(revoked_at, now()), review_due = NOT reviewed
     WHERE subject = which AND party = whose AND purpose = 'break-glass' AND review_due;
END $$;
REVOKE ALL ON FUNCTION access.end_emergency(uuid, uuid, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.end_emergency(uuid, uuid, boolean) TO diogel_app;

-- What is opened in an emergency gives none of what a desk may do with its own.
CREATE OR REPLACE VIEW access.live WITH (security_invoker = true) AS
    SELECT g.subject_kind, g.subject, g.party, g.purpose
      FROM access.grants g
     WHERE g.revoked_at IS NULL
       AND (g.until IS NULL OR g.until > now())
       AND g.purpose <> 'break-glass'
       AND g.party IN ((SELECT context.agency()), (SELECT context.account()))
       AND NOT EXISTS (SELECT 1 FROM access.kept_out k
            WHERE k.subject = g.subject AND k.ended_at IS NULL
              AND k.party IN ((SELECT context.agency()), (SELECT context.account())));

-- What the acting person may read in an emergency now. Whoever is kept out stays out, and nothing is
-- there for any other purpose.
CREATE VIEW access.in_emergency WITH (security_invoker = true) AS
    SELECT g.subject_kind, g.subject
      FROM access.grants g
     WHERE g.revoked_at IS NULL AND g.until > now()
       AND g.purpose = 'break-glass' AND (SELECT context.purpose()) = 'break-glass'
       AND g.party = (SELECT context.account())
       AND NOT EXISTS (SELECT 1 FROM access.kept_out k
            WHERE k.subject = g.subject AND k.ended_at IS NULL
              AND k.party IN ((SELECT context.agency()), (SELECT context.account())));
GRANT SELECT ON access.in_emergency TO diogel_app;
