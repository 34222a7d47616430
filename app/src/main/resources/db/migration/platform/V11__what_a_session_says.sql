-- A session says which kind of browser it is of, so that whoever is signed in knows her own again.

COMMENT ON TABLE platform.spring_session_attributes IS
    'The account id of a session, its last factor and kind of browser. Retention: as long as the session.';
