package org.diogel.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diogel.kernel.Region;
import org.jspecify.annotations.Nullable;

/// What somebody chose about messages to her.
///
/// @param regions the areas she wants a message about; none means all
/// @param number sealed; null where she gave none
/// @param quietFrom hour of the day, 0 to 23, in Europe/London; null for no quiet hours
/// @param quietUntil the hour at which they end
/// @param version grows with every change; 0 before the first
record Preference(
        List<Region> regions,
        boolean mail,
        boolean text,
        byte @Nullable [] number,
        @Nullable Integer quietFrom,
        @Nullable Integer quietUntil,
        int version) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /// Whoever chose nothing gets an e-mail about everything.
    static final Preference NOTHING_CHOSEN =
            new Preference(List.of(), true, false, null, null, null, 0);

    Set<Way> ways() {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        if (mail) {
            ways.add(Way.MAIL);
        }
        if (text && number != null) {
            ways.add(Way.TEXT);
        }
        return ways;
    }

    /// When the quiet hours end that this moment lies in; empty when it lies in none. They are the
    /// hours of the clock on the wall, on the days too on which it is changed.
    Optional<Instant> quietUntil(Instant now) {
        if (quietFrom == null || quietUntil == null) {
            return Optional.empty();
        }
        ZonedDateTime here = now.atZone(LONDON);
        int hour = here.getHour();
        boolean overnight = quietFrom > quietUntil;
        boolean quiet =
                overnight
                        ? hour >= quietFrom || hour < quietUntil
                        : hour >= quietFrom && hour < quietUntil;
        if (!quiet) {
            return Optional.empty();
        }
        LocalDate day = here.toLocalDate();
        LocalDate ends = overnight && hour >= quietFrom ? day.plusDays(1) : day;
        return Optional.of(ends.atTime(LocalTime.of(quietUntil, 0)).atZone(LONDON).toInstant());
    }

    @Override
    public String toString() {
        return "Preference[" + version + "]";
    }
}
