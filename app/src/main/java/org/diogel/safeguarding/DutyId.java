package org.diogel.safeguarding;

import java.util.Locale;
import java.util.UUID;

/// One time a report was passed on for somebody's safety. Random; it says nothing.
public record DutyId(UUID value) {

    /// Eight characters for talking about it with whoever has it; nothing of the report.
    String reference() {
        String all = value.toString().toUpperCase(Locale.ROOT);
        return all.substring(0, 4) + "-" + all.substring(4, 8);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
