-- A file of a report on hold stays. Pieces go with their file alone.
CREATE TRIGGER refuse_held BEFORE DELETE ON evidence.file
    FOR EACH ROW EXECUTE FUNCTION access.refuse_held('report');
