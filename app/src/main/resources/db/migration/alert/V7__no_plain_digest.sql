-- What a warning was made from is marked in the ledger of what has gone, under a key; the plain digest
-- beside the warning was read by nobody and outlived the report.
ALTER TABLE alert.alert
    DROP CONSTRAINT alert_from,
    DROP COLUMN excerpt_digest,
    ADD CONSTRAINT alert_from CHECK ((kind = 'report') = (report IS NOT NULL));
