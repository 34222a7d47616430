-- What the parties promise each other about time (service levels, HO §4.18): working days, or nothing.

ALTER TABLE protocol.protocol
    ADD COLUMN open_days int CHECK (open_days BETWEEN 1 AND 60),
    ADD COLUMN say_days  int CHECK (say_days BETWEEN 1 AND 250);
