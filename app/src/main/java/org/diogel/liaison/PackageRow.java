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
///     that anybody outside could hold against each other. One that follows another has that one's, with
///     a number after it
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
/// @param mark of the excerpt it was made from, as [org.diogel.consent.Consents#mark]
/// @param follows the package of the same recipient whose report she added something to; null for one
///     that follows none
/// @param addition what she added
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
        byte[] mark,
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
        @Nullable Instant deskToldAt,
        @Nullable PackageId follows,
        @Nullable UUID addition) {

    /// One that begins: nobody outside has it.
    ///
    /// @param receiver null when it goes by hand
    static PackageRow begin(
            String reference,
            ReportId report,
            AgencyId desk,
            String recipient,
            SharingChoice choice,
            @Nullable AgencyId receiver,
            KeyId key,
            Letter letter,
            @Nullable UUID warning,
            byte[] mark,
            Instant now) {
        return new PackageRow(
                PackageId.random(),
                reference,
                report,
                desk,
                recipient,
                choice,
                receiver,
                key,
                receiver == null ? PackageState.TO_HAND : PackageState.SENT,
                1,
                letter.answers().severity().orElse(null),
                letter.answers().region().orElse(null),
                letter.is("what.kinds", "hate"),
                warning,
                mark,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                receiver != null,
                null,
                false,
                null,
                null,
                null);
    }

    /// One that follows this and begins: lists need the same of it.
    ///
    /// @param number how many there are with it
    /// @param here null when it goes by hand
    PackageRow followedBy(
            int number, UUID what, @Nullable AgencyId here, byte[] shown, Instant now) {
        return new PackageRow(
                PackageId.random(),
                reference + "-" + number,
                report,
                agency,
                recipient,
                choice,
                here,
                key,
                here == null ? PackageState.TO_HAND : PackageState.SENT,
                1,
                severity,
                region,
                hate,
                null,
                shown,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                here != null,
                null,
                false,
                null,
                id,
                what);
    }

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
