-- A package keeps the keyed mark of its excerpt, as the ledger has it, and no plain digest that outlives
-- the report. What was passed on before gets the mark of what she was shown when she agreed.
ALTER TABLE liaison.package NO FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.agreed NO FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.statement NO FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.supplement NO FORCE ROW LEVEL SECURITY;
ALTER TABLE liaison.package RENAME COLUMN excerpt_digest TO mark;
UPDATE liaison.package p SET mark = coalesce(
    (SELECT a.shown FROM consent.agreed a JOIN consent.statement s ON s.id = a.statement
      WHERE p.follows IS NULL AND s.subject = p.report AND a.recipient = p.recipient AND s.at <= p.passed_at
      ORDER BY s.number DESC LIMIT 1),
    (SELECT u.shown FROM consent.supplement u
      WHERE u.subject = p.report AND u.recipient = p.recipient AND u.addition = p.addition
      ORDER BY u.at DESC LIMIT 1),
    sha256(p.mark));
ALTER TABLE consent.supplement FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.statement FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.agreed FORCE ROW LEVEL SECURITY;
ALTER TABLE liaison.package FORCE ROW LEVEL SECURITY;
