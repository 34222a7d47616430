-- Whoever carries a message may say later that it did not arrive, and why: nobody has that number or
-- address, it could not be reached for days, or the service failed.
ALTER TABLE messages.delivery
    DROP CONSTRAINT delivery_fault_check,
    ADD CONSTRAINT delivery_fault_check CHECK (fault IN
        ('no-address', 'channel', 'refused', 'check', 'unknown', 'temporary', 'failed'));
CREATE INDEX delivery_failed ON messages.delivery (outcome_at) WHERE outcome = 'failed';
CREATE INDEX delivery_texts ON messages.delivery (account, number) WHERE via = 'text';
-- She is told on her own page that text messages do not reach her.
CREATE POLICY own_texts ON messages.delivery FOR SELECT USING (
    account = (SELECT context.account()) AND via = 'text' AND (outcome IS NOT NULL OR state = 'dead'));
