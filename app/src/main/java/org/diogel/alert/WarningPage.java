package org.diogel.alert;

import java.util.List;
import java.util.UUID;
import org.diogel.access.Agency;
import org.jspecify.annotations.Nullable;

/// A warning as moderators read it.
///
/// @param problem message key of why the last step was not possible; empty for none
/// @param unsaved what was typed when somebody else had already moved it on
public record WarningPage(
        Sheet sheet, List<Agency> agencies, String problem, @Nullable Warning unsaved) {

    public AlertRow row() {
        return sheet.row();
    }

    public boolean mayPublish() {
        return row().state() == AlertState.PROPOSED && !sheet.tookPart();
    }

    public boolean mayConfirm() {
        return row().isUnconfirmed() && !sheet.tookPart();
    }

    public List<String> audience() {
        return agencies.stream()
                .filter(a -> row().audience().contains(idOf(a)))
                .map(Agency::name)
                .toList();
    }

    private static UUID idOf(Agency agency) {
        return agency.id().value();
    }
}
