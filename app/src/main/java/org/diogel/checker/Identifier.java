package org.diogel.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diogel.kernel.Email;
import org.diogel.kernel.Handle;
import org.diogel.kernel.PhoneNumber;
import org.diogel.kernel.Vehicle;

/// One way in which something is compared.
///
/// @param possible equal ones may still be of two people: they only look alike, or the site is not sure
/// @param input `diogel:v1:<type>:<canonical>`, type one of `phone`, `email`, `emailc`, `vrm`, `vrmskel`,
///     `user`
record Identifier(Kind kind, boolean possible, String input) {

    private static final String VERSION = "diogel:v1:";

    /// None when it is no whole number.
    static List<Identifier> of(PhoneNumber phone) {
        return phone.comparable().map(n -> sure(Kind.PHONE, "phone", n)).stream().toList();
    }

    /// The address as it was written, and the mailbox that its provider would deliver it to.
    static List<Identifier> of(Email email) {
        return both(
                email.comparable().map(e -> sure(Kind.EMAIL, "email", e)),
                Optional.ofNullable(email.canonical()).map(e -> like(Kind.EMAIL, "emailc", e)));
    }

    /// The plate, and what looks like it.
    static List<Identifier> of(Vehicle vehicle) {
        return both(
                vehicle.comparable().map(p -> sure(Kind.VEHICLE, "vrm", p)),
                Optional.ofNullable(vehicle.skeleton())
                        .map(s -> like(Kind.VEHICLE, "vrmskel", s)));
    }

    /// The name on its site, the name on any site, and what looks like it.
    static List<Identifier> of(Handle handle) {
        List<Identifier> all = new ArrayList<>();
        handle.comparable().ifPresent(n -> all.add(sure(Kind.HANDLE, "user", n)));
        if (handle.site() != null) {
            handle.anywhere().ifPresent(n -> all.add(like(Kind.HANDLE, "user", n)));
        }
        handle.alike().ifPresent(n -> all.add(like(Kind.HANDLE, "user", n)));
        return all;
    }

    /// Everything of this kind in one line.
    static List<Identifier> read(Kind kind, String line) {
        return switch (kind) {
            case PHONE -> of(PhoneNumber.of(line));
            case EMAIL -> of(Email.of(line));
            case VEHICLE -> of(Vehicle.of(line));
            case HANDLE -> of(Handle.of(line));
        };
    }

    private static Identifier sure(Kind kind, String type, String canonical) {
        return new Identifier(kind, false, VERSION + type + ":" + canonical);
    }

    private static Identifier like(Kind kind, String type, String canonical) {
        return new Identifier(kind, true, VERSION + type + ":" + canonical);
    }

    private static List<Identifier> both(Optional<Identifier> one, Optional<Identifier> other) {
        return Stream.of(one, other).flatMap(Optional::stream).toList();
    }

    /// Says nothing of it: it must never reach a log.
    @Override
    public String toString() {
        return "Identifier[" + kind + "]";
    }
}
