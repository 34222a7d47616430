package org.diogel.kernel;

import java.util.UUID;

/// Whom a copy of everything held is made for.
///
/// @param id of a report, of an account, of a request
public record Subject(Kind kind, UUID id) {

    /// REPORT: whoever told us. ACCOUNT: somebody who signs in. REQUEST: somebody who asks about
    /// themselves, of whom no table knows more than what they wrote.
    public enum Kind {
        REPORT,
        ACCOUNT,
        REQUEST
    }

    public boolean is(Kind other) {
        return kind == other;
    }
}
