package org.diogel.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One look or change. The actor and purpose are taken from the transaction itself.
///
/// @param action feature and verb, such as `report.opened`
/// @param subjectKind what it is about: `report`, `alert`, `account`
/// @param subject its id; null where there is none
/// @param fields names of what was seen or changed, never their content
public record AuditEntry(
        String action, String subjectKind, @Nullable UUID subject, List<String> fields) {

    public static AuditEntry of(
            String action, String subjectKind, @Nullable UUID subject, String... fields) {
        return new AuditEntry(action, subjectKind, subject, List.of(fields));
    }
}
