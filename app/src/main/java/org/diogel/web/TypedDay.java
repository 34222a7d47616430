package org.diogel.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// A day typed into three fields, `<name>-day`, `<name>-month` and `<name>-year`.
public final class TypedDay {

    private TypedDay() {}

    public static boolean isEmpty(Form form, String name) {
        return form.text(name + "-day").isEmpty()
                && form.text(name + "-month").isEmpty()
                && form.text(name + "-year").isEmpty();
    }

    /// Empty where that is no day.
    public static Optional<LocalDate> read(Form form, String name) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(form.text(name + "-year")),
                            Integer.parseInt(form.text(name + "-month")),
                            Integer.parseInt(form.text(name + "-day"))));
        } catch (NumberFormatException | DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
