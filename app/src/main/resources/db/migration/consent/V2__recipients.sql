-- Everybody she can choose. Two of the seven choices, and counting, are agreed to before anything is
-- done with them: "used" says whether something is. Police forces, the watchdog, Crimestoppers and
-- National Ugly Mugs are each ticked by themselves.

-- The owner of the table may change its rows for the length of this migration.
ALTER TABLE consent.recipient NO FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.recipient RENAME COLUMN connected TO used;
COMMENT ON TABLE consent.recipient IS
    'Who can be told; used: whether anything is done with a yes already. Retention: while they can be told.';

-- A recipient nobody could ever agree to.
DELETE FROM consent.recipient WHERE id = 'police-without-name';
UPDATE consent.recipient SET place = place + 100;
UPDATE consent.recipient SET used = id NOT IN ('this-partnership', 'other-partnerships', 'statistics');
INSERT INTO consent.recipient (id, choice, used, place) VALUES
    ('intelligence-south-wales', 'ANONYMOUS_INTELLIGENCE', true, 6),
    ('intelligence-gwent', 'ANONYMOUS_INTELLIGENCE', true, 7),
    ('intelligence-dyfed-powys', 'ANONYMOUS_INTELLIGENCE', true, 8),
    ('intelligence-north-wales', 'ANONYMOUS_INTELLIGENCE', true, 9),
    ('crimestoppers', 'ANONYMOUS_INTELLIGENCE', true, 10),
    ('police-elsewhere', 'POLICE', true, 15),
    ('police-watchdog', 'POLICE', true, 16);
UPDATE consent.recipient AS r SET place = p.place
  FROM (VALUES ('members', 1), ('national-ugly-mugs', 2), ('checker', 3), ('this-partnership', 4),
               ('other-partnerships', 5), ('police-south-wales', 11), ('police-gwent', 12),
               ('police-dyfed-powys', 13), ('police-north-wales', 14), ('statistics', 17)) AS p (id, place)
 WHERE r.id = p.id;

DO $$
BEGIN
    IF (SELECT count(*) FROM consent.recipient WHERE place BETWEEN 1 AND 17) <> 17
        OR (SELECT count(*) FROM consent.recipient) <> 17 THEN
        RAISE EXCEPTION 'recipients are not those expected';
    END IF;
END
$$;
ALTER TABLE consent.recipient FORCE ROW LEVEL SECURITY;

-- What has gone is named by whoever sends it.
ALTER TABLE consent.disclosure DROP CONSTRAINT disclosure_what_check;
ALTER TABLE consent.disclosure ADD CONSTRAINT disclosure_what_check CHECK (what ~ '^[a-z-]{2,30}$');
