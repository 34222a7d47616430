package org.diogel.liaison;

import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.messages.SendCheck;
import org.springframework.stereotype.Component;

/// Whether a message to the desk is still wanted: only while nobody has looked.
@Component
class DeskWord implements SendCheck {

    static final String KIND = "package-desk";

    private final PackageStore store;

    DeskWord(PackageStore store) {
        this.store = store;
    }

    @Override
    public String subjectKind() {
        return KIND;
    }

    @Override
    public boolean stillWanted(UUID subject, AccountId to) {
        return store.find(new PackageId(subject)).filter(PackageRow::deskNews).isPresent();
    }
}
