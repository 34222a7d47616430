package org.diogel.account;

import java.util.Set;

/// An agency's own directory, as the file of directories says it.
///
/// @param key names it in addresses: lower-case letters, digits and hyphens
/// @param name as people know it
/// @param issuer exactly as its tokens say it
/// @param tenants which tenants of it count; empty where the issuer has one only
/// @param agency name of the agency its people belong to; an account of another agency is refused
record Directory(
        String key,
        String name,
        String issuer,
        String clientId,
        String secret,
        Set<String> tenants,
        String agency,
        SecondFactor secondFactor) {

    /// Whose second factor counts.
    enum SecondFactor {
        /// Ours is asked for as well.
        OURS,
        /// It always asks for one itself.
        THEIRS,
        /// Theirs where the token says so (`amr` holds `mfa`), else ours.
        AMR
    }

    /// What one of its tokens says, checked.
    ///
    /// @param mfa whether it says that it asked for a second factor
    /// @param fresh whether it says that it asked her within the last minutes
    record Vouched(String issuer, String subject, boolean mfa, boolean fresh) {
        @Override
        public String toString() {
            return "Vouched";
        }
    }

    boolean isEnough(Vouched vouched) {
        return switch (secondFactor) {
            case OURS -> false;
            case THEIRS -> true;
            case AMR -> vouched.mfa;
        };
    }

    @Override
    public String toString() {
        return "Directory[" + key + "]";
    }
}
