package org.diogel.liaison;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.diogel.kernel.WorkingDays;
import org.diogel.protocol.Terms;
import org.jspecify.annotations.Nullable;

/// How one package stands, for whoever works on it.
///
/// @param done what was done with it, oldest first; empty for officers
/// @param outcomes what came of it, by day, corrected ones among them
/// @param talk what force and desk wrote to each other, oldest first
/// @param added whether she added something that nobody of the force has opened
/// @param levels what desk and force promise each other about time
public record Standing(
        PackageRow row,
        List<Done> done,
        List<Outcome> outcomes,
        List<Said> talk,
        boolean added,
        Terms.Levels levels) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    Standing withAdded(boolean now) {
        return new Standing(row, done, outcomes, talk, now, levels);
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

    /// The day by which the force promised the next step: to open it, then to say what came of it. Null
    /// where nothing is promised, or nothing is awaited.
    public @Nullable LocalDate dueOn() {
        if (row.state() == PackageState.SENT) {
            return levels.open() == 0 ? null : WorkingDays.after(day(row.passedAt()), levels.open());
        }
        Instant opened = row.openedAt();
        return opened == null || levels.say() == 0 || !counting().isEmpty()
                ? null
                : WorkingDays.after(day(opened), levels.say());
    }

    /// Whether that day is over.
    public boolean isLate(Instant now) {
        LocalDate due = dueOn();
        return due != null && day(now).isAfter(due);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, LONDON);
    }

    /// Says nothing of what was written.
    @Override
    public String toString() {
        return "Standing[" + row + "]";
    }
}
