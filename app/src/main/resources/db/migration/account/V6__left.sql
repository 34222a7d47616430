-- Seven years after somebody was suspended nothing is left of her but an id that means nothing: the
-- record of looks keeps who did what as that id alone.

ALTER TABLE account.account ADD COLUMN suspended_at timestamptz;
ALTER TABLE account.account ADD COLUMN erased_at timestamptz CHECK (erased_at IS NULL OR status = 'suspended');
COMMENT ON TABLE account.account IS
    'Who signs in, for which agency, in which roles; the e-mail address is sealed and found by a keyed hash. Retention: name and address until seven years after she was suspended; the id, which then means nothing, as long as the record of looks.';

CREATE FUNCTION account.note_suspended() RETURNS trigger LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
    NEW.suspended_at := CASE
        WHEN NEW.status = 'active' THEN NULL
        WHEN OLD.status = 'suspended' THEN OLD.suspended_at
        ELSE pg_catalog.now() END;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION account.note_suspended() FROM PUBLIC;
ALTER TABLE account.account NO FORCE ROW LEVEL SECURITY;
UPDATE account.account SET suspended_at = now() WHERE status = 'suspended';
ALTER TABLE account.account FORCE ROW LEVEL SECURITY;
CREATE TRIGGER note_suspended BEFORE UPDATE ON account.account
    FOR EACH ROW EXECUTE FUNCTION account.note_suspended();

-- Nobody is shown somebody of whom nothing is left.
CREATE POLICY erased_is_nobody ON account.account AS RESTRICTIVE FOR SELECT TO diogel_app USING (erased_at IS NULL);
CREATE POLICY retention_looks ON account.account FOR SELECT TO diogel_owner USING (true);
CREATE POLICY retention_erases ON account.account FOR UPDATE TO diogel_owner
    USING (erased_at IS NULL AND suspended_at < now() - interval '1 year')
    WITH CHECK (erased_at IS NOT NULL AND name = '-' AND octet_length(email) = 0);

CREATE FUNCTION account.is_erased(which uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT EXISTS (SELECT 1 FROM account.account a WHERE a.id = which AND a.erased_at IS NOT NULL) $$;

CREATE POLICY retention_looks ON account.credential FOR SELECT TO diogel_owner USING (account.is_erased(account_id));
CREATE POLICY retention_erases ON account.credential FOR DELETE TO diogel_owner USING (account.is_erased(account_id));
CREATE POLICY retention_looks ON account.recovery_code FOR SELECT TO diogel_owner USING (account.is_erased(account_id));
CREATE POLICY retention_erases ON account.recovery_code FOR DELETE TO diogel_owner USING (account.is_erased(account_id));
CREATE POLICY retention_looks ON account.passkey FOR SELECT TO diogel_owner USING (account.is_erased(account_id));
CREATE POLICY retention_erases ON account.passkey FOR DELETE TO diogel_owner USING (account.is_erased(account_id));
CREATE POLICY retention_looks ON account.directory_identity FOR SELECT TO diogel_owner USING (account.is_erased(account_id));
CREATE POLICY retention_erases ON account.directory_identity FOR DELETE TO diogel_owner USING (account.is_erased(account_id));
CREATE POLICY retention_looks ON account.preference FOR SELECT TO diogel_owner USING (account.is_erased(account_id));
CREATE POLICY retention_erases ON account.preference FOR DELETE TO diogel_owner USING (account.is_erased(account_id));

CREATE FUNCTION account.due_left(before timestamptz, OUT count bigint, OUT oldest timestamptz, OUT held bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT pg_catalog.count(*), pg_catalog.min(a.suspended_at), 0 FROM account.account a
     WHERE context.counts_due() AND a.erased_at IS NULL AND a.suspended_at < before
$$;
CREATE FUNCTION account.erase_left(before timestamptz, most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    gone uuid[];
BEGIN
    PERFORM context.only_task('retention');
    WITH left_us AS (
        UPDATE account.account SET
            erased_at = pg_catalog.now(), name = '-', email = ''::bytea,
            email_lookup = pg_catalog.sha256(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()))
         WHERE id IN (
            SELECT a.id FROM account.account a
             WHERE a.erased_at IS NULL AND a.suspended_at < before ORDER BY a.id LIMIT most)
        RETURNING id)
    SELECT pg_catalog.array_agg(id) INTO gone FROM left_us;
    DELETE FROM account.credential WHERE account_id = ANY (gone);
    DELETE FROM account.recovery_code WHERE account_id = ANY (gone);
    DELETE FROM account.passkey WHERE account_id = ANY (gone);
    DELETE FROM account.directory_identity WHERE account_id = ANY (gone);
    DELETE FROM account.preference WHERE account_id = ANY (gone);
    RETURN coalesce(pg_catalog.cardinality(gone), 0);
END
$$;
REVOKE ALL ON FUNCTION account.is_erased(uuid), account.due_left(timestamptz), account.erase_left(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION account.due_left(timestamptz), account.erase_left(timestamptz, int) TO diogel_app;
