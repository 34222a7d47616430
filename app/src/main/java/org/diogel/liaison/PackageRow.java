package org.diogel.liaison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.diogel.consent.SharingChoice;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Region;
import org.diogel.report.ReportId;
import org.diogel.report.Severity;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;

/// One package without what is in it.
///
/// @param reference its own, eight characters in two fours: two packages of one report share nothing
///     that anybody outside could hold against each other
/// @param agency the desk that passed it on
/// @param recipient id of the recipient
/// @param receiver the force that receives it here; null when it goes by hand
/// @param severity as its excerpt says, or null
/// @param hate whether its excerpt names a hate element: police handle it as such (NPCC §3.8, §6.1)
/// @param warning the published warning that goes, where one goes
/// @param handedHow one of [Handing#WAYS]
/// @param askedBackAt when she took her agreement back after it had gone
/// @param cameBack it came back from a force in which nobody was there to read it
/// @param deskNews the desk has not looked since something came
public record PackageRow(
        PackageId id,
        String reference,
        ReportId report,
        AgencyId agency,
        String recipient,
        SharingChoice choice,
        @Nullable AgencyId receiver,
        KeyId key,
        PackageState state,
        int version,
        @Nullable Severity severity,
        @Nullable Region region,
        boolean hate,
        @Nullable UUID warning,
        byte[] digest,
        Instant passedAt,
        @Nullable Instant openedAt,
        @Nullable Instant printedAt,
        @Nullable LocalDate handedOn,
        @Nullable String handedHow,
        @Nullable Instant askedBackAt,
        @Nullable Instant endedAt,
        boolean cameBack,
        boolean officerNews,
        @Nullable Instant officerToldAt,
        boolean deskNews,
        @Nullable Instant deskToldAt) {

    /// Whether it says who she is, as far as she chose.
    public boolean isFull() {
        return choice == SharingChoice.POLICE;
    }

    /// Whether anybody may still read it: she has not asked for it back.
    public boolean isOpenTo() {
        return askedBackAt == null;
    }

    /// Whether a police force has it: it may have to keep it and show it in court.
    boolean isForPolice() {
        return recipient.startsWith("police-") || recipient.startsWith("intelligence-");
    }

    /// Says nothing of the report.
    @Override
    public String toString() {
        return "PackageRow[" + reference + ", " + state + "]";
    }
}
