package org.diogel.protocol;

import java.time.LocalDate;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.jspecify.annotations.Nullable;

/// One party of a protocol.
///
/// @param law its ground under Article 6 of the UK GDPR or Part 3 of the 2018 Act, as `grounds.csv` codes it
/// @param special its condition for special categories, where such data is shared; null otherwise
/// @param offence its condition for criminal-offence data, where such data is shared; null otherwise
/// @param post who answers questions about it: a post and how to reach it, not a person
/// @param signature null while nobody has signed for it
public record Party(
        AgencyId agency,
        String law,
        @Nullable String special,
        @Nullable String offence,
        String post,
        @Nullable Signature signature) {

    /// @param here signed by somebody of the agency on this page; otherwise on paper, recorded here
    /// @param by who recorded it
    public record Signature(
            LocalDate on, String name, String position, boolean here, AccountId by) {}

    Party unsigned() {
        return new Party(agency, law, special, offence, post, null);
    }
}
