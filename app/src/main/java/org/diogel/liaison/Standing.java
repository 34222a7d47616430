package org.diogel.liaison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How one package stands, for whoever works on it.
///
/// @param done what was done with it, oldest first; empty for officers
/// @param outcomes what came of it, by day, corrected ones among them
/// @param talk what force and desk wrote to each other, oldest first
/// @param added whether she added something that nobody of the force has opened
public record Standing(
        PackageRow row,
        List<Done> done,
        List<Outcome> outcomes,
        List<Said> talk,
        boolean added) {

    Standing withAdded(boolean now) {
        return new Standing(row, done, outcomes, talk, now);
    }

    /// @param ours whether the desk did it
    public record Done(String what, Instant at, boolean ours) {}

    /// @param what as in [Outcomes]
    /// @param number the number the force gave it; empty for none
    /// @param corrected whether another took its place
    public record Outcome(
            UUID id, String what, LocalDate day, String number, Instant notedAt, boolean corrected) {}

    /// @param fromForce whether an officer wrote it
    public record Said(boolean fromForce, String text, Instant at) {}

    /// What counts now: every outcome that no other took the place of.
    public List<Outcome> counting() {
        return outcomes.stream().filter(outcome -> !outcome.corrected()).toList();
    }

    /// The latest that counts; null while nothing came of it.
    public @Nullable Outcome latest() {
        List<Outcome> counting = counting();
        return counting.isEmpty() ? null : counting.getLast();
    }

    /// Whether the force is done with it.
    public boolean isAtAnEnd() {
        Outcome latest = latest();
        return latest != null && Outcomes.ends(latest.what());
    }

    /// Says nothing of what was written.
    @Override
    public String toString() {
        return "Standing[" + row + "]";
    }
}
