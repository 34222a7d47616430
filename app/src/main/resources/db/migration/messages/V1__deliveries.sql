-- The one list of what is to be sent. A row names an account and a neutral template; no address, no
-- text, nothing about what happened. "sending" is written, and committed, before a channel is given
-- anything: from then on it may have gone and counts as gone.

CREATE TABLE messages.delivery (
    id            uuid PRIMARY KEY,
    number        bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    account       uuid NOT NULL,
    template      text NOT NULL CHECK (template ~ '^[a-z-]{2,40}$'),
    subject_kind  text NOT NULL CHECK (subject_kind ~ '^[a-z-]{2,40}$'),
    subject       uuid NOT NULL,
    origin        uuid,
    agency        uuid,
    urgent        boolean NOT NULL DEFAULT false,
    state         text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'cancelled', 'dead')),
    attempts      int NOT NULL DEFAULT 0,
    fault         text CHECK (fault IN ('no-address', 'channel', 'check')),
    queued_at     timestamptz NOT NULL DEFAULT now(),
    next_at       timestamptz NOT NULL DEFAULT now(),
    sent_at       timestamptz,
    channel       text CHECK (channel IN ('mail', 'outbox')),
    CHECK ((state = 'sent') = (sent_at IS NOT NULL AND channel IS NOT NULL))
);
COMMENT ON TABLE messages.delivery IS
    'What was or will be sent to which account, about what, and how it went; no address and no text. Retention: one year after it was sent or given up; a nightly sweep removes it.';
CREATE INDEX delivery_due ON messages.delivery (next_at) WHERE state IN ('queued', 'sending');
CREATE INDEX delivery_subject ON messages.delivery (subject);
CREATE INDEX delivery_origin ON messages.delivery (origin);
ALTER TABLE messages.delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE messages.delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY outbox ON messages.delivery FOR UPDATE
    USING ((SELECT context.is_task('outbox'))) WITH CHECK ((SELECT context.is_task('outbox')));
CREATE POLICY queued_by_people ON messages.delivery FOR INSERT WITH CHECK (
    (SELECT context.kind()) = 'person' AND agency = (SELECT context.agency()) AND state = 'queued');
CREATE POLICY queued_by_tasks ON messages.delivery FOR INSERT WITH CHECK (
    (SELECT context.kind()) = 'task' AND state = 'queued');
-- Whoever sends on behalf of an agency sees how it went; she cancels what has not gone. So does
-- whoever of the same desk gives the report it goes back to to the safeguarding lead.
CREATE POLICY sender_sees ON messages.delivery FOR SELECT USING (
    agency = (SELECT context.agency())
    AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD')));
CREATE POLICY sender_cancels ON messages.delivery FOR UPDATE
    USING (agency = (SELECT context.agency())
        AND (SELECT context.has_role('MODERATOR') OR context.has_role('CASEWORKER') OR context.has_role('SAFEGUARDING_LEAD')))
    WITH CHECK (state = 'cancelled');
-- The holder of the report it goes back to takes it back.
CREATE POLICY holder_sees ON messages.delivery FOR SELECT USING (origin = (SELECT context.subject()));
CREATE POLICY holder_cancels ON messages.delivery FOR UPDATE
    USING (origin = (SELECT context.subject())) WITH CHECK (state = 'cancelled');
CREATE POLICY tasks_see ON messages.delivery FOR SELECT USING ((SELECT context.kind()) = 'task');
CREATE POLICY tasks_cancel ON messages.delivery FOR UPDATE
    USING ((SELECT context.kind()) = 'task') WITH CHECK (state = 'cancelled');
-- The administrator mends delivery without learning what it was about.
CREATE POLICY administrator_sees ON messages.delivery FOR SELECT USING ((SELECT context.has_role('ADMINISTRATOR')));
CREATE POLICY administrator_tries_again ON messages.delivery FOR UPDATE
    USING ((SELECT context.has_role('ADMINISTRATOR')) AND state = 'dead') WITH CHECK (state = 'queued');

-- The sweep removes what ended long ago and nothing else.
CREATE POLICY swept ON messages.delivery FOR DELETE USING (
    (SELECT context.is_task('sweep-deliveries')) AND state IN ('sent', 'cancelled', 'dead')
    AND coalesce(sent_at, next_at) < now() - interval '1 year');

GRANT USAGE ON SCHEMA messages TO diogel_app;
GRANT SELECT, INSERT, DELETE ON messages.delivery TO diogel_app;
GRANT UPDATE (state, attempts, fault, next_at, sent_at, channel) ON messages.delivery TO diogel_app;
