-- The record of looks and changes becomes a log of the kind of RFC 9162. Every row gets, in its own
-- transaction, a random salt and a commitment to whom it is about; the sequencer puts waiting rows in
-- order and keeps the tree over them in tiles; each of its batches ends with a signed checkpoint.
-- Decision 0016 says what is hashed, byte by byte.

-- A value with its length in front (4 bytes, big-endian; -1 for none), so that no two rows can be read
-- from the same bytes.
CREATE FUNCTION audit.framed(value bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT CASE WHEN value IS NULL THEN pg_catalog.int4send(-1)
    ELSE pg_catalog.int4send(pg_catalog.octet_length(value)) || value END $$;

ALTER TABLE audit.entry ADD COLUMN salt bytea CHECK (octet_length(salt) = 32);
ALTER TABLE audit.entry ADD COLUMN personal bytea CHECK (octet_length(personal) = 32);
COMMENT ON TABLE audit.entry IS
    'Who looked at or changed what, when and for which purpose; ids and field names only, never content. With personal, the salted commitment to account and subject, these two and the salt can be taken out and the record still fits. Retention: kept for now; seven years once retention is built.';

-- What has no place in the order yet. Rows commit in another order than they are numbered in, so that
-- waiting is a row of its own and no number that was passed.
CREATE TABLE audit.pending (
    entry  bigint PRIMARY KEY,
    leaf   bytea NOT NULL CHECK (octet_length(leaf) = 32)
);
COMMENT ON TABLE audit.pending IS
    'Rows of the record that wait for their place in its order, each with the commitment that is its leaf. Retention: about a second.';
ALTER TABLE audit.pending ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.pending FORCE ROW LEVEL SECURITY;
CREATE POLICY trigger_writes ON audit.pending FOR INSERT TO diogel_owner WITH CHECK (true);
CREATE POLICY verifier_reads ON audit.pending FOR SELECT TO diogel_owner USING (true);
CREATE POLICY sequencer_reads ON audit.pending FOR SELECT USING ((SELECT context.is_task('sequencer')));
CREATE POLICY sequencer_takes ON audit.pending FOR DELETE USING ((SELECT context.is_task('sequencer')));

CREATE TABLE audit.line (
    index  bigint PRIMARY KEY CHECK (index >= 0),
    entry  bigint NOT NULL UNIQUE
);
COMMENT ON TABLE audit.line IS
    'The order of the record: which row stands at which index, from 0, without a gap. Retention: as long as the record.';
ALTER TABLE audit.line ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.line FORCE ROW LEVEL SECURITY;
CREATE POLICY verifier_reads ON audit.line FOR SELECT TO diogel_owner USING (true);
CREATE POLICY sequencer_reads ON audit.line FOR SELECT USING ((SELECT context.is_task('sequencer')));
CREATE POLICY sequencer_writes ON audit.line FOR INSERT WITH CHECK ((SELECT context.is_task('sequencer')));
-- Whoever may read the row.
CREATE POLICY with_its_row ON audit.line FOR SELECT
    USING (EXISTS (SELECT 1 FROM audit.entry e WHERE e.id = entry));

CREATE TABLE audit.tile (
    level   int NOT NULL CHECK (level BETWEEN 0 AND 7),
    index   bigint NOT NULL CHECK (index >= 0),
    hashes  bytea NOT NULL CHECK (octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0),
    PRIMARY KEY (level, index)
);
ALTER TABLE audit.tile ALTER COLUMN hashes SET STORAGE EXTERNAL;
COMMENT ON TABLE audit.tile IS
    'Hashes of the tree over the record, 256 a tile, from which proofs are made; nothing that anybody could be told from. Retention: as long as the record.';
ALTER TABLE audit.tile ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.tile FORCE ROW LEVEL SECURITY;

CREATE TABLE audit.checkpoint (
    size  bigint PRIMARY KEY CHECK (size > 0),
    at    timestamptz NOT NULL,
    note  text NOT NULL CHECK (length(note) <= 2000)
);
COMMENT ON TABLE audit.checkpoint IS
    'How long the record was, with the root of its tree, signed: of each hour the last, and the newest. Retention: as long as the record.';
CREATE INDEX checkpoint_at ON audit.checkpoint (at);
ALTER TABLE audit.checkpoint ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.checkpoint FORCE ROW LEVEL SECURITY;

CREATE POLICY verifier_reads ON audit.tile FOR SELECT TO diogel_owner USING (true);
CREATE POLICY verifier_reads ON audit.checkpoint FOR SELECT TO diogel_owner USING (true);
CREATE POLICY verifier_reads ON audit.entry FOR SELECT TO diogel_owner USING (true);
CREATE POLICY sequencer_works ON audit.tile
    USING ((SELECT context.is_task('sequencer'))) WITH CHECK ((SELECT context.is_task('sequencer')));
CREATE POLICY sequencer_works ON audit.checkpoint
    USING ((SELECT context.is_task('sequencer'))) WITH CHECK ((SELECT context.is_task('sequencer')));
-- Who proves something with it: officers and administrators, and she herself with both secrets.
CREATE POLICY provers_read ON audit.tile FOR SELECT USING (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER') OR context.has_role('ADMINISTRATOR') OR context.second()));
CREATE POLICY provers_read ON audit.checkpoint FOR SELECT USING (
    (SELECT context.has_role('DATA_PROTECTION_OFFICER') OR context.has_role('ADMINISTRATOR') OR context.second()
        OR context.is_task('checkpoint')));

-- Salts the row, commits to it and lets it wait for its place: within the statement that adds it.
CREATE FUNCTION audit.commit_to() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    field  text;
    fields bytea := ''::bytea;
BEGIN
    NEW.salt := pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
        || pg_catalog.uuid_send(pg_catalog.gen_random_uuid());
    NEW.personal := pg_catalog.sha256(
        'diogel audit person 1'::bytea
        || NEW.salt
        || audit.framed(pg_catalog.uuid_send(NEW.account))
        || audit.framed(pg_catalog.uuid_send(NEW.subject)));
    FOREACH field IN ARRAY NEW.fields LOOP
        fields := fields || audit.framed(pg_catalog.convert_to(field, 'UTF8'));
    END LOOP;
    INSERT INTO audit.pending (entry, leaf) VALUES (NEW.id, pg_catalog.sha256(
        'diogel audit row 1'::bytea
        || NEW.personal
        || pg_catalog.int8send(NEW.id)
        || pg_catalog.timestamptz_send(NEW.at)
        || audit.framed(pg_catalog.convert_to(NEW.kind, 'UTF8'))
        || audit.framed(pg_catalog.uuid_send(NEW.agency))
        || audit.framed(pg_catalog.convert_to(NEW.purpose, 'UTF8'))
        || audit.framed(pg_catalog.convert_to(NEW.action, 'UTF8'))
        || audit.framed(pg_catalog.convert_to(NEW.subject_kind, 'UTF8'))
        || audit.framed(pg_catalog.convert_to(NEW.outcome, 'UTF8'))
        || pg_catalog.int4send(pg_catalog.cardinality(NEW.fields))
        || fields));
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION audit.framed(bytea), audit.commit_to() FROM PUBLIC;

-- Who acts is read once for each row and not once for each column: what the log adds to the time of
-- writing a row down, and more, is saved here.
CREATE FUNCTION audit.is_actor(kind text, account uuid, agency uuid, purpose text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    claims text[] := context.claims();
    person boolean := claims[1] = 'person';
BEGIN
    RETURN kind = claims[1]
        AND account IS NOT DISTINCT FROM CASE WHEN person THEN claims[2]::uuid END
        AND agency IS NOT DISTINCT FROM CASE WHEN person THEN claims[3]::uuid END
        AND purpose = claims[7];
END
$$;
REVOKE ALL ON FUNCTION audit.is_actor(text, uuid, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.is_actor(text, uuid, uuid, text) TO diogel_app;
ALTER POLICY write_as_oneself ON audit.entry WITH CHECK (audit.is_actor(kind, account, agency, purpose));

-- What was written before is committed to now, in its old order.
CREATE TRIGGER commit_to BEFORE UPDATE ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.commit_to();
ALTER TABLE audit.entry NO FORCE ROW LEVEL SECURITY;
UPDATE audit.entry SET salt = NULL;
ALTER TABLE audit.entry FORCE ROW LEVEL SECURITY;
DROP TRIGGER commit_to ON audit.entry;
CREATE TRIGGER commit_to BEFORE INSERT ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.commit_to();
ALTER TABLE audit.entry ALTER COLUMN personal SET NOT NULL;

GRANT SELECT, DELETE ON audit.pending TO diogel_app;
GRANT SELECT, INSERT ON audit.line TO diogel_app;
GRANT SELECT, INSERT, UPDATE ON audit.tile TO diogel_app;
GRANT SELECT, INSERT, DELETE ON audit.checkpoint TO diogel_app;
