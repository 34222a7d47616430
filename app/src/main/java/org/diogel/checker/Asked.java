package org.diogel.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.diogel.kernel.Email;
import org.diogel.kernel.Handle;
import org.diogel.kernel.PhoneNumber;
import org.diogel.kernel.Vehicle;

/// What somebody asks, read. It lives as long as the answer and is never kept.
///
/// @param kinds as which it was read: one word may be a number plate or a profile name
/// @param readAs how each of them was read, for her to see whether she typed what she meant
/// @param identifiers at most [#MOST]
/// @param doubtful a number that nobody has been given, or one with a digit missing
public record Asked(
        Set<Kind> kinds, List<String> readAs, List<Identifier> identifiers, boolean doubtful) {

    /// As many are looked up each time, whatever was asked.
    static final int MOST = 4;

    /// @param said what she says it is; empty: found out from how it is written
    /// @return empty when it is nothing that can be looked up
    static Optional<Asked> read(String typed, Optional<Kind> said) {
        List<Kind> kinds = said.map(List::of).orElseGet(() -> guess(typed));
        Set<Kind> read = new TreeSet<>();
        List<String> readAs = new ArrayList<>();
        List<Identifier> all = new ArrayList<>();
        for (Kind kind : kinds) {
            List<Identifier> some = Identifier.read(kind, typed);
            if (!some.isEmpty()) {
                read.add(kind);
                readAs.add(readable(kind, typed));
                all.addAll(some);
            }
        }
        boolean doubtful =
                read.contains(Kind.PHONE)
                        && PhoneNumber.of(typed).doubt() != PhoneNumber.Doubt.NONE;
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Asked(read, readAs, all, doubtful));
    }

    /// A number is nothing else; an address is nothing else; one word that could be a plate may be a
    /// name too, and is looked up as both.
    private static List<Kind> guess(String typed) {
        if (PhoneNumber.of(typed).comparable().isPresent()) {
            return List.of(Kind.PHONE);
        }
        if (Email.of(typed).comparable().isPresent()) {
            return List.of(Kind.EMAIL);
        }
        // Digits alone are a number that is not whole: a profile's has to be called one.
        if (typed.codePoints().noneMatch(Character::isLetter)) {
            return List.of(Kind.PHONE);
        }
        boolean named = Handle.of(typed).site() != null || typed.strip().startsWith("@");
        return named ? List.of(Kind.HANDLE) : List.of(Kind.VEHICLE, Kind.HANDLE);
    }

    private static String readable(Kind kind, String typed) {
        return switch (kind) {
            case PHONE -> PhoneNumber.of(typed).comparable().orElseThrow();
            case EMAIL -> Email.of(typed).comparable().orElseThrow();
            case VEHICLE -> Vehicle.of(typed).comparable().orElseThrow();
            case HANDLE -> {
                Handle handle = Handle.of(typed);
                String site = handle.site() == null ? "" : " (" + handle.site() + ")";
                yield handle.name() + site;
            }
        };
    }

    /// Says nothing of it: it must never reach a log.
    @Override
    public String toString() {
        return "Asked[" + kinds + "]";
    }
}
