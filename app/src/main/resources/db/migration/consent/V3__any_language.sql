-- She agrees in the language she reads, and each language's words are approved by themselves. An
-- approval can be taken back; the newest act for exactly these words counts. The words that somebody
-- approved are kept, so that whoever reads them next sees what has changed since.

ALTER TABLE consent.words DROP CONSTRAINT words_lang_check;
ALTER TABLE consent.words ADD CONSTRAINT words_lang_check
    CHECK (lang ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$');
ALTER TABLE consent.statement DROP CONSTRAINT statement_lang_check;
ALTER TABLE consent.statement ADD CONSTRAINT statement_lang_check
    CHECK (lang ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$');
ALTER TABLE consent.text_approval DROP CONSTRAINT text_approval_lang_check;
ALTER TABLE consent.text_approval ADD CONSTRAINT text_approval_lang_check
    CHECK (lang ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$');
ALTER TABLE consent.text_approval ADD COLUMN act text NOT NULL DEFAULT 'approved'
    CHECK (act IN ('approved', 'taken-back'));
