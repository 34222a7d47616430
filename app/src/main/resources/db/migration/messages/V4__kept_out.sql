-- Whoever is kept out of a report does not see that messages went about it; her own she does.
CREATE POLICY kept_out ON messages.delivery AS RESTRICTIVE USING (
    origin IS NULL OR account = (SELECT context.account()) OR NOT EXISTS (SELECT 1 FROM access.kept_out k
        WHERE k.subject = delivery.origin AND k.ended_at IS NULL
          AND k.party IN ((SELECT context.agency()), (SELECT context.account()))));
