package org.diogel.checker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much may be asked. A day is a day in Wales.
///
/// @param daily looks a day of one member
/// @param monthly looks a calendar month of one member
/// @param newDaily looks a day of a member who is new
/// @param newDays for how many days she is
/// @param everybody looks a day of all together that are never too many; above, five times the daily
///     mean of the 28 days before
/// @param appear how long new entries wait: until a full such time has passed, and up to as long again,
///     so that nobody can see from outside when somebody told. Zero: they do not wait
/// @param answer how long every answer takes, found or not; longer only in whole multiples
/// @param searches searches a day of one person at a desk
@ConfigurationProperties("diogel.check")
public record CheckSettings(
        @DefaultValue("30") int daily,
        @DefaultValue("150") int monthly,
        @DefaultValue("5") int newDaily,
        @DefaultValue("14") int newDays,
        @DefaultValue("500") int everybody,
        @DefaultValue("1h") Duration appear,
        @DefaultValue("600ms") Duration answer,
        @DefaultValue("60") int searches) {}
