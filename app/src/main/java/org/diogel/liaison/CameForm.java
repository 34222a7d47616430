package org.diogel.liaison;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.diogel.web.Form;
import org.jspecify.annotations.Nullable;

/// What somebody types about what came of a package.
final class CameForm {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private CameForm() {}

    /// @param today a later day cannot be typed
    static Form checked(Form typed, LocalDate today) {
        Form form = typed;
        if (!Outcomes.has(form.text("what"))) {
            form = form.withError("what", "liaison.error.what");
        }
        LocalDate day = day(form, "day");
        if (day == null || day.isBefore(EARLIEST) || day.isAfter(today)) {
            form = form.withError("day-day", "liaison.error.day");
        }
        if (form.text("number").length() > Outcomes.LONGEST_NUMBER) {
            form =
                    form.withError(
                            "number", "liaison.error.number", "most", Outcomes.LONGEST_NUMBER);
        }
        return form;
    }

    static Came read(Form checked) {
        LocalDate day = day(checked, "day");
        if (day == null) {
            throw new IllegalStateException("It was checked");
        }
        return new Came(
                checked.text("what"), day, checked.text("number"), id(checked.text("replaces")));
    }

    static int seen(Form form) {
        try {
            return Integer.parseInt(form.text("seen"));
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    /// Filled with what is to be corrected.
    static Form of(Standing.Outcome outcome) {
        Map<String, String> fields = new HashMap<>();
        fields.put("what", outcome.what());
        fields.put("number", outcome.number());
        fields.put("replaces", outcome.id().toString());
        fields.put("day-day", Integer.toString(outcome.day().getDayOfMonth()));
        fields.put("day-month", Integer.toString(outcome.day().getMonthValue()));
        fields.put("day-year", Integer.toString(outcome.day().getYear()));
        return Form.filled(fields);
    }

    /// Null for what is no day.
    static @Nullable LocalDate day(Form form, String name) {
        try {
            return LocalDate.of(
                    Integer.parseInt(form.text(name + "-year")),
                    Integer.parseInt(form.text(name + "-month")),
                    Integer.parseInt(form.text(name + "-day")));
        } catch (NumberFormatException | DateTimeException none) {
            return null;
        }
    }

    private static @Nullable UUID id(String typed) {
        try {
            return typed.isEmpty() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
