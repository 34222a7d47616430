package org.diogel.subjectaccess;

/// How it stands with what somebody outside asked for.
public enum AskedState {
    RECEIVED,
    CONSIDERED,
    NARROWED,
    REFUSED,
    RELEASED,
    WITHDRAWN
}
