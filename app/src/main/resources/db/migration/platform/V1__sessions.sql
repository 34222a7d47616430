-- Sessions, in the layout Spring Session expects. Attributes are texts of ours (an account id),
-- never serialised objects. Row-level security does not apply to the framework's tables: only
-- diogel_platform reads them, and they hold no personal data.

CREATE TABLE platform.spring_session (
    primary_id            char(36) PRIMARY KEY,
    session_id            char(36) NOT NULL,
    creation_time         bigint NOT NULL,
    last_access_time      bigint NOT NULL,
    max_inactive_interval int NOT NULL,
    expiry_time           bigint NOT NULL,
    principal_name        varchar(100)
);
COMMENT ON TABLE platform.spring_session IS
    'Who is signed in: a random id and an account id. Retention: until sign-out, thirty idle minutes or twelve hours.';
CREATE UNIQUE INDEX spring_session_ix1 ON platform.spring_session (session_id);
CREATE INDEX spring_session_ix2 ON platform.spring_session (expiry_time);
CREATE INDEX spring_session_ix3 ON platform.spring_session (principal_name);

CREATE TABLE platform.spring_session_attributes (
    session_primary_id char(36) NOT NULL REFERENCES platform.spring_session ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
COMMENT ON TABLE platform.spring_session_attributes IS
    'The account id of a session. Retention: as long as the session.';

GRANT SELECT, INSERT, UPDATE, DELETE
    ON platform.spring_session, platform.spring_session_attributes TO diogel_platform;
